import { E8_PER_CENT, netOfE8, ONE, priceTimes } from '../money.ts';
import type { DocumentLineView, DocumentView } from '../views.ts';
import { sampleCustomer, sampleIssuer } from './sample-parties.ts';
import { sampleTotals } from './sample-totals.ts';

/**
 * An issued invoice as a small ISP writes it: a month of internet at an advertised price and a visit of a technician,
 * to a private customer. Totals follow from the lines unless they are given.
 *
 * @example sampleDocument({ lines: [sampleLine({ amount: 1999, vatIncluded: true })] }).total // 1999
 */
export function sampleDocument(overrides: Partial<DocumentView> = {}): DocumentView {
  const customer = overrides.customer ?? sampleCustomer();
  const lines = overrides.lines ?? [
    sampleLine(),
    sampleLine({
      number: 2,
      description: 'Intervento tecnico del 12/10/2026',
      amount: 3500,
      vatIncluded: false,
      periodFrom: null,
      periodTo: null,
    }),
  ];
  return {
    id: 100,
    kind: 'invoice',
    tipoDocumento: overrides.kind === 'credit_note' ? 'TD04' : 'TD01',
    series: 'A',
    year: 2026,
    number: 123,
    numberText: '123/A',
    revision: 0,
    date: '2026-11-01',
    currency: 'EUR',
    issuer: sampleIssuer(),
    customer,
    lines,
    ...sampleTotals(lines, customer.kind === 'public_body'),
    stampDuty: 0,
    causale: null,
    payment: {
      method: 'MP05',
      dueDate: '2026-11-21',
      iban: 'IT60X0542811101000000123456',
      bankName: 'Banca di Prova',
      reference: 'FT 123/A C00010',
    },
    purchaseOrder: null,
    contractCodes: ['INT-2024-0042'],
    credits: null,
    ...overrides,
  };
}

/** A line; unit price and total follow from `amount`, `vatIncluded` and `quantity` unless they are given. */
export function sampleLine(overrides: Partial<DocumentLineView> = {}): DocumentLineView {
  const { amount = 2990, vatIncluded = true, vatRate = 2200, quantity = ONE } = overrides;
  const totalE8 = vatIncluded ? netOfE8(amount, vatRate) : amount * E8_PER_CENT;
  return {
    number: 1,
    description: 'Internet 100 Mega Casa',
    quantity,
    unit: null,
    unitPrice: priceOfOne(totalE8, quantity),
    totalE8,
    amount,
    vatIncluded,
    vatRate,
    natura: null,
    periodFrom: '2026-11-01',
    periodTo: '2026-11-30',
    contractCode: 'INT-2024-0042',
    ...overrides,
  };
}

function priceOfOne(totalE8: number, quantity: number): number {
  if (quantity === ONE) return totalE8;
  const price = Number((BigInt(totalE8) * BigInt(ONE)) / BigInt(quantity));
  if (priceTimes(price, quantity) !== priceTimes(totalE8, ONE))
    throw new RangeError('give unitPrice: it does not divide evenly');
  return price;
}
