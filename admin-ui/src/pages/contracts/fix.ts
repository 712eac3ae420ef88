import type { RouteLocationRaw } from 'vue-router';
import { router } from '../../app/router.ts';
import type { Contract } from './contract.ts';

type Parked = NonNullable<Contract['parked']>;
/** Where what keeps a contract from being billed is put right: an item of it, or another page. */
export type Fix =
  | { readonly item: string }
  | { readonly page: 'payer' | 'issuer' | 'plugin' | 'plugins' | 'settings'; readonly to: RouteLocationRaw };

export function fixOf(parked: Parked, contract: Contract): Fix | undefined {
  const item = /^items\.([^.]+)/.exec(parked.field)?.[1];
  if (item !== undefined) return { item };
  if (parked.code === 'contract.no_price') return undefined;
  const page = pageOf(parked);
  const params =
    page === 'payer' ? { id: contract.payer.id } : page === 'plugin' ? { id: parked.plugin } : {};
  const name = page === 'payer' ? 'customer' : page;
  return router.hasRoute(name) ? { page, to: { name, params } as RouteLocationRaw } : undefined;
}

function pageOf({ code, field, plugin }: Parked): Exclude<Fix, { item: string }>['page'] {
  if (code === 'cadence.unknown') return 'plugins';
  if (code.startsWith('invoice.')) return 'settings';
  if (/CedentePrestatore/.test(field)) return 'issuer';
  // A document that a plugin objects to is put right with whom it is for; what isn't about one, in the plugin.
  if (code.startsWith('document.') || field === 'payer') return 'payer';
  return plugin === null ? 'payer' : 'plugin';
}
