import { Type, type Static, type TSchema } from 'typebox';

/** What many routes' schemas are made of. Objects take no unknown fields; null says "none". */
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const Day = Type.Unsafe<`${number}-${number}-${number}`>(
  Type.String({ format: 'date', pattern: '^(19|20|21)', description: 'Calendar day, YYYY-MM-DD' }),
);
export const Instant = Type.Integer({ description: 'Milliseconds since 1970, UTC' });
export const Cents = Type.Integer({
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Euro cents',
});
export const Version = Type.Integer({ minimum: 1, description: 'Goes up with each change; also in ETag' });
/** Text of one line, without control characters. */
export const Line = (maxLength: number, options: { minLength?: number } = {}) =>
  Type.String({ minLength: options.minLength ?? 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });
/** Text of one line of letters without accents, digits and signs: what is compared with a column that holds such codes. */
export const Ascii = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[\\u0020-\\u007e]*$' });
/** Text of several lines. */
export const Text = (maxLength: number) =>
  Type.String({ maxLength, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' });
/** The code that people know a record by: `C1204`. */
export const Code = (maxLength = 40) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]*$' });
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }));
/** An object with these fields and no others. */
export const Fields = <P extends Record<string, TSchema>>(properties: P, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });
/** A page of a list: `next` is the cursor of the page behind it, null at the end. */
export const Page = <T extends TSchema>(item: T) =>
  Fields({ items: Type.Array(item), next: Nullable(Type.String()) });
export type PageOf<T extends TSchema> = { readonly items: Static<T>[]; readonly next: string | null };
export const IdParams = Fields({ id: Id });
