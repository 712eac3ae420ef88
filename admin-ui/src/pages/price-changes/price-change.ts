import type { operations } from '@traliccio/sdk/client';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, dataOf } from '../../app/api.ts';
import { price } from '../../app/format.ts';

type Ok<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type PriceChange = Ok<'getPriceChangesById'>;
export type PriceChangeRow = Ok<'getPriceChanges'>['items'][number];
export type ChangedContract = Ok<'getPriceChangeContracts'>['items'][number];
export type PriceChangePreview = Ok<'postPriceChangesPreviews'>;

export const STATES = ['announced', 'done', 'cancelled'] as const;
export const CONTRACT_STATES = [
  'announced',
  'applied',
  'withdrawn',
  'left_out',
  'skipped',
  'cancelled',
] as const;
export const WAYS = ['letter', 'mail', 'other'] as const;
/** Why the server leaves a contract out; anything else is an operator's own words. */
const REASONS = [
  'several_prices',
  'announced_already',
  'changes_later',
  'not_told',
  'told_late',
  'ended',
  'price_changed',
  'refused',
];

type T = (key: string) => string;

export const priceText = (t: T, priceE8: number, vatIncluded: boolean): string =>
  `${price(priceE8)} ${t(vatIncluded ? 'vatIncluded' : 'vatExcluded')}`;

export function reasonText(t: T, reason: string | null): string {
  const [code = '', ...rest] = (reason ?? '').split(': ');
  if (!REASONS.includes(code)) return reason ?? '';
  return [t(`reasons.${code}`), ...rest].join(': ');
}

export const changeKey = (id: number) => ['price-change', id] as const;

export const usePriceChange = (id: number) =>
  useQuery({
    queryKey: changeKey(id),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/price-changes/{id}', { params: { path: { id } }, signal }),
      ) as Promise<PriceChange>,
  });

/** Takes over what a command answered, and lets the lists be read again. */
export function useTakeOver(): (change: PriceChange) => Promise<void> {
  const queries = useQueryClient();
  return async (change) => {
    queries.setQueryData(changeKey(change.id), change);
    await Promise.all(
      [
        ['/api/price-changes'],
        ['/api/price-change-contracts'],
        ['/api/contracts'],
        ['contract'],
        ['contract-forecast'],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  };
}
