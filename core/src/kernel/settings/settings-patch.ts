import type { Manifest } from '@traliccio/sdk';
import { isSealed, mapSealed, type Path, type Sealed } from '../secrets/sealed-columns.ts';
import { below, isSecret, schemasOf, type Schemas } from './setting-schema.ts';
import { isKnown, stranger, wrong, type Settings } from './settings.ts';

/** How a secret is shown: never itself. `ref` tells those of a list apart, which may change their places. */
export type ShownSecret = { readonly set: boolean; readonly at: number | null; readonly ref?: string };

/** A stored secret that stays, perhaps in another place of its list. */
export class Kept {
  readonly sealed: Sealed;
  readonly from: Path;
  constructor(sealed: Sealed, from: Path) {
    this.sealed = sealed;
    this.from = from;
  }
}

/**
 * Stored settings with changes, as a JSON merge patch: objects are changed member by member, lists are replaced, null
 * goes back to the default. A secret that is sent as it was shown stays; empty text clears it. New secrets are still
 * in plain text in the result.
 * @throws Invalid with the path of the field
 */
export function patchSettings(manifest: Manifest, stored: Settings, changes: Settings): Settings {
  const inLists = secretsInLists(stored);
  const at = { schemas: schemasOf(manifest), path: [], isInList: false };
  return patch({ manifest, inLists }, at, { before: stored, change: changes }) as Settings;
}

type Known = { readonly manifest: Manifest; readonly inLists: ReadonlyMap<string, Kept> };
type At = { readonly schemas: Schemas; readonly path: Path; readonly isInList: boolean };

function patch(known: Known, at: At, { before, change }: { before: unknown; change: unknown }): unknown {
  if (isSecret(at.schemas) && isShownSecret(change)) return keep(known, at, { before, shown: change });
  if (Array.isArray(change))
    return change.map((one, i) => {
      const element = patch(known, { ...inside(at, i), isInList: true }, { before: undefined, change: one });
      return element === undefined ? '' : element;
    });
  if (isObject(change)) return patchObject(known, at, { before, change });
  if (!isSecret(at.schemas) || change === null) return change;
  if (typeof change !== 'string')
    throw wrong(known.manifest, at.path.join('.'), 'is a secret, and must be text');
  return change === '' ? undefined : change;
}

function patchObject(known: Known, at: At, { before, change }: { before: unknown; change: object }): unknown {
  const members = new Map(Object.entries(isObject(before) && !isSealed(before) ? before : {}));
  for (const [name, value] of Object.entries(change)) {
    const member = inside(at, name);
    // What an older version of the plugin has left may be removed.
    if (!isKnown(at.schemas, name) && !(value === null && members.has(name)))
      throw stranger(known.manifest, at.schemas, member.path);
    const now = patch(known, member, { before: members.get(name), change: value });
    if (now === null || now === undefined) members.delete(name);
    else members.set(name, now);
  }
  return Object.fromEntries(members);
}

/** In a list, the place says nothing: elements come and go. */
function keep(
  { manifest, inLists }: Known,
  { path, isInList }: At,
  { before, shown }: { before: unknown; shown: ShownSecret },
): unknown {
  if (!isInList) return before;
  if (!shown.set) return undefined;
  const kept = inLists.get(nameInList(path, shown.ref));
  if (!kept) throw wrong(manifest, path.join('.'), 'is not one of the stored secrets: give its text');
  return kept;
}

function secretsInLists(stored: Settings): ReadonlyMap<string, Kept> {
  const all = new Map<string, Kept>();
  mapSealed(stored, (sealed, path) => {
    if (sealed.ref !== undefined) all.set(nameInList(path, sealed.ref), new Kept(sealed, path));
  });
  return all;
}

/** One secret may move to the place of another of the same list, and nowhere else. */
const nameInList = (path: Path, ref: string | undefined): string =>
  JSON.stringify([path.filter((name) => !/^\d+$/.test(name)), ref]);

const inside = ({ schemas, path, isInList }: At, name: string | number): At => ({
  schemas: below(schemas, name),
  path: [...path, String(name)],
  isInList,
});

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isShownSecret = (value: unknown): value is ShownSecret =>
  isObject(value) && 'set' in value && typeof value.set === 'boolean';
