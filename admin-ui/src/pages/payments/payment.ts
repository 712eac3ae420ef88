import type { operations } from '@traliccio/sdk/client';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api, dataOf } from '../../app/api.ts';

export type PaymentRow =
  operations['getPayments']['responses'][200]['content']['application/json']['items'][number];
export type Payment = operations['getPaymentsById']['responses'][200]['content']['application/json'];
export type NewPayment = operations['postPayments']['requestBody']['content']['application/json'];

/** How an operator takes money; the others come from files of banks. */
export const METHODS = ['cash', 'pos', 'transfer', 'card', 'postal', 'direct_debit', 'other'] as const;

export const usePayment = (id: MaybeRefOrGetter<number>) =>
  useQuery({
    queryKey: computed(() => ['/api/payments', toValue(id)]),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/payments/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });

/** What shows money that came in, or what is open: all of it is asked for again. */
export function useMoneyRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [
        '/api/payments',
        '/api/documents',
        '/api/open-items',
        'balance',
        'statement',
        'document',
        'ageing',
      ].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  };
}

/** What came in is more, what was paid back or taken back is less. */
export const signed = (payment: Pick<PaymentRow, 'side' | 'amount'>): number =>
  payment.side === 'credit' ? payment.amount : -payment.amount;

export type PaymentMethod = NewPayment['method'];
export type OpenItem =
  operations['getOpenItems']['responses'][200]['content']['application/json']['items'][number];
export type Balance = operations['getCustomersByIdBalance']['responses'][200]['content']['application/json'];

export const useBalance = (customerId: MaybeRefOrGetter<number>) =>
  useQuery({
    queryKey: computed(() => ['balance', toValue(customerId)]),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/customers/{id}/balance', { params: { path: { id: toValue(customerId) } }, signal }),
      ),
  });
export type Statement =
  operations['getCustomersByIdStatement']['responses'][200]['content']['application/json'];
