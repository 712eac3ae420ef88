import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Cells } from './cells.ts';
import { type ImportedContract, readContract } from './contract-rows.ts';

const TODAY = '2026-10-31';
const GOOD = { code: 'K1', customer: 'C1', start_date: '2026-01-10', plan: 'CASA-30' };

type Values = Readonly<Record<string, string>>;
type Read = {
  readonly contract: ImportedContract;
  readonly problems: readonly (readonly [number, string])[];
};

/** Reads rows of one contract, the first on line 2, each with what it has beyond the first good one. */
function read(first: Values, ...more: Values[]): Read {
  const rows = [{ ...GOOD, ...first }, ...more.map((values) => ({ code: 'K1', ...values }))].map(
    (values, i) => new Cells({ line: i + 2, prefix: 'contract', values: new Map(Object.entries(values)) }),
  );
  const contract = readContract(rows, TODAY);
  return { contract, problems: rows.flatMap((row) => row.problems.map((p) => [row.line, p.code] as const)) };
}

describe('a row of a contract', () => {
  const bad: [what: string, code: string, values: Values][] = [
    ['without a customer', 'customer_missing', { customer: '' }],
    ['without its start', 'start_date_missing', { start_date: '' }],
    ['with a date that there is not', 'start_date_date_invalid', { start_date: '31/02/2026' }],
    ['that ends before it starts', 'end_date_before_start', { end_date: '2026-01-09', state: 'terminated' }],
    ['that has ended and is active', 'state_with_end', { end_date: '2026-09-30' }],
    ['that is to end without a day', 'end_date_missing', { state: 'terminating' }],
    ['that has ended in the future', 'end_date_future', { state: 'terminated', end_date: '2026-12-31' }],
    ['that is pending for no reason', 'state_reason_missing', { state: 'pending', state_from: '2026-10-01' }],
    [
      'that is suspended since nobody knows',
      'state_from_missing',
      { state: 'suspended', state_reason: 'moroso' },
    ],
    [
      'that is suspended from tomorrow',
      'state_from_future',
      { state: 'suspended', state_reason: 'moroso', state_from: '2026-11-01' },
    ],
    ['with a state that there is not', 'state_unknown', { state: 'frozen' }],
    ['with a price in words', 'price_number_invalid', { price: 'trenta' }],
    ['with thousands separated', 'price_number_invalid', { price: '1.234,56' }],
    ['with an IBAN that is none', 'iban_invalid', { iban: 'IT61X0542811101000000123456' }],
    ['with a CIG that is too long', 'cig_invalid', { cig: '1234567890123456' }],
    ['with the postcode of nowhere', 'install_postcode_invalid', { install_postcode: '330' }],
    [
      'billed through a day before it started',
      'billed_through_before_start',
      { billed_through: '2026-01-01' },
    ],
    ['of an item that ends before it starts', 'item_end_before_start', { item_end: '2026-01-09' }],
    ['with a series of words', 'series_invalid', { series: 'serie A' }],
  ];
  for (const [what, code, values] of bad)
    it(`${what} is refused as contract.${code}`, () =>
      deepEqual(read(values).problems, [[2, `contract.${code}`]]));
});

describe('what another system has billed', () => {
  const versionsOf = (first: Values, ...more: Values[]) =>
    read(first, ...more).contract.versions.map((v) => [v.validFrom, v.validTo, v.billedTo, v.startsItem]);

  it('is said by its last day', () => {
    const { contract } = read({ billed_through: '31/10/2026' });
    deepEqual([contract.billedThrough, contract.versions[0]?.billedTo], ['2026-10-31', '2026-11-01']);
  });

  it('goes over the changes of an item, each as far as it holds', () =>
    deepEqual(
      versionsOf(
        { billed_through: '2026-11-09' },
        { valid_from: '2026-06-01', price: '20' },
        { valid_from: '2026-12-01', price: '30' },
      ),
      [
        ['2026-01-10', '2026-06-01', '2026-06-01', true],
        ['2026-06-01', '2026-12-01', '2026-11-10', false],
        ['2026-12-01', null, null, false],
      ],
    ));

  it('is told of each item; the contract as a whole through the least of them, if all were', () => {
    const telephone = { item: 'voce', plan: 'VOCE' };
    const both = read({ billed_through: '2026-10-31' }, { ...telephone, billed_through: '2026-09-30' });
    equal(both.contract.billedThrough, '2026-09-30');
    equal(read({ billed_through: '2026-10-31' }, telephone).contract.billedThrough, null);
  });
});

describe('rows of one contract', () => {
  it('say once what the contract is', () => {
    const { contract, problems } = read(
      { pppoe_user: 'k1', attribute_antenna: 'LHG' },
      { item: 'voce', plan: 'VOCE' },
    );
    deepEqual(problems, []);
    deepEqual(contract.details.attributes, { pppoe_user: 'k1', antenna: 'LHG' });
    deepEqual(
      contract.versions.map((v) => [v.input.item, v.input.plan, v.input.anchor]),
      [
        ['main', 'CASA-30', '2026-01-10'],
        ['voce', 'VOCE', '2026-01-10'],
      ],
    );
  });

  it('are refused when they disagree about it', () =>
    deepEqual(read({}, { item: 'voce', customer: 'C2' }).problems, [[3, 'contract.customer_disagrees']]));

  it('of one item come one after the other in time', () => {
    deepEqual(read({}, { price: '20' }).problems, [[3, 'contract.valid_from_missing']]);
    deepEqual(read({}, { price: '20', valid_from: '2026-01-10' }).problems, [
      [3, 'contract.valid_from_order'],
    ]);
    deepEqual(
      read({ state: 'terminating', end_date: '2026-11-30' }, { price: '20', valid_from: '2026-12-01' })
        .problems,
      [[3, 'contract.valid_from_after_end']],
    );
  });

  it('have the first day that is not in it from the last that is', () => {
    const { contract } = read({ state: 'terminating', end_date: '30/11/2026', state_from: '2026-10-20' });
    deepEqual([contract.endsOn, contract.stateFrom], ['2026-12-01', '2026-10-20']);
  });
});
