import type { ContractView } from '@traliccio/sdk';
import type { PageContract } from './page.ts';

export const contractViewOf = (c: PageContract): ContractView => ({
  id: c.id,
  code: c.code,
  customerId: c.customerId,
  payerId: c.payerId,
  siteId: c.siteId,
  state: c.state,
  attributes: JSON.parse(c.attributes) as Record<string, string>,
});
