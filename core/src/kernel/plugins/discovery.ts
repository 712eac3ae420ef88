import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Invalid, TraliccioError, type Manifest, type PluginDefinition } from '@traliccio/sdk';
import { inTime } from './in-time.ts';
import { checkManifest } from './manifest-check.ts';
import { lendSdk } from './sdk-for-outside.ts';

/** A plugin's package: its manifest, read without running its code, and how to load the rest. */
export type FoundPlugin = {
  readonly manifest: Manifest;
  /** Folder, for a plugin from outside. */
  readonly source: string | null;
  /** Where its package is; null for one that has none. */
  readonly folder: string | null;
  readonly load: () => Promise<PluginDefinition>;
};

/** A plugin that comes with Traliccio. Core knows it by its id only. */
export async function findBuiltIn(id: string, timeoutMs: number): Promise<FoundPlugin> {
  const name = `@traliccio/plugin-${id}`;
  const file = findPackageJSON(name, import.meta.url);
  const folder = file === undefined ? null : dirname(file);
  return found({ manifest: `${name}/manifest`, entry: name, source: null, folder, timeoutMs });
}

/** A plugin in a folder: `package.json` with exports `./manifest` and `.`. @throws Invalid saying what is missing */
export async function findOutside(folder: string, timeoutMs: number): Promise<FoundPlugin> {
  const source = resolve(folder);
  const name = packageName(source);
  const require = createRequire(join(source, 'package.json'));
  const exported = (path: string): string => {
    try {
      return pathToFileURL(require.resolve(path)).href;
    } catch (error) {
      throw wrong(source, `exports no ${path.slice(name.length) || '"."'} with a "default"`, error);
    }
  };
  lendSdk();
  const [manifest, entry] = [exported(`${name}/manifest`), exported(name)];
  return found({ manifest, entry, source, folder: source, timeoutMs });
}

type Package = {
  readonly manifest: string;
  readonly entry: string;
  readonly source: string | null;
  readonly folder: string | null;
  readonly timeoutMs: number;
};

async function found(parts: Package): Promise<FoundPlugin> {
  const { entry, source, folder, timeoutMs } = parts;
  const manifest = checkManifest(await defaultOf(parts.manifest, timeoutMs));
  return {
    manifest,
    source,
    folder,
    load: async () => {
      const definition = (await defaultOf(entry, timeoutMs)) as PluginDefinition | undefined;
      if (typeof definition?.setup !== 'function')
        throw new Invalid(
          'plugin.entry',
          `plugin ${manifest.id}: its entry point has no definePlugin(…) as default export`,
        );
      // What was checked is what holds: the entry point can't make it another plugin.
      return { ...definition, manifest };
    },
  };
}

/** A module whose evaluation never ends must not keep everything else from starting. */
async function defaultOf(specifier: string, timeoutMs: number): Promise<unknown> {
  const module = await inTime(
    timeoutMs,
    async () => (await import(specifier)) as { default?: unknown },
    (seconds) =>
      new TraliccioError('plugin.load_timeout', `${specifier} has not been loaded after ${seconds} s`),
  );
  return module.default;
}

function packageName(folder: string): string {
  let name: unknown;
  try {
    name = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown }).name;
  } catch (error) {
    throw wrong(folder, 'has no package.json that can be read', error);
  }
  if (typeof name !== 'string' || name === '') throw wrong(folder, 'has a package.json without a name');
  return name;
}

function wrong(folder: string, why: string, cause?: unknown): Invalid {
  return new Invalid('plugin.folder', `the plugin folder ${folder} ${why}`, { cause });
}
