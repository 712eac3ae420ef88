import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

export type OutsidePlugin = {
  readonly id: string;
  /** What `setup(ctx)` does, as JavaScript; it may use what the SDK exports. */
  readonly setup: string;
  /** Further fields of the manifest. */
  readonly manifest?: object;
  /** Schema of the settings, as JavaScript: `Type.Object({ … })`. */
  readonly settings?: string;
  /** Further fields of the definition, as JavaScript. */
  readonly parts?: string;
  /** Further files by their path: pages for browsers. */
  readonly files?: Readonly<Record<string, string>>;
};

/** Writes plugins as third parties ship them: each a folder of its own, far from this checkout. */
export async function outsidePlugins(...plugins: readonly OutsidePlugin[]): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'traliccio-outside-'));
  after(() => rm(root, { recursive: true, force: true }));
  return Promise.all(plugins.map((plugin) => write(join(root, plugin.id), plugin)));
}

async function write(folder: string, plugin: OutsidePlugin): Promise<string> {
  const label = { it: plugin.id, en: plugin.id };
  const manifest = {
    id: plugin.id,
    version: '1.2.3',
    sdk: '^1.0.0',
    label,
    description: label,
    edition: 'BASIC',
    ...plugin.manifest,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      name: `outside-${plugin.id}`,
      type: 'module',
      exports: { './manifest': './manifest.js', '.': './index.js' },
    }),
  );
  await writeFile(
    join(folder, 'manifest.js'),
    `import { Type } from '@traliccio/sdk';
export default { ...${JSON.stringify(manifest)}, settings: ${plugin.settings ?? 'undefined'} };
`,
  );
  await writeFile(
    join(folder, 'index.js'),
    `import * as sdk from '@traliccio/sdk';
import manifest from './manifest.js';
export default sdk.definePlugin(manifest, { ${plugin.parts ?? ''} setup(ctx) { ${plugin.setup} } });
`,
  );
  for (const [path, text] of Object.entries(plugin.files ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
