import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join, relative, sep } from 'node:path';
import type { Label, Logger, PluginUi } from '@traliccio/sdk';
import { messageOf } from '../thrown.ts';
import type { FoundPlugin } from './discovery.ts';

/** What a plugin has for browsers, each file under an address that changes with what is in them. */
export type UiFiles = {
  readonly id: string;
  readonly label: Label;
  readonly hash: string;
  /** Address of its module. */
  readonly entry: string;
  readonly styles: readonly string[];
  /** By their path below the folder. */
  readonly files: ReadonlyMap<string, UiFile>;
};
export type UiFile = { readonly mediaType: string; readonly bytes: Buffer };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};
/** They are kept in memory: more than this are no pages. */
const MOST_BYTES = 20 * 1024 * 1024;

/** One that can't be read is told of, and nothing else: its pages are missing, and the plugin works. */
export async function readUiFiles(plugins: readonly FoundPlugin[], log: Logger): Promise<readonly UiFiles[]> {
  const all = await Promise.all(
    plugins.map(async ({ manifest: { id, label, ui }, folder }) => {
      if (!ui || folder === null) return [];
      const files = await filesOf(join(folder, dirname(ui.entry))).catch((error: unknown) => {
        log.error({ plugin: id, why: messageOf(error) }, 'the pages of the plugin can not be read');
        return new Map<string, UiFile>();
      });
      if (files.size > 0 && !files.has(below(ui, ui.entry)))
        log.error({ plugin: id, file: ui.entry }, 'the module of the pages of the plugin is not there');
      const hash = hashOf(files);
      const address = (path: string): string => `/plugin-pages/${id}/${hash}/${below(ui, path)}`;
      return [{ id, label, hash, entry: address(ui.entry), styles: (ui.styles ?? []).map(address), files }];
    }),
  );
  return all.flat();
}

const below = ({ entry }: PluginUi, path: string): string => path.slice(entry.lastIndexOf('/') + 1);

async function filesOf(folder: string): Promise<ReadonlyMap<string, UiFile>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && MEDIA_TYPES[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = new Map<string, UiFile>();
  let size = 0;
  for (const path of paths) {
    const bytes = await readFile(path);
    size += bytes.length;
    if (size > MOST_BYTES) throw new Error(`${folder} has more than ${MOST_BYTES} bytes`);
    files.set(relative(folder, path).split(sep).join('/'), { mediaType: MEDIA_TYPES[extname(path)]!, bytes });
  }
  return files;
}

function hashOf(files: ReadonlyMap<string, UiFile>): string {
  const hash = createHash('sha256');
  for (const [name, { bytes }] of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
