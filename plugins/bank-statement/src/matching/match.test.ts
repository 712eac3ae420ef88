import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { OpenDocument } from '@traliccio/sdk';
import { monthOf } from '../testing/month.ts';
import { match, matchAll } from './match.ts';
import { likeness } from './names.ts';
import { capitals, namesNumber, possibleNumbers } from './quoted.ts';
import { addUpTo } from './sums.ts';
import { type Holder, type Line, worldOf } from './world.ts';

const document = (id: number, changes: Partial<OpenDocument> = {}): OpenDocument => {
  const numberText = changes.numberText ?? `${id}/A`;
  return {
    documentId: id,
    numberText,
    date: '2026-11-01',
    dueDate: '2026-11-30',
    customerId: 1,
    customerCode: 'C1',
    customerName: 'Mario Rossi',
    payable: 2990,
    open: 2990,
    reference: `${numberText} ${changes.customerCode ?? 'C1'}`,
    iban: null,
    ...changes,
  };
};
const line = (text: string, changes: Partial<Line> = {}): Line => ({
  amount: 2990,
  currency: 'EUR',
  endToEndId: null,
  payerName: 'ROSSI MARIO',
  payerIban: null,
  text,
  ...changes,
});
const IBAN = 'IT28W8000000292100645211151';
const holder = (customerId: number): Holder => ({
  iban: IBAN,
  customerId,
  customerCode: `C${customerId}`,
  customerName: 'Mario Rossi',
});
const found = (what: Line, open: readonly OpenDocument[], accounts: readonly Holder[] = []): unknown[] => {
  const { automatic, suggestions } = match(what, worldOf(open, accounts));
  const [first] = suggestions;
  return [
    automatic?.rule ?? null,
    first?.rule ?? null,
    first?.shares.map(({ documentId, amount }) => [documentId, amount]) ?? [],
  ];
};

describe('a number in a text', () => {
  const names = (text: string, numberText = '12/A', date: OpenDocument['date'] = '2026-11-01'): boolean =>
    namesNumber(capitals(text), { numberText, date });

  it('is found however people write it', () => {
    for (const text of [
      '12/A',
      'fatt. 12/A',
      'FT 12-A',
      'Fattura n. 12 / a',
      'ft.0012/A',
      '12/A/2026',
      'fattura nr 12A',
      'saldo fattura 12 A grazie',
      '2026/12/A',
      'ns. doc. 12.A',
      'ft 12/A del 1/11/2026',
      '12_A',
      'fatt.12/A,13/A',
    ])
      equal(names(text), true, text);
  });

  it('is not found in other numbers, or of another year', () => {
    for (const text of [
      '112/A',
      '12/AB',
      '12/B',
      '3/12/A',
      '12 a casa',
      '12A',
      '12/A/2025',
      'fatt. 12/A del 01/11/2025',
      '12',
      'IT12A0542811101',
      '2025/12/A',
      '1.12/A',
    ])
      equal(names(text), false, text);
  });

  it('is asked for as documents print it', () => {
    ok(possibleNumbers('saldo fatt. 0012-a e 13/B/2026').includes('12/A'));
    ok(possibleNumbers('saldo fatt. 0012-a e 13/B/2026').includes('13/B'));
  });

  it('takes no long time, whatever the text is', () => {
    const text = capitals('FATT N. '.repeat(3000) + '12 '.repeat(3000));
    const since = performance.now();
    names(text);
    possibleNumbers(text);
    ok(performance.now() - since < 2000);
  });
});

describe('names', () => {
  it('are alike in any order, with accents, titles and a letter wrong', () => {
    for (const [a, b] of [
      ['Mario Rossi', 'ROSSI MARIO'],
      ['Niccolò D’Angelo', 'SIG. DANGELO NICCOLO'],
      ['Reti Alpine S.r.l.', 'RETI ALPINE SRL'],
      ['Barbieri Elena', 'BARBERI ELENA'],
    ] as const)
      equal(likeness(a, b), 1, `${a}, ${b}`);
  });

  it('are not alike for one word in common, nor for what firms are called', () => {
    for (const [a, b] of [
      ['Mario Rossi', 'Lucia Rossi'],
      ['Rossi', 'Mario Rossi'],
      ['Alfa S.r.l.', 'Beta S.r.l.'],
      ['', 'Mario'],
    ] as const)
      ok(likeness(a, b) <= 0.5, `${a}, ${b}`);
  });
});

describe('a line of a statement', () => {
  const other = document(13, { customerId: 2, customerCode: 'C2', customerName: 'Anna Verdi' });

  it('is booked by itself for our reference, or for the number and the name, when the amount is exact', () => {
    deepEqual(found(line('x', { endToEndId: '12/A C1', payerName: null }), [document(12), other]), [
      'reference',
      'reference',
      [[12, 2990]],
    ]);
    deepEqual(found(line('rif 12/a c1', { payerName: 'Ugo Neri' }), [document(12)]), [
      'reference',
      'reference',
      [[12, 2990]],
    ]);
    deepEqual(found(line('fatt. 12/A'), [document(12), other]), ['number', 'number', [[12, 2990]]]);
    deepEqual(
      found(line('fatt. 12/A', { payerName: 'Ugo Neri', payerIban: IBAN }), [document(12)], [holder(1)]),
      ['number', 'number', [[12, 2990]]],
    );
  });

  it('is only suggested for another amount, a stranger, or an account that is somebody else’s', () => {
    deepEqual(found(line('fatt. 12/A', { amount: 3000 }), [document(12)]), [null, 'number', [[12, 2990]]]);
    deepEqual(found(line('rif 12/A C1', { amount: 1000 }), [document(12)]), [
      null,
      'reference',
      [[12, 1000]],
    ]);
    deepEqual(found(line('fatt. 12/A', { payerName: 'Ugo Neri' }), [document(12)]), [
      null,
      'number',
      [[12, 2990]],
    ]);
    equal(found(line('rif 12/A C1', { payerIban: IBAN }), [document(12)], [holder(2)])[0], null);
  });

  it('is only suggested when two invoices have the number, or it names two', () => {
    const before = document(11, { numberText: '12/A', date: '2025-11-01', reference: null });
    equal(found(line('fatt. 12/A'), [document(12, { reference: null }), before])[0], null);
    deepEqual(found(line('fatt. 12/A del 1/11/26'), [document(12), before]), [
      'number',
      'number',
      [[12, 2990]],
    ]);
    deepEqual(found(line('12/A 14/A', { amount: 5980 }), [document(12), document(14)]), [
      null,
      'sum',
      [
        [12, 2990],
        [14, 2990],
      ],
    ]);
  });

  it('is suggested for a known account or a name, with the invoices that come to the amount', () => {
    const open = [document(12, { open: 1000 }), document(14), document(15, { open: 500 })];
    deepEqual(found(line('internet', { payerIban: IBAN }), open, [holder(1)]), [null, 'iban', [[14, 2990]]]);
    deepEqual(found(line('internet', { payerIban: IBAN, amount: 1500 }), open, [holder(1)]), [
      null,
      'sum',
      [
        [12, 1000],
        [15, 500],
      ],
    ]);
    deepEqual(found(line('internet', { payerIban: IBAN, amount: 1200 }), open, [holder(1)]), [
      null,
      'iban',
      [
        [12, 1000],
        [14, 200],
      ],
    ]);
    deepEqual(found(line('internet'), [document(12), other]), [null, 'name', [[12, 2990]]]);
    deepEqual(found(line('internet', { payerName: 'Ugo Neri' }), [document(12), other]), [null, null, []]);
  });

  it('that goes out, or is of another currency, is matched with nothing', () => {
    deepEqual(match(line('12/A C1', { amount: -2990 }), worldOf([document(12)], [])), {
      automatic: null,
      suggestions: [],
    });
    deepEqual(match(line('12/A C1', { currency: 'USD' }), worldOf([document(12)], [])), {
      automatic: null,
      suggestions: [],
    });
  });

  it('finds nothing of an invoice that the line before it has paid', () => {
    const [first, second] = matchAll([line('12/A C1'), line('12/A C1')], [document(12)], []);
    deepEqual([first?.automatic?.shares.length, second?.automatic, second?.suggestions], [1, null, []]);
  });
});

describe('sums', () => {
  it('are found when one choice of amounts makes them, and only then', () => {
    deepEqual(addUpTo(1500, [1000, 2990, 500]), [0, 2]);
    deepEqual(addUpTo(5980, [2990, 2990, 2990]), [0, 1]);
    deepEqual(addUpTo(500, [100, 400, 200, 300]), []);
    deepEqual(addUpTo(1, [1000, 2990]), []);
  });

  it('are those of the amounts that were chosen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 10 }),
        fc.integer({ min: 1, max: 200 }),
        (amounts, whole) => {
          const places = addUpTo(whole, amounts);
          equal(new Set(places).size, places.length);
          if (places.length > 0)
            equal(
              places.reduce((sum, place) => sum + amounts[place]!, 0),
              whole,
            );
        },
      ),
    );
  });
});

describe('whatever a line says', () => {
  const words = fc.array(
    fc.constantFrom(
      '12/A',
      '13/A',
      '14/A',
      'fatt.',
      'C1',
      'C2',
      'rif',
      '2026',
      '/',
      'saldo',
      '12',
      'A',
      'del',
      '1/11/2026',
    ),
    { maxLength: 8 },
  );
  const lines = fc.record({
    amount: fc.constantFrom(2990, 3660, 5980, 100),
    currency: fc.constant('EUR'),
    endToEndId: fc.option(words.map((list) => list.join(' '))),
    payerName: fc.option(fc.constantFrom('Mario Rossi', 'VERDI ANNA', 'Ugo Neri')),
    payerIban: fc.option(fc.constant(IBAN)),
    text: words.map((list) => list.join(' ')),
  });
  const open = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 12, max: 15 }),
      customerId: fc.constantFrom(1, 2),
      amount: fc.constantFrom(2990, 3660),
    }),
    { selector: ({ id }) => id },
  );

  it('what is booked by itself is one open invoice of the amount, and no share is more than is open', () => {
    fc.assert(
      fc.property(lines, open, fc.constantFrom(1, 2), (what, given, owner) => {
        const documents = given.map(({ id, customerId, amount }) =>
          document(id, {
            customerId,
            customerCode: `C${customerId}`,
            customerName: customerId === 1 ? 'Mario Rossi' : 'Anna Verdi',
            open: amount,
          }),
        );
        const { automatic, suggestions } = match(what, worldOf(documents, [holder(owner)]));
        if (automatic) {
          const paid = documents.filter(({ documentId }) =>
            automatic.shares.some((one) => one.documentId === documentId),
          );
          deepEqual(
            paid.map((one) => one.open),
            [what.amount],
          );
          ok(['reference', 'number'].includes(automatic.rule));
          ok(what.payerIban === null || paid[0]?.customerId === owner);
          deepEqual(suggestions[0], automatic);
        }
        for (const { shares, customerId } of suggestions) {
          ok(shares.reduce((sum, share) => sum + share.amount, 0) <= what.amount);
          for (const share of shares) {
            const one = documents.find(({ documentId }) => documentId === share.documentId);
            ok(one && share.amount > 0 && share.amount <= one.open && one.customerId === customerId);
          }
        }
      }),
    );
  });
});

describe('a month of a thousand lines', () => {
  for (const seed of [1, 2026, 77]) {
    it(`is matched without one that is wrong (${seed})`, (t) => {
      const { documents, accounts, lines } = monthOf(seed);
      equal(lines.length, 1000);
      const since = performance.now();
      const matches = matchAll(
        lines.map((one) => one.line),
        documents,
        accounts,
      );
      const took = performance.now() - since;
      const wrong = lines.filter(({ documentIds }, index) => {
        const shares = matches[index]?.automatic?.shares;
        return shares !== undefined && shares.map((one) => one.documentId).join() !== documentIds.join();
      });
      deepEqual(wrong, []);
      const share = (how: (index: number) => boolean): number =>
        lines.filter((_, index) => how(index)).length;
      const booked = share((index) => matches[index]?.automatic != null);
      const first = share((index) => {
        const shares = matches[index]?.suggestions[0]?.shares ?? [];
        return (
          shares.length > 0 && shares.map((one) => one.documentId).join() === lines[index]?.documentIds.join()
        );
      });
      t.diagnostic(
        `${booked} of 1000 lines booked by themselves, the first suggestion right for ${first}, ${took.toFixed(0)} ms`,
      );
      ok(booked > 500, `${booked} booked by themselves`);
      ok(first > 800, `${first} with the right suggestion first`);
      ok(took < 20_000);
    });
  }
});
