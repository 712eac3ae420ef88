import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BadConfiguration } from '../bad-configuration.ts';
import type { MasterKey } from './envelope.ts';

/** Where the master keys are, and what the configuration is called that says so. */
export type KeyFile = { readonly path: string; readonly isNamed: boolean };

export const keyFileOf = (config: {
  readonly dataDir: string;
  readonly secretKeyFile: string | null;
}): KeyFile => ({
  path: config.secretKeyFile ?? join(config.dataDir, 'secret.key'),
  isNamed: config.secretKeyFile !== null,
});

/** A line is `id base64(32 bytes)`. The first key is the current one; the others are kept for reading. */
const LINE = /^([A-Za-z0-9-]{1,40})[ \t]+([A-Za-z0-9+/]{43}=?)$/;
const KEY_BYTES = 32;
/** 32 random bytes have about 30 different values; fewer than 16 are no accident. */
const LEAST_VALUES = 16;

/** The keys, the current one first; null when there is no file. @throws BadConfiguration */
export function readKeyFile(path: string): MasterKey[] | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw wrong(path, `can't be read (${reasonOf(error)}): give this process the right to read it`, error);
  }
  try {
    checkAccess(path, fstatSync(descriptor));
    return parse(path, readFileSync(descriptor, 'utf8'));
  } catch (error) {
    if (error instanceof BadConfiguration) throw error;
    throw wrong(path, `can't be read (${reasonOf(error)}): give the path of a file`, error);
  } finally {
    closeSync(descriptor);
  }
}

export const newKey = (id: string): MasterKey => ({ id, bytes: randomBytes(KEY_BYTES) });

/** Makes the file unless another process was quicker. @throws BadConfiguration */
export function createKeyFile(path: string, key: MasterKey): void {
  writing(path, () => {
    const temporary = write(path, [key], null);
    try {
      linkSync(temporary, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(temporary, { force: true });
    }
    flushFolder(path);
  });
}

/** Puts these keys in its place, all at once, with the same owner and mode. @throws BadConfiguration */
export function replaceKeyFile(path: string, keys: readonly MasterKey[]): void {
  writing(path, () => {
    const target = realpathSync(path);
    const descriptor = openSync(target, 'r');
    const old = fstatSync(descriptor);
    closeSync(descriptor);
    const temporary = write(target, keys, old);
    try {
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    flushFolder(target);
    removeLeftovers(target);
  });
}

export function wrong(path: string, why: string, cause?: unknown): BadConfiguration {
  return new BadConfiguration('config.secret_key', `the key file ${path} ${why}`, {
    field: 'SECRET_KEY_FILE',
    cause,
  });
}

function parse(path: string, text: string): MasterKey[] {
  const keys = text
    .split('\n')
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const [, id, base64] = LINE.exec(line) ?? [];
      const bytes = Buffer.from(base64 ?? '', 'base64');
      if (id === undefined || bytes.length !== KEY_BYTES)
        throw wrong(
          path,
          `is wrong in line ${number}: write "ID KEY", with 32 random bytes in base64 as key`,
        );
      if (new Set(bytes).size < LEAST_VALUES)
        throw wrong(path, `has a weak key in line ${number}: take 32 random bytes (openssl rand -base64 32)`);
      return { id, bytes };
    });
  if (keys.length === 0)
    throw wrong(path, 'is empty: write a line "k1 KEY", with 32 random bytes in base64 as key');
  const twice = keys.find((key, i) => keys.findIndex((one) => one.id === key.id) !== i);
  if (twice) throw wrong(path, `has two keys with the id ${twice.id}: give each one of its own`);
  return keys;
}

/** Owned by us or by root, and closed to others; root may let our group read it, as service managers do. */
function checkAccess(path: string, stats: Stats): void {
  const uid = process.getuid?.();
  if (uid === undefined) return;
  if (stats.uid !== uid && stats.uid !== 0 && uid !== 0)
    throw wrong(path, 'belongs to another user: make it belong to the user of this process');
  const forbidden = stats.uid === 0 && uid !== 0 ? 0o027 : 0o077;
  if ((stats.mode & forbidden) !== 0)
    throw wrong(path, `is open to others (mode ${(stats.mode & 0o777).toString(8)}): chmod 600 ${path}`);
}

/** Writes a file beside it, down to the disk. Not another way to write in a file that others read. */
function write(path: string, keys: readonly MasterKey[], like: Stats | null): string {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    writeFileSync(descriptor, keys.map(({ id, bytes }) => `${id} ${bytes.toString('base64')}\n`).join(''));
    if (like) {
      const mine = fstatSync(descriptor);
      if (mine.uid !== like.uid || mine.gid !== like.gid) fchownSync(descriptor, like.uid, like.gid);
      fchmodSync(descriptor, like.mode & 0o777);
    }
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return temporary;
}

/** What processes that died while they wrote have left: it has keys in it. */
function removeLeftovers(path: string): void {
  const start = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path)))
    if (name.startsWith(start) && /^\d+-[0-9a-f]{8}$/.test(name.slice(start.length)))
      rmSync(join(dirname(path), name), { force: true });
}

function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(dirname(path), 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw wrong(
      path,
      `can't be written (${reasonOf(error)}): let this process write it, or put the new line in by hand, first, and start again`,
      error,
    );
  }
}

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
