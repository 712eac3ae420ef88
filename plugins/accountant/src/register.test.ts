import { deepEqual, equal, match, throws } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleCustomer, sampleDocument, sampleLine } from '@traliccio/sdk/testing';
import { csvText } from './csv.ts';
import { inOrder, registerCsv, registerRows, totalsOf } from './register.ts';
import { registerXlsx } from './register-xlsx.ts';
import { withDate } from './zip-dates.ts';

const twoRates = sampleDocument({
  lines: [
    sampleLine({ amount: 10_000, vatIncluded: false }),
    sampleLine({ number: 2, amount: 5000, vatIncluded: false, vatRate: 0, natura: 'N1' }),
  ],
  stampDuty: 200,
});

describe('the VAT register', () => {
  it('has a row for each rate, and the total of a document once', () => {
    deepEqual(
      registerRows(twoRates).map((row) => [
        row.vatRate,
        row.natura,
        row.base,
        row.vat,
        row.stampDuty,
        row.total,
      ]),
      [
        [2200, null, 10_000, 2200, 200, 17_200],
        [0, 'N1', 5000, 0, null, null],
      ],
    );
  });

  it('takes credit notes off', () => {
    const rows = [...registerRows(twoRates), ...registerRows({ ...twoRates, kind: 'credit_note' })];
    for (const { base, vat } of totalsOf(rows)) deepEqual([base, vat], [0, 0]);
    equal(
      rows.reduce((all, { total }) => all + (total ?? 0), 0),
      0,
    );
  });

  it('comes by date, series and number, whatever order the documents have', () => {
    const documents = [
      { id: 1, date: '2026-10-02', series: 'A', number: 2 },
      { id: 2, date: '2026-10-02', series: 'A', number: 10 },
      { id: 3, date: '2026-10-01', series: 'B', number: 1 },
    ] as const;
    const rows = documents.toReversed().flatMap((one) => registerRows(sampleDocument(one)));
    deepEqual(
      inOrder(rows).map(({ id }) => id),
      [3, 1, 2],
    );
  });

  it('adds up to its totals', () => {
    const line = fc.record({
      amount: fc.integer({ min: 1, max: 100_000 }),
      vatRate: fc.constantFrom(400, 1000, 2200),
    });
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (documents) => {
        const rows = documents.flatMap((lines, id) =>
          registerRows(
            sampleDocument({ id, lines: lines.map((one, i) => sampleLine({ ...one, number: i + 1 })) }),
          ),
        );
        const sum = (of: readonly { base: number; vat: number }[]) =>
          of.reduce((all, one) => all + one.base + one.vat, 0);
        equal(sum(totalsOf(rows)), sum(rows));
      }),
    );
  });

  it('says who bought: by VAT number, abroad with the country, else by tax code', () => {
    const taxId = (customer: object): string | undefined =>
      registerRows(sampleDocument({ customer: sampleCustomer(customer) }))[0]?.taxId;
    equal(taxId({ vatCountry: 'IT', vatNumber: '01234567897' }), '01234567897');
    equal(taxId({ vatCountry: 'DE', vatNumber: '123456789' }), 'DE123456789');
    equal(taxId({ vatNumber: null, taxCode: 'RSSMRA80A01H501U' }), 'RSSMRA80A01H501U');
  });
});

describe('its files', () => {
  it('have decimal commas, and no cell that a spreadsheet would compute', () => {
    const name = '=HYPERLINK("http://example.org";"x")';
    const csv = Buffer.from(
      registerCsv(
        registerRows(
          sampleDocument({ customer: sampleCustomer({ name }), lines: [sampleLine({ amount: 122 })] }),
        ),
      ),
    ).toString();
    match(csv, /^\ufeffprotocollo;data;numero;tipo;cliente;P\.IVA\/CF;/);
    match(csv, /;"'=HYPERLINK\(""http:\/\/example\.org"";""x""\)";/);
    match(csv, /;22,00;;1,00;0,22;I;0,00;1,22\r\n/);
    for (const start of ['=', '+', '-', '@', '\t', ' =', '\n=']) match(csvText(`${start}1`), /^"'/);
    equal(csvText('Rossi "Mario"'), '"Rossi ""Mario"""');
  });

  it('are the same whenever they are made', async (t) => {
    const rows = registerRows(twoRates);
    const first = await registerXlsx(rows);
    t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-05-06T07:08:10Z') });
    deepEqual(await registerXlsx(rows), first);
  });

  it('of other bytes are refused', () => {
    for (const bytes of [Buffer.from('no zip'), Buffer.alloc(22)]) throws(() => withDate(bytes), TypeError);
  });
});
