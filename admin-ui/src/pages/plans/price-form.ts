import { parsePrice } from '../../app/format.ts';
import type { NewPrice } from './plan.ts';

/** A price as it is typed. */
export type TypedPrice = {
  amount: string;
  vatIncluded: boolean;
  vatRate: string;
  natura: string;
  vatReference: string;
};
export const emptyPrice = (): TypedPrice => ({
  amount: '',
  vatIncluded: true,
  vatRate: '22',
  natura: '',
  vatReference: '',
});

/** A rate in percent, in hundredths of it; undefined when it is none. */
export function parseRate(text: string): number | undefined {
  const parsed = parsePrice(text.replace(/\s*%\s*$/, ''));
  return parsed === undefined || parsed < 0 || parsed > 100e8 || parsed % 1e6 !== 0
    ? undefined
    : parsed / 1e6;
}
export const isPriced = ({ amount, vatRate }: TypedPrice): boolean =>
  parsePrice(amount) !== undefined && parseRate(vatRate) !== undefined;

/** As the server takes it; what is no number it refuses. */
export function sentPrice(typed: TypedPrice, validFrom: string): NewPrice {
  const isFree = parseRate(typed.vatRate) === 0;
  return {
    validFrom,
    priceE8: parsePrice(typed.amount) ?? -1,
    vatIncluded: typed.vatIncluded,
    vatRate: parseRate(typed.vatRate) ?? -1,
    natura: isFree ? typed.natura.trim() || null : null,
    vatReference: isFree ? typed.vatReference.trim() || null : null,
  };
}
