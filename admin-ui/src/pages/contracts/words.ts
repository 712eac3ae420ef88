import { price } from '../../app/format.ts';

type T = (key: string, named?: Record<string, unknown>) => string;

/** `months:3` in words; of a cadence that a plugin brings, its own name. */
export function cadence(t: T, name: string): string {
  const [unit, length] = name.split(':');
  if (unit === undefined || !['months', 'weeks', 'days'].includes(unit) || !/^\d+$/.test(length ?? ''))
    return name;
  const n = Number(length);
  if (unit === 'months' && n === 12) return t('cadence.year');
  return n === 1 ? t(`cadence.${unit}1`) : t(`cadence.${unit}`, { n });
}

type Priced = { readonly priceE8: number; readonly vatIncluded: boolean; readonly vatRate: number };

export const priceText = (t: T, { priceE8, vatIncluded, vatRate }: Priced): string =>
  `${price(priceE8)} ${vatRate === 0 ? t('vat.none') : t(vatIncluded ? 'vat.included' : 'vat.excluded')}`;

/** What is shown of a contract, by the key of its words, and its colour. */
export const SHOWN_AS = {
  Bozza: ['draft', 'info'],
  'Da attivare': ['toStart', 'info'],
  Attivo: ['active', 'success'],
  Pending: ['pending', 'warning'],
  Sospeso: ['suspended', 'warning'],
  Disattivato: ['off', 'secondary'],
  Annullato: ['cancelled', 'secondary'],
} as const;
