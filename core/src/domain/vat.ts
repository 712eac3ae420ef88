import type { Problems } from './problem.ts';
import { checkText } from './address.ts';

export type VatTerms = {
  readonly vatRate: number;
  readonly natura: string | null;
  readonly vatReference: string | null;
};

/** Nature of FatturaPA that still may be used: N2, N3 and N6 only with their second number since 2021. */
export const isNatura = (text: string): boolean => /^(N1|N2\.[12]|N3\.[1-6]|N4|N5|N6\.[1-9]|N7)$/.test(text);

/** A rate of zero says why (natura, and the law); any other has neither. */
export function checkVat(terms: VatTerms, problems: Problems): void {
  const { vatRate, natura, vatReference } = terms;
  problems.unless(
    Number.isInteger(vatRate) && vatRate >= 0 && vatRate <= 10_000,
    'vat_rate',
    'invalid',
    'the VAT rate is between 0 and 100',
  );
  if (vatRate > 0) {
    problems.unless(natura === null, 'natura', 'with_rate', 'a natura stands only with a VAT rate of 0');
  } else {
    problems.unless(
      natura !== null && isNatura(natura),
      'natura',
      natura === null ? 'missing' : 'invalid',
      'a VAT rate of 0 needs its natura: N1, N2.1, N4 ...',
    );
    if (vatReference === null)
      problems.add('vat_reference', 'missing', 'a VAT rate of 0 needs the law that it rests on');
  }
  if (vatReference !== null) checkText(vatReference, { field: 'vat_reference', max: 100 }, problems);
}
