import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotFound, TraliccioError, type FileStore } from '@traliccio/sdk';

/**
 * Files by their content, under DATA_DIR: the same bytes lie there once. A file is complete as soon as it has its
 * name, and survives a power cut from then on.
 */
export function fileStore(folder: string): FileStore {
  return {
    async put(bytes) {
      const key = sha256(bytes);
      const path = pathOf(folder, key);
      if (await exists(path)) return key;
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}.tmp`;
      await writeDurably(temporary, bytes);
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return key;
    },
    async get(key) {
      const bytes = await read(pathOf(folder, key), key);
      if (sha256(bytes) !== key)
        throw new TraliccioError(
          'file.damaged',
          `file ${key} is not what was stored: restore it from a backup`,
        );
      return bytes;
    },
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function pathOf(folder: string, key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new NotFound('file.not_found', `${JSON.stringify(key)} is no key of a file`);
  return join(folder, key.slice(0, 2), key);
}

async function read(path: string, key: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new NotFound('file.not_found', `there is no file ${key}`);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name, too, is on disk only once its folder is. Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
