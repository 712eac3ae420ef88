import { Invalid, type Manifest } from '@traliccio/sdk';
import { Value } from 'typebox/value';
import type { Path } from '../secrets/sealed-columns.ts';
import { below, knows, namesIn, schemasOf, type Schemas } from './setting-schema.ts';

export type Settings = Readonly<Record<string, unknown>>;

/** Settings in plain text, with defaults filled in. @throws Invalid with the path of the field */
export function validSettings(manifest: Manifest, given: Settings): Settings {
  refuseStrangers(manifest, schemasOf(manifest), given);
  const schema = manifest.settings;
  if (!schema) return {};
  const settings = withDefaults(manifest, given);
  const [error] = Value.Errors(schema, settings);
  if (error) throw wrong(manifest, fieldOf(error), error.message);
  return settings;
}

export const withDefaults = (manifest: Manifest, given: Settings): Settings =>
  manifest.settings ? (Value.Default(manifest.settings, structuredClone(given)) as Settings) : {};

/** Names that nothing may have: one marks what is sealed, the other is no name to JavaScript. */
const RESERVED = ['$sealed', '__proto__'];

export const isKnown = (schemas: Schemas, name: string): boolean =>
  knows(schemas, name) && !RESERVED.includes(name);

export function stranger(manifest: Manifest, schemas: Schemas, path: Path): Invalid {
  const names = namesIn(schemas).join(', ') || 'none';
  return wrong(manifest, path.join('.'), `is no setting: there are ${names}`);
}

/** Says nothing of the value: it may be a secret. */
export function wrong(manifest: Manifest, field: string, why: string): Invalid {
  return new Invalid('plugin.settings', `settings of ${manifest.id}: ${field} ${why}`, { field });
}

function refuseStrangers(manifest: Manifest, schemas: Schemas, value: unknown, path: Path = []): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries())
      refuseStrangers(manifest, below(schemas, i), one, [...path, String(i)]);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (!isKnown(schemas, name)) throw stranger(manifest, schemas, [...path, name]);
    refuseStrangers(manifest, below(schemas, name), member, [...path, name]);
  }
}

function fieldOf(error: { instancePath: string; params?: object }): string {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const missing = (error.params as { requiredProperties?: readonly string[] } | undefined)
    ?.requiredProperties?.[0];
  return [path, missing].filter(Boolean).join('.') || 'settings';
}
