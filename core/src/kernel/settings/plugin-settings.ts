import { Conflict, type Actor, type Instant, type Manifest, type Sql, type Tx } from '@traliccio/sdk';
import type { Audit } from '../audit/audit.ts';
import { mapSealed, type Path, type Sealed } from '../secrets/sealed-columns.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { openSecrets, sealSecrets } from './sealed-settings.ts';
import { below, isSecret, namesIn, schemasOf, type Schemas } from './setting-schema.ts';
import { patchSettings, type ShownSecret } from './settings-patch.ts';
import { validSettings, withDefaults, type Settings } from './settings.ts';

/** A plugin's settings as they are stored: secrets sealed, without defaults. */
export type StoredSettings = { readonly id: string; readonly settings: Settings; readonly revision: number };

/** A change that is fine, and not stored yet. */
export type PlannedSettings = {
  readonly before: StoredSettings;
  readonly manifest: Manifest;
  readonly changed: readonly string[];
  /** What the plugin will get: complete, and with secrets in plain text. */
  readonly plain: Settings;
  /** What will be stored, once new secrets are sealed. */
  readonly next: Settings;
};

/** What a plugin gets. @throws Invalid with the path of the field, SecretDamaged, SecretKeyUnknown */
export async function openSettings(
  manifest: Manifest,
  stored: Settings,
  secrets: Pick<Secrets, 'open'>,
): Promise<Settings> {
  return validSettings(manifest, await openSecrets(manifest, stored, secrets));
}

/** What operators see: all settings, and of secrets only whether they are set, and when. */
export function shownSettings(manifest: Manifest, stored: Settings): Settings {
  const sealed = new Map<string, Sealed>();
  const texts = mapSealed(stored, (one, path) => {
    sealed.set(JSON.stringify(path), one);
    return one.$sealed;
  }) as Settings;
  const show = (value: unknown, schemas: Schemas, path: Path): unknown => {
    const one = sealed.get(JSON.stringify(path));
    if (one) return shownSecret(one);
    if (typeof value === 'string' && isSecret(schemas))
      return { set: value !== '', at: null } satisfies ShownSecret;
    if (Array.isArray(value))
      return value.map((member, i) => show(member, below(schemas, i), [...path, String(i)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      inOrder(schemas, value).map(([name, member]) => [
        name,
        show(member, below(schemas, name), [...path, name]),
      ]),
    );
  };
  return show(withDefaults(manifest, texts), schemasOf(manifest), []) as Settings;
}

/** Works a change out, as `patchSettings` says; writes nothing. @throws Invalid with the path of the field */
export async function planSettings(
  manifest: Manifest,
  { before, changes }: { readonly before: StoredSettings; readonly changes: Settings },
  secrets: Pick<Secrets, 'open'>,
): Promise<PlannedSettings> {
  const next = patchSettings(manifest, before.settings, changes);
  const plain = await openSettings(manifest, next, secrets);
  return { before, manifest, changed: pathsIn(changes), plain, next };
}

export type Storing = {
  readonly secrets: Secrets;
  readonly audit: Audit;
  readonly now: Instant;
  readonly actor: Actor;
};

/** Seals what is new, stores it and records who did it. @throws Conflict when the settings have changed meanwhile */
export async function storeSettings(
  tx: Tx,
  { before, manifest, changed, next }: PlannedSettings,
  { secrets, audit, now, actor }: Storing,
): Promise<void> {
  const { id, revision } = before;
  const settings = await sealSecrets(tx, { manifest, settings: next, secrets, now });
  // The text too: a rotation of keys changes it without a revision, and what was read before may need an old key.
  const rows = await tx.run(
    `UPDATE plugin SET settings = ?, revision = revision + 1, updated_at = ?
     WHERE id = ? AND revision = ? AND COALESCE(settings, '{}') = ?`,
    [JSON.stringify(settings), now, id, revision, JSON.stringify(before.settings)],
  );
  if (rows === 0) throw movedOn(id);
  const detail = { id, changed };
  await audit.record(tx, { actor, action: 'plugin.settings_changed', entity: 'plugin', entityId: 0, detail });
}

export const movedOn = (id: string): Conflict =>
  new Conflict('plugin.version', `plugin ${id} was changed by somebody else: read it again`);

export async function storedSettings(sql: Sql, id: string): Promise<StoredSettings | undefined> {
  const [row] = await sql.all<{ settings: string | null; revision: number }>(
    'SELECT settings, revision FROM plugin WHERE id = ?',
    [id],
  );
  return row && { id, settings: JSON.parse(row.settings ?? '{}') as Settings, revision: row.revision };
}

/** As the schema has them, whatever was stored first. */
function inOrder(schemas: Schemas, value: object): [string, unknown][] {
  const names = namesIn(schemas);
  const rank = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
}

const shownSecret = ({ at, ref }: Sealed): ShownSecret => ({
  set: true,
  at,
  ...(ref === undefined ? {} : { ref }),
});

/** No values, since they are recorded. */
function pathsIn(changes: unknown, path: Path = []): string[] {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) return [path.join('.')];
  return Object.entries(changes).flatMap(([name, value]) => pathsIn(value, [...path, name]));
}
