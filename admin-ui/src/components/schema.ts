import { language } from '../app/i18n.ts';

type Label = { readonly it: string; readonly en: string };
/** In both languages, or `Porta / Port`, as the manifests of plugins have it. */
type Words = string | Label;

/** What a form needs of a JSON schema. */
export type Schema = {
  readonly type?: string;
  readonly title?: Words;
  readonly description?: Words;
  readonly default?: unknown;
  readonly enum?: readonly (string | number)[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};
export type Values = Readonly<Record<string, unknown>>;

/** How a secret is read: never itself. */
export type ShownSecret = { readonly set: boolean; readonly at: number | null };

export function inLanguage(words: Words | undefined): string {
  if (words === undefined) return '';
  if (typeof words !== 'string') return words[language()];
  const parts = words.split(' / ');
  return parts.length === 2 ? parts[language() === 'it' ? 0 : 1]! : words;
}

export type Kind = 'secret' | 'choice' | 'yes' | 'number' | 'text' | 'lines' | 'object' | 'json';

export function kindOf({ type, format, enum: choices, properties, items }: Schema): Kind {
  if (choices) return 'choice';
  if (type === 'string') return format === 'secret' ? 'secret' : 'text';
  if (type === 'boolean') return 'yes';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array' && ['string', 'integer', 'number'].includes(items?.type ?? '')) return 'lines';
  return type === 'object' && properties && Object.keys(properties).length > 0 ? 'object' : 'json';
}

export type Flaw = { readonly key: string; readonly named: Readonly<Record<string, unknown>> };

/** What can be told of a value before the server sees it. */
export function flawOf(schema: Schema, value: unknown): Flaw | undefined {
  const { minimum = -Infinity, maximum = Infinity, pattern, minLength = 0, maxLength = Infinity } = schema;
  if (typeof value === 'number') {
    if (schema.type === 'integer' && !Number.isInteger(value)) return { key: 'whole', named: {} };
    if (value < minimum) return { key: 'min', named: { minimum } };
    if (value > maximum) return { key: 'max', named: { maximum } };
  }
  if (Array.isArray(value) && schema.items) {
    const { items } = schema;
    return value.map((one) => flawOf(items, one)).find((one) => one !== undefined);
  }
  if (typeof value !== 'string' || kindOf(schema) === 'secret') return undefined;
  // A number that was typed and is none is still text.
  if (schema.type !== 'string' && !schema.enum) return { key: 'number', named: {} };
  if (value.length < minLength) return { key: 'missing', named: {} };
  if (value.length > maxLength) return { key: 'long', named: { maxLength } };
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
    return typeof schema.default === 'string' && schema.default !== ''
      ? { key: 'pattern', named: { default: schema.default } }
      : { key: 'form', named: {} };
  return undefined;
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What has changed, as a JSON merge patch: null where a value was emptied, and takes its default again. */
export function mergePatch(schema: Schema, before: Values, after: Values): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (JSON.stringify(value) === JSON.stringify(old)) continue;
    const member = schema.properties?.[name];
    patch[name] =
      member && kindOf(member) === 'object' && isObject(old) && isObject(value)
        ? mergePatch(member, old, value)
        : isObject(old) && isObject(value)
          ? { ...Object.fromEntries(Object.keys(old).map((one) => [one, null])), ...value }
          : value;
  }
  return patch;
}
