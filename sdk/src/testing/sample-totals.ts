import { divRound, E8_PER_CENT, mulDiv, vatOf } from '../money.ts';
import type { DocumentLineView, DocumentView, VatSummaryView } from '../views.ts';

type Totals = Pick<DocumentView, 'vat' | 'net' | 'vatTotal' | 'rounding' | 'total' | 'payable'>;

/** Adds up lines as invoices are added up: VAT once per rate and nature, advertised prices charged as advertised. */
export function sampleTotals(lines: readonly DocumentLineView[], splitPayment: boolean): Totals {
  const keys = [...new Set(lines.map((line) => `${line.vatRate}|${line.natura ?? ''}`))];
  const groups = keys.map((key) =>
    summary(
      lines.filter((line) => `${line.vatRate}|${line.natura ?? ''}` === key),
      splitPayment,
    ),
  );
  const net = sum(groups.map((group) => group.vat.base));
  const vatTotal = sum(groups.map((group) => group.vat.vat));
  const rounding = sum(groups.map((group) => group.rounding));
  const total = net + vatTotal + rounding;
  return {
    vat: groups.map((group) => group.vat),
    net,
    vatTotal,
    rounding,
    total,
    payable: splitPayment ? total - vatTotal : total,
  };
}

function summary(
  lines: readonly DocumentLineView[],
  splitPayment: boolean,
): { vat: VatSummaryView; rounding: number } {
  const { vatRate, natura } = lines[0] as DocumentLineView;
  const netE8 = sum(lines.filter((line) => !line.vatIncluded).map((line) => line.totalE8));
  const gross = sum(lines.filter((line) => line.vatIncluded).map((line) => line.amount));
  const total = mulDiv(netE8, 10_000 + vatRate, 10_000 * E8_PER_CENT) + gross;
  const base = baseOf(netE8, gross, vatRate);
  // Net and gross lines together may leave more than the SDI's bound of less than a cent: then the document rounds.
  const exact = BigInt(total - base) * 10_000n - BigInt(base) * BigInt(vatRate);
  const within = exact > -10_000n && exact < 10_000n;
  const vat = within ? total - base : vatOf(base, vatRate);
  return {
    vat: {
      vatRate,
      natura,
      esigibilita: natura ? null : splitPayment ? 'S' : 'I',
      base,
      vat,
      roundingE8: base * E8_PER_CENT - sum(lines.map((line) => line.totalE8)),
      reference: natura ? 'Operazione senza IVA' : null,
    },
    rounding: total - base - vat,
  };
}

function baseOf(netE8: number, gross: number, vatRate: number): number {
  const withVat = BigInt(10_000 + vatRate);
  return Number(
    divRound(BigInt(netE8) * withVat + BigInt(gross * E8_PER_CENT) * 10_000n, withVat * BigInt(E8_PER_CENT)),
  );
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
