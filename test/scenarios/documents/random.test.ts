import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { fatturaOf } from '../../../plugins/fatturapa/src/from-document.ts';
import { runRules } from '../../../plugins/fatturapa/src/rules/table.ts';
import { expectedOf, factsOf, type Expected } from './expected.ts';
import { documentOf, type Priced } from './make.ts';
import {
  BRITON,
  COMPANY,
  CONDOMINIUM,
  EU_BUSINESS,
  EXEMPT,
  EXPORTER,
  FORFETTARIO,
  ISSUER,
  LISTED_COMPANY,
  PRIVATE,
  PUBLIC_BODY,
  RECHARGING,
  SWISS_BUSINESS,
  WITH_PEC,
  WITHHOLDING,
} from './parties.ts';

const quantity = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1_000_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((n) => n * 1_000_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400_000_000 }) },
);
const reason = (natura: string): Pick<Priced, 'natura' | 'vatReference'> => ({
  natura,
  vatReference: `Senza IVA, natura ${natura}`,
});
const line: fc.Arbitrary<Priced> = fc
  .record({
    price: fc.oneof(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 120_000 }),
      fc.integer({ min: -3000, max: -1 }),
    ),
    quantity,
    tax: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          vatRate: fc.constantFrom(2200, 2200, 1000, 500, 400),
          vatIncluded: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.constantFrom('N1', 'N2.2', 'N3.1', 'N3.5', 'N4').map(reason) },
    ),
  })
  .map(({ tax, ...rest }) => ({ description: 'Riga', ...rest, ...tax }));

const invoice = fc.record({
  issuer: fc.constantFrom(ISSUER, ISSUER, RECHARGING, FORFETTARIO, {
    ...FORFETTARIO,
    rechargesStampDuty: true,
  }),
  payer: fc.constantFrom(
    PRIVATE,
    COMPANY,
    WITH_PEC,
    LISTED_COMPANY,
    PUBLIC_BODY,
    CONDOMINIUM,
    WITHHOLDING,
    EXPORTER,
    EXEMPT,
    EU_BUSINESS,
    SWISS_BUSINESS,
    BRITON,
  ),
  tipoDocumento: fc.constantFrom('TD01', 'TD01', 'TD24', 'TD26'),
  lines: fc.array(line, { minLength: 1, maxLength: 9 }),
});

const byGroup = <T extends { rate: bigint; natura: string | null }>(groups: readonly T[]): T[] =>
  groups.toSorted((a, b) => Number(b.rate - a.rate) || ((a.natura ?? '') < (b.natura ?? '') ? -1 : 1));
const told = ({ groups, ...rest }: Expected) => ({
  ...rest,
  groups: byGroup(groups).map(({ rate, natura, base, vat }) => ({ rate, natura, base, vat })),
});

it('10,000 random documents come to what fractions come to, and the SDI would take each', () => {
  let seen = 0;
  const rare = { rounded: 0, withheld: 0, split: 0, stamped: 0, advertised: 0 };
  fc.assert(
    fc.property(invoice, (given) => {
      const document = documentOf(given);
      const expected = expectedOf(given);
      assert.deepEqual(told(factsOf(document)), told(expected));
      assert.equal(
        BigInt(document.rounding),
        expected.groups.reduce((sum, g) => sum + g.rounding, 0n),
      );
      assert.equal(document.net + document.vatTotal + document.rounding, document.total);
      for (const { advertised, base, vat, rounding } of expected.groups)
        if (advertised !== null) {
          assert.equal(base + vat, advertised);
          assert.equal(rounding, 0n);
          rare.advertised += 1;
        }
      const { fattura, findings } = fatturaOf(document, '0001A');
      assert.deepEqual([...findings, ...runRules(fattura, document.date)], []);
      seen += 1;
      rare.rounded += document.rounding === 0 ? 0 : 1;
      rare.withheld += document.withholding ? 1 : 0;
      rare.split += document.vat.some((v) => v.esigibilita === 'S') ? 1 : 0;
      rare.stamped += document.stampDutyLine === undefined ? 0 : 1;
    }),
    { numRuns: 10_000, seed: 20_261_124 },
  );
  assert.ok(seen >= 10_000);
  for (const [what, times] of Object.entries(rare)) assert.ok(times > 10, `${what}: only ${times} times`);
});
