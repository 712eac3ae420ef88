import { E8_PER_CENT, formatDecimal } from '@traliccio/sdk';
import { decimalE8 } from '../decimal.ts';
import { ONE_E8, type Body, type DettaglioLinee, type E8, type ScontoMaggiorazione } from '../fattura.ts';
import type { Rule } from './rule.ts';
import { ratesOf } from './vat.ts';

/**
 * The sums. All exact: SDI compares with the unrounded product and refuses from a difference of 0.01 (or 1.00) on, so a
 * rounded intermediate result would decide wrongly at the bound.
 */
export const amountRules: readonly Rule[] = [
  {
    code: '00421',
    offline: 'yes',
    severity: 'error',
    title: 'L’imposta è aliquota per imponibile (tolleranza sotto 0,01)',
    check: {
      body({ body }, report) {
        for (const [i, s] of body.DatiRiepilogo.entries()) {
          // In 1e-4 cents, where base times rate is whole.
          const product = BigInt(s.ImponibileImporto) * BigInt(s.AliquotaIVA);
          if (abs(BigInt(s.Imposta) * 10_000n - product) >= 10_000n)
            report(
              `DatiRiepilogo[${i + 1}]/Imposta`,
              `imposta ${two(s.Imposta)}, ma ${two(s.AliquotaIVA)}% di ${two(s.ImponibileImporto)} fa ${decimalE8(product * 100n)}: ricalcolarla`,
            );
        }
      },
    },
  },
  {
    code: '00422',
    offline: 'yes',
    severity: 'error',
    title: 'L’imponibile di ogni aliquota è la somma delle righe (tolleranza sotto 1,00)',
    check: {
      body({ body }, report) {
        for (const rate of ratesOf(body)) {
          const base = summarised(body, rate);
          if (base === undefined) continue;
          const lines = sumOfLines(body, rate);
          if (abs(base - lines) >= ONE_E8)
            report(
              'DatiRiepilogo/ImponibileImporto',
              `l’imponibile al ${two(rate)}% (meno arrotondamento) è ${decimalE8(base)}, la somma delle righe ${decimalE8(lines)}: ricalcolarlo`,
            );
        }
      },
    },
  },
  {
    code: '00423',
    offline: 'yes',
    severity: 'error',
    title: 'Il totale di riga è prezzo, meno sconti, per quantità (tolleranza sotto 0,01)',
    check: {
      body({ body }, report) {
        for (const [i, line] of body.DettaglioLinee.entries()) {
          const { total, scale } = exactTotal(line);
          const given = line.PrezzoTotale * scale;
          if (abs(given - total) * 100n >= ONE_E8 * scale)
            report(
              `DettaglioLinee[${i + 1}]/PrezzoTotale`,
              `totale ${decimalE8(line.PrezzoTotale)}, ma prezzo per quantità fa ${decimalE8(total / scale)}: ricalcolarlo`,
            );
        }
      },
    },
  },
  {
    code: '00437',
    offline: 'yes',
    severity: 'error',
    title: 'Uno sconto o maggiorazione del documento ha percentuale o importo',
    check: {
      body({ body }, report) {
        for (const [i, d] of body.DatiGeneraliDocumento.ScontoMaggiorazione.entries())
          if (isEmpty(d))
            report(
              `DatiGeneraliDocumento/ScontoMaggiorazione[${i + 1}]`,
              'lo sconto o maggiorazione non ha né percentuale né importo: indicarne uno',
            );
      },
    },
  },
  {
    code: '00438',
    offline: 'yes',
    severity: 'error',
    title: 'Uno sconto o maggiorazione di riga ha percentuale o importo',
    check: {
      body({ body }, report) {
        for (const [i, line] of body.DettaglioLinee.entries())
          for (const d of line.ScontoMaggiorazione)
            if (isEmpty(d))
              report(
                `DettaglioLinee[${i + 1}]/ScontoMaggiorazione`,
                'lo sconto o maggiorazione non ha né percentuale né importo: indicarne uno',
              );
      },
    },
  },
];

const two = (value: number): string => formatDecimal(value, 2);
const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const CENT: E8 = BigInt(E8_PER_CENT);
const WHOLE_PERCENT = 10_000n;
const isEmpty = (d: ScontoMaggiorazione): boolean => d.Percentuale === undefined && d.Importo === undefined;

/** Sum of the bases of a rate, less what the summaries declare as rounding; undefined without a summary (00443). */
function summarised(body: Body, rate: number): E8 | undefined {
  let sum: E8 | undefined;
  for (const s of body.DatiRiepilogo)
    if (s.AliquotaIVA === rate)
      sum = (sum ?? 0n) + BigInt(s.ImponibileImporto) * CENT - (s.Arrotondamento ?? 0n);
  return sum;
}

function sumOfLines(body: Body, rate: number): E8 {
  let sum = 0n;
  for (const line of body.DettaglioLinee) if (line.AliquotaIVA === rate) sum += line.PrezzoTotale;
  for (const fund of body.DatiGeneraliDocumento.DatiCassaPrevidenziale)
    if (fund.AliquotaIVA === rate) sum += BigInt(fund.ImportoContributoCassa) * CENT;
  return sum;
}

/**
 * (price ∓ discounts) times quantity, as `total / scale` of 1e-8 euro. Percentages cascade, each on what is left;
 * an amount wins over a percentage; a missing quantity is one.
 */
function exactTotal(line: DettaglioLinee): { total: bigint; scale: bigint } {
  let price = line.PrezzoUnitario;
  let scale = 1n;
  for (const d of line.ScontoMaggiorazione) {
    const sign = d.Tipo === 'MG' ? 1n : -1n;
    if (d.Importo !== undefined) {
      price += sign * d.Importo * scale;
    } else if (d.Percentuale !== undefined) {
      price *= WHOLE_PERCENT + sign * BigInt(d.Percentuale);
      scale *= WHOLE_PERCENT;
    }
  }
  return { total: price * (line.Quantita ?? ONE_E8), scale: scale * ONE_E8 };
}
