import type { operations } from '@traliccio/sdk/client';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, ApiError, dataOf } from '../../app/api.ts';

export type Customer = operations['getCustomersById']['responses'][200]['content']['application/json'];
export type Changes = operations['patchCustomersById']['requestBody']['content']['application/json'];
export type Creation = operations['postCustomers']['requestBody']['content']['application/json'];
export type Consent = operations['postCustomersByIdConsents']['requestBody']['content']['application/json'];

export const KINDS = ['private', 'company', 'public_body', 'condominium', 'foreign'] as const;
export const ROLES = ['billing', 'technical', 'admin'] as const;

export const customerKey = (id: number) => ['customer', id] as const;

export const useCustomer = (id: number) =>
  useQuery({
    queryKey: customerKey(id),
    refetchOnMount: 'always',
    queryFn: ({ signal }): Promise<Customer> =>
      dataOf(api.GET('/api/customers/{id}', { params: { path: { id } }, signal })),
  });

/** Takes over what a write answered, and lets what shows it elsewhere be read again. */
export function useRefresh(): (customer: Customer) => Promise<void> {
  const queries = useQueryClient();
  return async (customer) => {
    queries.setQueryData(customerKey(customer.id), customer);
    await Promise.all(
      [['/api/customers'], ['customer-history', customer.id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  };
}

/** What is there now, when somebody else was faster. */
export const currentOf = (error: unknown): Customer | undefined =>
  error instanceof ApiError && error.code === 'customer.version'
    ? (error.problem?.current as Customer | undefined)
    : undefined;

export const addressLine = (address: Customer['address']): string =>
  [
    [address.street, address.houseNumber].filter(Boolean).join(' '),
    [address.postcode, address.city, address.province && `(${address.province})`].filter(Boolean).join(' '),
    address.country === 'IT' ? '' : address.country,
  ]
    .filter(Boolean)
    .join(', ');
