import type { operations } from '@traliccio/sdk/client';
import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api, dataOf } from '../../app/api.ts';
import { parseMoney, typedMoney } from '../../app/format.ts';
import type { Document } from './document.ts';

type Answer<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;
export type Creditable = Answer<'getDocumentsByIdCreditable'>;
export type CreditableLine = Creditable['lines'][number];
export type CreditBody = {
  readonly rebill: boolean;
  readonly lines?: { line: number; quantity?: number; amount?: number; rebill?: boolean }[];
};

/** What of an invoice is left to credit. */
export const useCreditable = (document: MaybeRefOrGetter<Document | undefined>) =>
  useQuery({
    queryKey: computed(() => ['/api/documents', toValue(document)?.id, 'creditable']),
    enabled: () => toValue(document)?.kind === 'invoice' && toValue(document)?.number != null,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/documents/{id}/creditable', {
          params: { path: { id: toValue(document)!.id } },
          signal,
        }),
      ),
  });

/** What is chosen of a line, as it is typed. */
export type Choice = {
  readonly line: CreditableLine;
  isChosen: boolean;
  /** A quantity where the line is of several, else an amount. */
  typed: string;
  rebill: boolean;
};

const ONE = 1_000_000;
export const isCounted = (line: CreditableLine): boolean => line.quantity !== ONE && line.leftQuantity > 0;
export const quantityText = (micro: number): string => String(micro / ONE).replace('.', ',');
const leftText = (line: CreditableLine): string =>
  isCounted(line) ? quantityText(line.leftQuantity) : typedMoney(line.left);

export const choicesOf = ({ lines }: Creditable): Choice[] =>
  lines
    .filter((line) => line.left !== 0)
    .map((line) => ({ line, isChosen: false, typed: leftText(line), rebill: false }));

/** Nothing was taken of it, and all of it is credited: only then it can be billed again. */
export const isWhole = ({ line, typed }: Choice): boolean =>
  line.left === line.amount && typed.trim() === leftText(line);

/** In millionths, or cents; undefined when it is none. */
function valueOf({ line, typed }: Choice): number | undefined {
  if (!isCounted(line)) return parseMoney(typed);
  const match = /^\s*(\d{1,6})(?:,(\d{1,6}))?\s*$/.exec(typed);
  return match ? Number(match[1]) * ONE + Number((match[2] ?? '').padEnd(6, '0')) : undefined;
}
export const isTyped = (choice: Choice): boolean => {
  const value = valueOf(choice);
  return value !== undefined && value !== 0;
};

/** The chosen lines as the server takes them; undefined while something is wrong or nothing is chosen. */
export function linesOf(choices: readonly Choice[]): CreditBody['lines'] | undefined {
  const chosen = choices.filter((one) => one.isChosen);
  if (chosen.length === 0 || !chosen.every(isTyped)) return undefined;
  return chosen.map((one) => {
    if (one.typed.trim() === leftText(one.line))
      return { line: one.line.line, ...(one.rebill && isWhole(one) ? { rebill: true } : {}) };
    const value = valueOf(one) as number;
    return { line: one.line.line, ...(isCounted(one.line) ? { quantity: value } : { amount: value }) };
  });
}
