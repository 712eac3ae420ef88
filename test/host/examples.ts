import { checkOf, type Part } from '@traliccio/core/src/kernel/http/validators.ts';
import { BODIES } from './bodies.ts';
import type { Operation, Schema } from './operations.ts';

/** Texts that one or the other pattern wants. */
const TEXTS = [
  'A',
  'a',
  'a1',
  '1',
  'AB',
  'IT',
  'N4',
  'main',
  'months:1',
  '2026-03-20',
  '2026-03-20.A.1.1',
  '03:30',
  'C1',
  'C1204',
  '1/A',
  'core.name',
  'anna@example.it',
  'https://example.it',
  'una parola segreta',
  '12345678',
  '123456789012-1',
] as const;

/** A body that the operation's schema takes, with its every field. */
export function exampleBody({ method, path, body }: Operation): unknown {
  const known = BODIES[`${method} ${path.replace('/api', '').replaceAll(/\{(\w+)\}/g, ':$1')}`];
  return known ?? exampleOf(body ?? {});
}

export function exampleOf(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf[0]!);
  if (schema.type === 'object' || schema.properties) {
    const fields = Object.entries(schema.properties ?? {}).map(
      ([name, one]) => [name, exampleOf(one)] as const,
    );
    return fields.length > 0 ? Object.fromEntries(fields) : { name: 'value' };
  }
  if (schema.type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => exampleOf(schema.items ?? {}));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
  if (schema.type === 'null') return null;
  const fits = fitting('body', schema);
  const words = schema.pattern?.match(/[a-z][a-z0-9_]+/g) ?? [];
  const text = [...TEXTS, ...words, 'x'.repeat(schema.minLength ?? 1)].find(fits);
  if (text === undefined) throw new Error(`no text here fits ${JSON.stringify(schema)}: add one to TEXTS`);
  return text;
}

/** Whether a value fits a schema, as the server checks it. */
export function fitting(part: Part, schema: Schema): (value: unknown) => boolean {
  const check = checkOf(part, schema as never);
  return (value) => {
    try {
      // Parameters are turned into what their schema says.
      check(part === 'body' ? value : structuredClone(value));
      return true;
    } catch {
      return false;
    }
  };
}

export type Changed = { readonly path: string; readonly body: unknown };

/** A body with each of its fields, and fields of its parts, replaced by a value. */
export function* withEachField(value: unknown, by: unknown, path = ''): Generator<Changed> {
  if (path !== '') yield { path, body: by };
  for (const [name, one] of partsOf(value, path))
    for (const changed of withEachField(one, by, name.path))
      yield { path: changed.path, body: put(value, name.key, changed.body) };
}

/** A body without each of its fields. */
export function* withoutEachField(value: unknown, path = ''): Generator<Changed> {
  for (const [name, one] of partsOf(value, path)) {
    if (!Array.isArray(value)) {
      const { [name.key]: _, ...rest } = value as Record<string, unknown>;
      yield { path: name.path, body: rest };
    }
    for (const changed of withoutEachField(one, name.path))
      yield { path: changed.path, body: put(value, name.key, changed.body) };
  }
}

/** A body in which each object has one more field. */
export function* withOneMore(value: unknown, field: string, by: unknown, path = ''): Generator<Changed> {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    yield { path: path === '' ? field : `${path}.${field}`, body: put(value, field, by) };
  for (const [name, one] of partsOf(value, path))
    for (const changed of withOneMore(one, field, by, name.path))
      yield { path: changed.path, body: put(value, name.key, changed.body) };
}

type Name = { readonly key: string; readonly path: string };

function partsOf(value: unknown, path: string): (readonly [Name, unknown])[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).map(([key, one]) => [
    { key, path: Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}` },
    one,
  ]);
}

/** `__proto__` is a field like any other here. */
function put(value: unknown, key: string, by: unknown): unknown {
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  Object.defineProperty(copy, key, { value: by, enumerable: true, configurable: true, writable: true });
  return copy;
}
