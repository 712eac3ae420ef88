import type { RouteLocationRaw } from 'vue-router';
import { router } from '../../app/router.ts';

type Parked = {
  readonly code: string;
  readonly field: string;
  readonly plugin: string | null;
  readonly payerId?: number | undefined;
};
export type Where = 'customer' | 'issuer' | 'plugin' | 'plugins' | 'settings';

/** A page other than the contract's on which what keeps a contract from being billed is put right. */
export function fixOf(parked: Parked): { readonly where: Where; readonly to: RouteLocationRaw } | undefined {
  const where = whereOf(parked);
  if (where === undefined || !router.hasRoute(where)) return undefined;
  if (where === 'customer')
    return parked.payerId === undefined
      ? undefined
      : { where, to: { name: where, params: { id: parked.payerId } } };
  return {
    where,
    to: where === 'plugin' ? { name: where, params: { id: parked.plugin! } } : { name: where },
  };
}

function whereOf({ code, field, plugin }: Parked): Where | undefined {
  if (code === 'cadence.unknown') return 'plugins';
  if (code === 'invoice.too_high') return 'settings';
  if (/CedentePrestatore/.test(field)) return 'issuer';
  if (/CessionarioCommittente|CodiceDestinatario|PECDestinatario/.test(field) || field === 'payer')
    return 'customer';
  return plugin !== null && !code.startsWith('document.') ? 'plugin' : undefined;
}

const KNOWN = [
  'contract.no_payer',
  'contract.no_price',
  'cadence.unknown',
  'item.price_invalid',
  'item.vat_missing',
  'item.vat_invalid',
  'invoice.date_impossible',
  'invoice.too_many_lines',
  'invoice.too_high',
  'billing.credit_exceeds',
];

/** Key of what a code means, among the words of these pages. */
export function meaningOf({ code, plugin }: Pick<Parked, 'code' | 'plugin'>): string {
  if (KNOWN.includes(code)) return `codes.${code.replace('.', '_')}`;
  if (code.startsWith('document.')) return 'codes.document';
  return plugin === null ? 'codes.other' : 'codes.plugin';
}
