import { Type, type TSchema } from 'typebox';
import type { SqlValue } from '@traliccio/sdk';
import { OneOf } from './schemas.ts';

/** What may be asked of a column. */
export type Filter = {
  readonly column: string;
  /** Of one value, as it is written in the address. */
  readonly value: TSchema;
  readonly ops: readonly ('eq' | 'in' | 'gte' | 'lte')[];
  /** All values that the column can have, where they are few. */
  readonly values?: readonly SqlValue[];
  /** Asks whether the column is empty, instead of what is in it. */
  readonly isEmpty?: true;
  /** What is compared with the column, where it is not the value itself. */
  readonly stored?: (value: never) => SqlValue;
};
export type Filters = Readonly<Record<string, Filter>>;

/** What one filter asks of its column. */
export type Condition = { readonly filter: string; readonly column: string } & (
  | { readonly is: 'one of'; readonly values: readonly SqlValue[] }
  | { readonly is: 'empty' | 'filled' }
  | { readonly is: 'between'; readonly from?: SqlValue; readonly to?: SqlValue }
);

export const exactly = <V>(column: string, value: TSchema, stored?: (value: V) => SqlValue): Filter => ({
  column,
  value,
  ops: ['eq'],
  ...(stored ? { stored: stored as (value: never) => SqlValue } : {}),
});

/** One or several of these. */
export const oneOf = (column: string, values: readonly string[]): Filter => ({
  column,
  value: OneOf(values),
  ops: ['eq', 'in'],
  values,
});

export const yesNo = (column: string): Filter => ({
  column,
  value: Type.Boolean(),
  ops: ['eq'],
  values: [0, 1],
});

/** From and to, both included. */
export const between = (column: string, value: TSchema): Filter => ({ column, value, ops: ['gte', 'lte'] });

/** True asks for those without: an open hold has no end. */
export const isEmpty = (column: string): Filter => ({
  column,
  value: Type.Boolean(),
  ops: ['eq'],
  isEmpty: true,
});

/** The parameters that filters add to an address: `state`, `state.in`, `date.gte`. */
export function filterSchemas(filters: Filters): Record<string, TSchema> {
  const schemas: Record<string, TSchema> = {};
  for (const [name, filter] of Object.entries(filters))
    for (const op of filter.ops)
      schemas[op === 'eq' ? name : `${name}.${op}`] = Type.Optional(
        op === 'in' ? severalOf(filter.values ?? []) : filter.value,
      );
  return schemas;
}

/** Separated by commas; each once at most would be as many as there are. */
function severalOf(values: readonly SqlValue[]): TSchema {
  const words = values.map(String);
  if (!words.every((word) => /^[a-z0-9_]+$/.test(word)))
    throw new Error('values of a filter are plain words');
  const one = `(?:${words.join('|')})`;
  return Type.String({
    pattern: `^${one}(?:,${one}){0,${words.length - 1}}$`,
    description: `One or several, with commas: ${words.join(', ')}`,
  });
}

/** What a checked address asks. */
export function conditionsOf(filters: Filters, query: Readonly<Record<string, unknown>>): Condition[] {
  return Object.entries(filters).flatMap(([filter, { column, isEmpty: asksEmpty, stored, ...rest }]) => {
    const of = { filter, column };
    const valueOf = (value: unknown): SqlValue =>
      stored ? stored(value as never) : typeof value === 'boolean' ? Number(value) : (value as SqlValue);
    const conditions: Condition[] = [];
    const exact = query[filter];
    if (exact !== undefined && asksEmpty) conditions.push({ ...of, is: exact === true ? 'empty' : 'filled' });
    else if (exact !== undefined) conditions.push({ ...of, is: 'one of', values: [valueOf(exact)] });
    const several = rest.ops.includes('in') ? query[`${filter}.in`] : undefined;
    if (typeof several === 'string')
      conditions.push({ ...of, is: 'one of', values: [...new Set(several.split(','))].sort() });
    const [from, to] = [query[`${filter}.gte`], query[`${filter}.lte`]];
    if (rest.ops.includes('gte') && (from !== undefined || to !== undefined))
      conditions.push({
        ...of,
        is: 'between',
        ...(from === undefined ? {} : { from: valueOf(from) }),
        ...(to === undefined ? {} : { to: valueOf(to) }),
      });
    return conditions;
  });
}
