import { timingSafeEqual } from 'node:crypto';
import type { BadConfiguration } from '../bad-configuration.ts';
import { checkValueOf, type MasterKey } from './envelope.ts';
import { readKeyFile, wrong, type KeyFile } from './key-file.ts';
import type { KnownKey } from './key-table.ts';

/** The keys of the file, each the one that the database knows by its id; null when there are none yet. */
export type KeyRing = { readonly current: MasterKey; readonly keys: ReadonlyMap<string, MasterKey> };

/** @throws BadConfiguration when the file lacks a key that is in use, or has another one */
export function readKeyRing(file: KeyFile, known: readonly KnownKey[]): KeyRing | null {
  const keys = readKeyFile(file.path);
  const inUse = known.filter((one) => one.retiredAt === null);
  if (!keys) {
    if (inUse.length === 0 && !file.isNamed) return null;
    throw missing(file, inUse);
  }
  const ring = new Map(keys.map((key) => [key.id, key]));
  for (const one of inUse) {
    const key = ring.get(one.id);
    if (!key) throw lacking(file, one.id);
    if (!isTheSame(key, one)) throw another(file, one.id);
  }
  return { current: keys[0]!, keys: ring };
}

export const isTheSame = (key: MasterKey, known: KnownKey): boolean => {
  const [mine, theirs] = [Buffer.from(checkValueOf(key)), Buffer.from(known.checkValue)];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
};

export function another({ path, isNamed }: KeyFile, id: string): BadConfiguration {
  const where = isNamed ? 'SECRET_KEY_FILE' : 'SECRET_KEY_FILE, on all hosts';
  return wrong(
    path,
    `has another key ${id} than the one that secrets were sealed with: all processes need the same file, so put that one back, or name it in ${where}${ifLost(id)}`,
  );
}

function missing({ path, isNamed }: KeyFile, inUse: readonly KnownKey[]): BadConfiguration {
  if (inUse.length === 0)
    return wrong(path, 'is not there: make it with a line "k1 KEY" (openssl rand -base64 32), mode 600');
  const ids = inUse.map((one) => one.id).join(', ');
  return wrong(
    path,
    isNamed
      ? `is not there, and secrets were sealed with its keys (${ids}): put it back, or correct SECRET_KEY_FILE${ifLost(ids)}`
      : `is not there, and secrets were sealed with its keys (${ids}): put it back; all processes need the same file, which SECRET_KEY_FILE names${ifLost(ids)}`,
  );
}

const lacking = ({ path }: KeyFile, id: string): BadConfiguration =>
  wrong(path, `has no key ${id}, which secrets are sealed with: put its line back${ifLost(id)}`);

const ifLost = (ids: string): string =>
  `. If it is lost for ever, "traliccio keys discard" gives up the secrets of ${ids}`;

/** One after the last of those that were ever used. Processes that choose at once choose the same, and one is refused. */
export function nextKeyId(ids: readonly string[]): string {
  const numbers = ids.map((id) => Number(/^k(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `k${Math.max(0, ...numbers) + 1}`;
}
