import { randomBytes } from 'node:crypto';
import type { Instant, Manifest, Tx } from '@traliccio/sdk';
import { isSealed, placeInJson, type Path, type Sealed } from '../secrets/sealed-columns.ts';
import type { SecretPlace } from '../secrets/secret-errors.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { below, isSecret, schemasOf, type Schemas } from './setting-schema.ts';
import { Kept } from './settings-patch.ts';
import type { Settings } from './settings.ts';

/** Settings with their secrets in plain text. @throws SecretDamaged, SecretKeyUnknown */
export async function openSecrets(
  manifest: Manifest,
  settings: Settings,
  secrets: Pick<Secrets, 'open'>,
): Promise<Settings> {
  const open = async (value: unknown, path: Path): Promise<unknown> => {
    const kept = value instanceof Kept ? value : isSealed(value) ? new Kept(value, path) : undefined;
    if (kept) return secrets.open(placeOf(manifest, kept.from), kept.sealed.$sealed);
    return eachInside(value, (member, name) => open(member, [...path, String(name)]));
  };
  return (await open(settings, [])) as Settings;
}

export type Sealing = {
  readonly manifest: Manifest;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly now: Instant;
};
type At = { readonly schemas: Schemas; readonly path: Path; readonly isInList: boolean };

/** Settings with all text sealed that stands where a secret belongs. A secret that has moved is sealed for its new place. */
export async function sealSecrets(tx: Tx, { manifest, settings, secrets, now }: Sealing): Promise<Settings> {
  const sealAt = async (at: At, text: string, old?: Sealed): Promise<Sealed> => ({
    $sealed: await secrets.seal(tx, placeOf(manifest, at.path), text),
    at: old?.at ?? now,
    ...(at.isInList ? { ref: old?.ref ?? randomBytes(6).toString('base64url') } : {}),
  });
  const seal = async (value: unknown, at: At): Promise<unknown> => {
    if (value instanceof Kept) {
      if (value.from.join('\0') === at.path.join('\0')) return value.sealed;
      const text = await secrets.open(placeOf(manifest, value.from), value.sealed.$sealed, tx);
      return sealAt(at, text, value.sealed);
    }
    if (isSealed(value)) return value;
    if (typeof value === 'string' && value !== '' && isSecret(at.schemas)) return sealAt(at, value);
    return eachInside(value, (member, name) =>
      seal(member, {
        schemas: below(at.schemas, name),
        path: [...at.path, String(name)],
        isInList: at.isInList || typeof name === 'number',
      }),
    );
  };
  return (await seal(settings, { schemas: schemasOf(manifest), path: [], isInList: false })) as Settings;
}

const placeOf = ({ id }: Manifest, path: Path): SecretPlace =>
  placeInJson({ table: 'plugin', column: 'settings' }, id, path);

/** One after the other: they may share a transaction. */
async function eachInside(
  value: unknown,
  change: (member: unknown, name: string | number) => Promise<unknown>,
): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  const isList = Array.isArray(value);
  const changed: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value))
    changed.push([name, await change(member, isList ? Number(name) : name)]);
  return isList ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}
