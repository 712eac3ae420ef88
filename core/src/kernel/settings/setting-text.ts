import type { Manifest } from '@traliccio/sdk';
import type { Path } from '../secrets/sealed-columns.ts';
import { below, isSecret, namesIn, schemasOf, typesIn, type Schemas } from './setting-schema.ts';
import { wrong, type Settings } from './settings.ts';

/** A setting as it is given on a command line: `smtp.port`, `accounts.0.password`, and its text. */
export type SettingText = { readonly name: string; readonly text: string };

/** @throws Invalid, without what was given: it may be a secret */
export function splitPair(manifest: Manifest, pair: string): SettingText {
  const at = pair.indexOf('=');
  if (at >= 1) return { name: pair.slice(0, at), text: pair.slice(at + 1) };
  const isName = namesIn(schemasOf(manifest)).includes(pair);
  throw wrong(manifest, isName ? pair : '--set', 'must be written as key=value');
}

/** The changes that these texts ask for, for `patchSettings`; `shown` are the settings as they are. @throws Invalid */
export function readSettings(manifest: Manifest, shown: Settings, texts: readonly SettingText[]): Settings {
  let whole: unknown = shown;
  let changes: unknown = {};
  for (const { name, text } of texts) {
    const path = pathOf(manifest, name);
    whole = withValue(manifest, { into: whole, path, at: 0 }, valueOf(manifest, { path, text }));
    // Lists are replaced as a whole.
    const upTo = upToList(whole, path);
    changes = withValue(manifest, { into: changes, path: upTo, at: 0 }, valueAt(whole, upTo));
  }
  return changes as Settings;
}

const pathOf = (manifest: Manifest, name: string): Path =>
  namesIn(schemasOf(manifest)).includes(name) ? [name] : name.split('.');

function valueOf(manifest: Manifest, { path, text }: { path: Path; text: string }): unknown {
  const schemas = path.reduce<Schemas>(
    (all, name) => [...below(all, name), ...(/^\d+$/.test(name) ? below(all, Number(name)) : [])],
    schemasOf(manifest),
  );
  const types = typesIn(schemas);
  if (isSecret(schemas) || types.size === 0 || (types.size === 1 && types.has('string'))) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (types.has('string')) return text;
    throw wrong(manifest, path.join('.'), `must be ${[...types].join(' or ')}`);
  }
}

type Place = { readonly into: unknown; readonly path: Path; readonly at: number };

function withValue(manifest: Manifest, { into, path, at }: Place, value: unknown): unknown {
  const name = path[at];
  if (name === undefined) return value;
  const next = (member: unknown): unknown => withValue(manifest, { into: member, path, at: at + 1 }, value);
  if (Array.isArray(into)) {
    const index = Number(name);
    if (!/^\d+$/.test(name) || index > into.length)
      throw wrong(manifest, path.slice(0, at + 1).join('.'), `is none of 0 to ${into.length}`);
    return into.toSpliced(index, 1, next(into[index]));
  }
  const members = new Map(Object.entries(typeof into === 'object' && into !== null ? into : {}));
  members.set(name, next(members.get(name)));
  return Object.fromEntries(members);
}

const valueAt = (whole: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined,
    whole,
  );

function upToList(whole: unknown, path: Path): Path {
  const length = path.findIndex((_, i) => Array.isArray(valueAt(whole, path.slice(0, i + 1))));
  return length < 0 ? path : path.slice(0, length + 1);
}
