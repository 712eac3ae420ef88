import { addDays, ONE, type PlainDate } from '@traliccio/sdk';
import fc from 'fast-check';
import {
  COMPANY,
  CONDOMINIUM,
  FOREIGN_EU,
  FOREIGN_PRIVATE,
  ISSUER,
  PRIVATE,
  PUBLIC_BODY,
  SOLE_TRADER,
  documentOf,
  type DocumentInput,
  type LineInput,
} from './documents.ts';

/** Characters that FatturaPA takes or that we rewrite: what an Italian operator types or pastes. */
const WRITTEN =
  'abcdefghilmnopqrstuvzABCDEFGHILMNOPQRSTUVZ0123456789àèéìòùÀÈÉçñüß&<>"\'/()+-.,;: €–—“”’…\t\n';
export const prose = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...WRITTEN), { minLength: 0, maxLength: max })
    .map((characters) => `x${characters.join('')}`);

const line: fc.Arbitrary<LineInput> = fc
  .record({
    description: prose(80),
    price: fc.integer({ min: -20_000, max: 90_000 }),
    quantity: fc.oneof(fc.constant(ONE), fc.integer({ min: 1, max: 250 * ONE })),
    unit: fc.option(fc.constantFrom('ore', 'pz', 'minuti', 'metri lineari'), { nil: undefined }),
    vatIncluded: fc.boolean(),
    tax: fc.constantFrom<readonly [rate: number, natura: string | undefined]>(
      [2200, undefined],
      [2200, undefined],
      [1000, undefined],
      [400, undefined],
      [0, 'N1'],
      [0, 'N4'],
    ),
    from: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    contractCode: fc.constantFrom(undefined, 'C-000456', 'C-000457', 'C-000458'),
  })
  .map(({ tax: [vatRate, natura], from, unit, contractCode, ...rest }) => ({
    ...rest,
    vatRate,
    ...(natura === undefined ? {} : { natura }),
    ...(unit === undefined ? {} : { unit }),
    ...(contractCode === undefined ? {} : { contractCode }),
    ...(from === undefined
      ? {}
      : { period: [addDays('2026-01-01', from), addDays('2026-01-31', from)] as const }),
  }));

/** Documents as core would make them: any kind of customer, net and VAT-included lines, whole and broken quantities. */
export const documents = fc
  .record({
    issuer: fc.constantFrom(ISSUER, SOLE_TRADER),
    customer: fc.constantFrom(PRIVATE, COMPANY, PUBLIC_BODY, CONDOMINIUM, FOREIGN_EU, FOREIGN_PRIVATE),
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    esigibilita: fc.constantFrom<'I' | 'D' | 'S'>('I', 'D', 'S'),
    number: fc.integer({ min: 1, max: 999_999 }),
    day: fc.integer({ min: 0, max: 3000 }),
    causale: fc.option(prose(900), { nil: null }),
    credit: fc.boolean(),
    stampDuty: fc.constantFrom(0, 200),
  })
  .map(({ number, day, credit, ...rest }) => {
    const date: PlainDate = addDays('2021-01-01', day);
    const input: DocumentInput = { ...rest, number, numberText: `${number}/A`, date };
    if (!credit) return documentOf(input);
    return documentOf({
      ...input,
      kind: 'credit_note',
      tipoDocumento: 'TD04',
      credits: { id: 9, numberText: '9/A', date: addDays(date, -30), reason: 'recesso' },
    });
  });
