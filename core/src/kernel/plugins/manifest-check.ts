import satisfies from 'semver/functions/satisfies.js';
import { defineManifest, Invalid, SDK_VERSION, type Manifest } from '@traliccio/sdk';
import { isOwnPermission } from '../permissions/permissions.ts';
import { schemaProblem } from '../settings/setting-schema.ts';

/** Looks at a manifest as at any input from outside. @throws Invalid naming the field */
export function checkManifest(value: unknown): Manifest {
  if (typeof value !== 'object' || value === null)
    throw new Invalid('plugin.manifest', 'a manifest must be the default export of "./manifest"');
  const manifest = value as Manifest;
  const must = (holds: boolean, field: string, what: string): void => {
    if (!holds)
      throw new Invalid(
        'plugin.manifest',
        `manifest of plugin ${JSON.stringify(manifest.id)}: ${field} must be ${what}`,
        { field },
      );
  };
  for (const field of ['id', 'version', 'sdk'] as const)
    must(typeof manifest[field] === 'string', field, 'text');
  for (const field of ['label', 'description'] as const)
    must(isLabel(manifest[field]), field, 'text in both languages: { it, en }');
  must(manifest.edition === 'BASIC' || manifest.edition === 'PRO', 'edition', 'BASIC or PRO');
  for (const field of ['provides', 'uses', 'requires'] as const)
    must(isListOfText(manifest[field]), field, 'a list of names');
  must(
    arePermissions(manifest),
    'permissions',
    `a list of { id: "${manifest.id}.<name>", label: { it, en } }`,
  );
  must(
    isModule(manifest.ui),
    'ui.entry',
    'a .js or .mjs file in a folder of the package that is there for it: "./ui/index.js"',
  );
  must(
    areStyles(manifest.ui),
    'ui.styles',
    'a list of .css files in the folder of ui.entry: ["./ui/hello.css"]',
  );
  const problem = schemaProblem(manifest.settings);
  if (problem !== undefined)
    throw new Invalid('plugin.manifest', `manifest of plugin ${JSON.stringify(manifest.id)}: ${problem}`, {
      field: 'settings',
    });
  try {
    return defineManifest(manifest);
  } catch (error) {
    throw new Invalid('plugin.manifest', (error as Error).message, { cause: error });
  }
}

/** Why this version can't run the plugin; undefined when it can. */
export function incompatibility(manifest: Manifest): string | undefined {
  if (satisfies(SDK_VERSION, manifest.sdk)) return undefined;
  return `it was made for SDK ${manifest.sdk}, and this is ${SDK_VERSION}: take a version of the plugin that fits`;
}

function isLabel(value: unknown): boolean {
  const label = value as { it?: unknown; en?: unknown } | null | undefined;
  return typeof label?.it === 'string' && typeof label.en === 'string';
}

function arePermissions({ id, permissions = [] }: Manifest): boolean {
  return (
    Array.isArray(permissions) &&
    permissions.every((one) => isOwnPermission(id, one?.id) && isLabel(one.label))
  );
}

/** A folder below the package's own: what the server runs must not go out with the pages. */
const PLACE = /^\.\/(?:[a-z0-9_-][a-z0-9._-]*\/)+[a-z0-9_-][a-z0-9._-]*$/i;

function isModule(ui: Manifest['ui']): boolean {
  if (ui === undefined) return true;
  return typeof ui?.entry === 'string' && PLACE.test(ui.entry) && /\.m?js$/.test(ui.entry);
}

function areStyles(ui: Manifest['ui']): boolean {
  const folder = ui?.entry.slice(0, ui.entry.lastIndexOf('/') + 1) ?? '';
  return (
    isListOfText(ui?.styles) &&
    (ui?.styles ?? []).every((one) => PLACE.test(one) && one.startsWith(folder) && one.endsWith('.css'))
  );
}

const isListOfText = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
