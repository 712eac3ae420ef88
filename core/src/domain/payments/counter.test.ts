import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { sentSource } from '../import/source.ts';
import { checkInvariants } from '../invariants.ts';

const HEAD =
  'document;series;number;date;kind;customer;description;amount;vat_rate;natura;vat_reference;due_date;open_amount\n';
/** Imported at a rate of nothing, so that amounts are what they look like. */
async function invoices(
  p: Provider,
  rows: readonly (readonly [
    number: number,
    customer: string,
    amount: string,
    due: string,
    date?: string,
    open?: string,
  ])[],
): Promise<void> {
  const lines = rows.map(
    ([number, customer, amount, due, date = '2025-11-01', openAmount = '']) =>
      `${number}/V;V;${number};${date};invoice;${customer};Canone;${amount};0;N4;art. 10;${due};${openAmount}\n`,
  );
  const { imported } = await p.app.importer.run('documents', sentSource(Buffer.from(HEAD + lines.join(''))), {
    by: BY,
  });
  assert.equal(imported, rows.length);
}

eachDatabase((_name, open) => {
  it('a statement goes from one balance to the other, with the balance after each entry, also as a file', async () => {
    const p = await openProvider(open, { day: '2026-03-15' });
    await p.customer('C1');
    await invoices(p, [
      [1, 'C1', '10,00', '2026-01-31', '2026-01-01'],
      [2, 'C1', '20,00', '2026-02-28', '2026-02-01', '15,00'],
      [3, 'C1', '5,00', '2026-03-31', '2026-03-01'],
    ]);
    const send = await domainApi(p);
    const pay = { customerId: 1, method: 'transfer', allocate: 'oldest' };
    await send('POST', '/payments', { ...pay, amount: 1000, receivedOn: '2026-01-20', reference: '=cmd' });
    const { body: second } = await send('POST', '/payments', {
      ...pay,
      amount: 700,
      receivedOn: '2026-02-10',
    });
    await send('POST', `/payments/${second.id}/return`, { on: '2026-03-10', reason: 'MD01' });
    const url = '/customers/1/statement';
    const { body } = await send('GET', `${url}?from=2026-02-01&to=2026-03-05`);
    const { opening, closing, entries } = body as {
      opening: number;
      closing: number;
      entries: { kind: string; date: string; amount: number; balance: number }[];
    };
    assert.deepEqual(
      entries.map((one) => [one.date, one.kind, one.amount, one.balance]),
      [
        ['2026-02-01', 'invoice', 2000, 2000],
        ['2026-02-01', 'before', -500, 1500],
        ['2026-02-10', 'payment', -700, 800],
        ['2026-03-01', 'invoice', 500, 1300],
      ],
    );
    assert.deepEqual([opening, closing], [0, 1300]);
    const all = (await send('GET', `${url}?from=2026-01-01&to=2026-03-15`)).body;
    const balance = (await send('GET', '/customers/1/balance')).body;
    assert.equal(all.closing, 2000);
    assert.deepEqual(balance, {
      owed: 2000,
      credit: 0,
      balance: 2000,
      overdue: 1500,
      overdueDocuments: 1,
      oldestDue: '2026-02-28',
      pending: 0,
    });
    assert.equal(
      (await send('GET', `${url}?from=2026-03-01&to=2026-02-01`)).body.code,
      'payment.period_reversed',
    );
    assert.equal(
      (await send('GET', `${url}?from=2020-03-01&to=2026-02-01`)).body.code,
      'payment.period_long',
    );
    assert.equal((await send('GET', '/customers/9/statement?from=2026-01-01&to=2026-02-01')).status, 404);
    assert.equal((await send('GET', '/customers/9/balance')).status, 404);
    const { statementCsv } = await import('./statement-csv.ts');
    const { statementOf } = await import('./statement.ts');
    const csv = statementCsv(
      await statementOf(p.app.database.sql, 1, { from: '2026-01-01', to: '2026-02-01' }),
    );
    assert.deepEqual(csv.split('\r\n').slice(1), [
      '01/01/2026;saldo iniziale;;;;;;;0,00',
      '01/01/2026;fattura;1/V;31/01/2026;;;10,00;;10,00',
      `20/01/2026;pagamento;;;bonifico;"'=cmd";;10,00;0,00`,
      '01/02/2026;fattura;2/V;28/02/2026;;;20,00;;20,00',
      '01/02/2026;saldato in precedenza;2/V;28/02/2026;;;;5,00;15,00',
      '01/02/2026;saldo finale;;;;;;;15,00',
      '',
    ]);
  });

  it('who owes how much for how long, the largest debts first, a page at a time', async () => {
    const p = await openProvider(open, { day: '2026-03-15' });
    for (const code of ['C1', 'C2', 'C3', 'C4']) await p.customer(code);
    await invoices(p, [
      [1, 'C1', '1,00', '2026-03-15'],
      [2, 'C1', '2,00', '2026-03-14'],
      [3, 'C1', '4,00', '2026-02-13'],
      [4, 'C1', '8,00', '2026-02-12'],
      [5, 'C1', '16,00', '2025-12-15'],
      [6, 'C1', '32,00', '2025-12-14'],
      [7, 'C2', '100,00', '2026-01-31'],
      [8, 'C3', '5,00', '2026-04-01'],
      [9, 'C4', '5,00', '2026-01-01', '2025-11-01', '0,00'],
    ]);
    const send = await domainApi(p);
    const { body } = await send('GET', '/ageing');
    const c1 = body.items[1];
    assert.deepEqual(
      body.items.map((one: { customer: { code: string }; overdue: number }) => [
        one.customer.code,
        one.overdue,
      ]),
      [
        ['C2', 10_000],
        ['C1', 6200],
        ['C3', 0],
      ],
    );
    assert.deepEqual([c1.notDue, c1.days30, c1.days60, c1.days90, c1.older, c1.open, c1.oldestDue], BUCKETS);
    const { totals } = body;
    assert.deepEqual([totals.notDue, totals.overdue, totals.open], [600, 16_200, 16_800]);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { body: { items: { customer: { code: string } }[]; next: string | null } } = await send(
        'GET',
        `/ageing?limit=1${next === '' ? '' : `&cursor=${next}`}`,
      );
      seen.push(...page.body.items.map(({ customer }) => customer.code));
      next = page.body.next;
    }
    assert.deepEqual(seen, ['C2', 'C1', 'C3']);
    // A direct debit that is under way is not overdue.
    await p.tx((tx) =>
      p.app.core.payments.record(tx, {
        key: 'sdd:1',
        customerId: 2,
        amount: 10_000,
        method: 'direct_debit',
        state: 'pending',
        receivedOn: '2026-03-20',
        allocate: 'oldest',
      }),
    );
    assert.equal((await send('GET', '/ageing')).body.totals.overdue, 6200);
    const overdue = await send('GET', '/open-items?open=true&kind=invoice&dueDate.lte=2026-01-31');
    assert.deepEqual(
      overdue.body.items.map((one: { numberText: string; open: number; pending: number }) => [
        one.numberText,
        one.open,
        one.pending,
      ]),
      [
        ['6/V', 3200, 0],
        ['5/V', 1600, 0],
        ['7/V', 10_000, 10_000],
      ],
    );
    assert.equal((await send('GET', '/open-items?customer=1&open=true')).body.items.length, 6);
  });

  it('a document says what is open of it, and what pays it', async () => {
    const p = await openProvider(open, { day: '2026-03-15' });
    await p.customer('C1');
    await invoices(p, [
      [1, 'C1', '10,00', '2026-01-31'],
      [2, 'C1', '20,00', '2026-02-28'],
    ]);
    const send = await domainApi(p);
    const pay = { customerId: 1, method: 'cash', receivedOn: '2026-03-15', allocate: 'oldest' };
    const { body: first } = await send('POST', '/payments', { ...pay, amount: 300 });
    const { body: wrong } = await send('POST', '/payments', { ...pay, amount: 200 });
    await send('POST', `/payments/${wrong.id}/reverse`, { on: '2026-03-15', reason: 'errore' });
    const sdd = { customerId: 1, amount: 1500, method: 'direct_debit', receivedOn: '2026-03-20' } as const;
    const pending = await p.tx((tx) =>
      p.app.core.payments.record(tx, { ...sdd, key: 'sdd:1', state: 'pending', allocate: 'oldest' }),
    );
    const one = await p.number("SELECT id FROM document WHERE number_text = '1/V'");
    const { id: noteId, numberText } = await p.app.documents.credit(
      { documentId: one, reason: 'guasto', rebill: false, lines: [{ line: 1, amount: 100 }] },
      BY,
    );
    const { body } = await send('GET', `/documents/${one}`);
    const payment = { kind: 'payment', numberText: null };
    assert.deepEqual(
      [body.open, body.pending, body.allocations],
      [
        600,
        700,
        [
          { ...payment, id: first.id, date: '2026-03-15', amount: 300, method: 'cash', state: 'settled' },
          {
            kind: 'document',
            id: noteId,
            date: '2026-03-15',
            amount: 100,
            numberText,
            method: null,
            state: null,
          },
          {
            ...payment,
            id: pending.paymentId,
            date: '2026-03-20',
            amount: 700,
            method: 'direct_debit',
            state: 'pending',
          },
        ],
      ],
    );
    const { body: note } = await send('GET', `/documents/${noteId}`);
    assert.deepEqual(
      [note.open, note.allocations.map((of: { id: number; amount: number }) => [of.id, of.amount])],
      [0, [[one, 100]]],
    );
    const { body: list } = await send('GET', '/documents?customer=1&sort=id');
    assert.deepEqual(
      list.items.map((of: { open: number }) => of.open),
      [600, 2000, 0],
    );
    assert.deepEqual((await checkInvariants(p.app)).violations, []);
  });

  it('a till that is closed takes no more receipts of that day, and says what was missing', async () => {
    const p = await openProvider(open, { day: '2026-03-15' });
    await p.customer('C1');
    const send = await domainApi(p);
    const take = (amount: number, method: string, receivedOn = '2026-03-15') =>
      send('POST', '/payments', { customerId: 1, amount, method, receivedOn, allocate: 'none' });
    const { body: first } = await take(1000, 'cash');
    await take(2500, 'pos');
    await take(9900, 'transfer');
    await send('POST', '/customers/1/refunds', { amount: 300, method: 'cash', on: '2026-03-15' });
    const { body: wrong } = await take(5000, 'cash');
    await send('POST', `/payments/${wrong.id}/reverse`, { on: '2026-03-15', reason: 'errore' });
    const { body: till } = await send('GET', '/receipts/closing?day=2026-03-15');
    assert.deepEqual(
      [till.operator, till.expectedCash, till.expectedPos, till.closing],
      ['anna@example.it', 700, 2500, null],
    );
    assert.deepEqual(
      till.receipts.map((one: { number: number; amount: number }) => [one.number, one.amount]),
      [
        [1, 1000],
        [2, 2500],
        [3, -300],
        [4, 5000],
        [5, -5000],
      ],
    );
    const closing = { day: '2026-03-15', countedCash: 650, note: 'resto' };
    const closed = await send('POST', '/receipts/closing', closing);
    assert.deepEqual(
      [closed.status, closed.body.closing.difference, closed.body.history.length],
      [201, -50, 1],
    );
    assert.equal((await send('POST', '/receipts/closing', closing)).body.code, 'receipt.closed_already');
    const tomorrow = { ...closing, day: '2026-03-16' };
    assert.equal((await send('POST', '/receipts/closing', tomorrow)).body.code, 'receipt.day_future');
    assert.equal((await take(100, 'cash')).body.code, 'receipt.day_closed');
    const undo = { on: '2026-03-15', reason: 'errore' };
    assert.equal((await send('POST', `/payments/${first.id}/reverse`, undo)).body.code, 'receipt.day_closed');
    assert.equal((await take(100, 'transfer')).status, 201);
    p.on('2026-03-16');
    assert.equal((await take(100, 'cash', '2026-03-16')).body.receiptNumber, 6);
    assert.equal(
      (await send('POST', '/receipts/closing', { ...tomorrow, operator: 'bruno@example.it' })).status,
      201,
    );
    assert.deepEqual((await checkInvariants(p.app)).violations, []);
    await assert.rejects(p.app.database.sql.run('UPDATE cash_closing SET counted_cash = 700'));
    await assert.rejects(p.app.database.sql.run('UPDATE payment SET amount = 1'));
    await assert.rejects(p.app.database.sql.run('DELETE FROM allocation'));
  });
});

const BUCKETS = [100, 200 + 400, 800, 1600, 3200, 6300, '2025-12-14'];
