import { Invalid, type Manifest } from '@traliccio/sdk';
import { Value } from 'typebox/value';

export type Settings = Readonly<Record<string, unknown>>;
type Property = { readonly type?: string; readonly format?: string };

/** Settings with defaults filled in. @throws Invalid with the path of the field */
export function validSettings(manifest: Manifest, given: Settings): Settings {
  const schema = manifest.settings;
  const known = propertiesOf(manifest);
  const stranger = Object.keys(given).find((name) => !(name in known));
  if (stranger !== undefined) {
    const names = Object.keys(known).join(', ') || 'none';
    throw wrong(manifest, stranger, `is no setting: there are ${names}`);
  }
  if (!schema) return {};
  const settings = Value.Default(schema, structuredClone(given)) as Settings;
  const [error] = Value.Errors(schema, settings);
  if (error) throw wrong(manifest, fieldOf(error), error.message);
  return settings;
}

/** Reads `key=value` as the setting's type asks. @throws Invalid */
export function readSetting(manifest: Manifest, text: string): [name: string, value: unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw wrong(manifest, text, 'must be written as key=value');
  const [name, value] = [text.slice(0, at), text.slice(at + 1)];
  const type = propertiesOf(manifest)[name]?.type;
  if (type === 'string' || type === undefined) return [name, value];
  try {
    return [name, JSON.parse(value) as unknown];
  } catch {
    throw wrong(manifest, name, `must be ${type}, and is ${JSON.stringify(value)}`);
  }
}

/** For showing: a secret says only whether there is one. */
export function shownSettings(manifest: Manifest, settings: Settings): Settings {
  const known = propertiesOf(manifest);
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      known[name]?.format === 'secret' && value !== '' ? '(set)' : value,
    ]),
  );
}

const propertiesOf = (manifest: Manifest): Readonly<Record<string, Property>> =>
  (manifest.settings?.properties ?? {}) as Readonly<Record<string, Property>>;

function fieldOf(error: { instancePath: string; params?: object }): string {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const missing = (error.params as { requiredProperties?: readonly string[] } | undefined)
    ?.requiredProperties?.[0];
  return [path, missing].filter(Boolean).join('.') || 'settings';
}

function wrong(manifest: Manifest, field: string, why: string): Invalid {
  return new Invalid('plugin.settings', `settings of ${manifest.id}: ${field} ${why}`, { field });
}
