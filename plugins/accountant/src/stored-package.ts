import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Context } from './context.ts';
import type { PackageFilter } from './filter.ts';
import { packageOf } from './package.ts';
import { linkedPackages } from './sending-log.ts';

/** A package on the disk, named by what is in it. */
export type Stored = { readonly path: string; readonly sha256: string; readonly size: number };

const DAY = 24 * 60 * 60_000;
const folderOf = async (ctx: Context): Promise<string> => {
  const folder = join(await ctx.dataDir(), 'packages');
  await mkdir(folder, { recursive: true });
  return folder;
};

/** Makes a package, a piece at a time: it may be larger than the memory. */
export async function storePackage(
  ctx: Context,
  filter: PackageFilter,
  signal: AbortSignal,
): Promise<Stored> {
  const folder = await folderOf(ctx);
  const part = join(folder, `${randomUUID()}.part`);
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(
      packageOf(ctx, filter, signal),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(part),
      { signal },
    );
    const sha256 = hash.digest('hex');
    const path = join(folder, `${sha256}.zip`);
    await rename(part, path);
    return { path, sha256, size };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * A package as it was sent. When its file is gone, or on another machine, it is made anew, and is the same unless
 * documents have come to its period.
 * @returns undefined when it can't be had any more
 */
export async function storedPackage(
  ctx: Context,
  { filter, sha256 }: { readonly filter: PackageFilter; readonly sha256: string },
  signal: AbortSignal,
): Promise<Stored | undefined> {
  const path = join(await folderOf(ctx), `${sha256}.zip`);
  const there = await stat(path).catch(() => undefined);
  if (there) return { path, sha256, size: there.size };
  const anew = await storePackage(ctx, filter, signal);
  return anew.sha256 === sha256 ? anew : undefined;
}

export const readStored = ({ path }: Stored): AsyncIterable<Uint8Array> => createReadStream(path);

/** Removes packages that no link leads to any more, and what a process left half made. */
export async function tidyPackages(ctx: Context): Promise<void> {
  const folder = await folderOf(ctx);
  const now = ctx.clock.now();
  const linked = await linkedPackages(ctx.sql, now);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const [, sha256] = /^([0-9a-f]{64})\.zip$/.exec(name) ?? [];
    if (sha256 !== undefined && linked.has(sha256)) continue;
    // What is younger may be in somebody's hands.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < now - DAY) await rm(path, { force: true });
  }
}
