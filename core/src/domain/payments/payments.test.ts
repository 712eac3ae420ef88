import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  defineManifest,
  definePlugin,
  type NewPayment,
  type PlainDate,
  type PluginDefinition,
} from '@traliccio/sdk';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { sentSource } from '../import/source.ts';
import { checkInvariants } from '../invariants.ts';

const HEAD =
  'document;series;number;date;kind;customer;description;amount;vat_rate;natura;vat_reference;due_date;open_amount\n';
type Row = { kind?: string; date?: string; due?: string; amount: string; open?: string; customer?: string };
const row = (number: number, one: Row): string =>
  `${number}/V;V;${number};${one.date ?? '2026-01-10'};${one.kind ?? 'invoice'};${one.customer ?? 'C1'};Canone;${one.amount};0;N4;art. 10;${one.due ?? '2026-02-10'};${one.open ?? ''}\n`;

const label = { it: 'Prova', en: 'Test' };
/** Hears of money, and does nothing. */
const listener = definePlugin(
  defineManifest({
    id: 'listener',
    version: '1.0.0',
    sdk: '^1.0.0',
    label,
    description: label,
    edition: 'BASIC',
  }),
  {
    setup(ctx) {
      for (const event of ['payment.received', 'payment.returned', 'document.paid'] as const)
        ctx.events.on(event, { whileDisabled: 'keep' }, async () => undefined);
    },
  },
);

type Accounts = Provider & {
  readonly invoice: (number: number, one: Row) => Promise<number>;
  readonly pay: (more: Partial<NewPayment> & { amount: number }) => Promise<number>;
  readonly open: () => Promise<Record<string, number>>;
  readonly balance: () => Promise<[owed: number, credit: number]>;
  readonly holds: () => Promise<void>;
};

/** Customers C1 and C2; invoices are imported, at a rate of nothing, so that amounts are what they look like. */
async function openAccounts(
  open: OpenDatabase,
  day: PlainDate = '2026-03-15',
  plugins: readonly PluginDefinition[] = [],
): Promise<Accounts> {
  const p = await openProvider(open, { day, plugins });
  await p.customer('C1', { iban: 'IT60X0542811101000000123456' });
  await p.customer('C2');
  let payments = 0;
  return {
    ...p,
    async invoice(number, one) {
      const file = sentSource(Buffer.from(HEAD + row(number, one)));
      assert.equal((await p.app.importer.run('documents', file, { by: BY })).imported, 1);
      return p.number(`SELECT id FROM document WHERE number_text = '${number}/V'`);
    },
    async pay(more) {
      const payment: NewPayment = {
        key: `test:${++payments}`,
        customerId: 1,
        method: 'transfer',
        receivedOn: '2026-03-15',
        allocate: 'oldest',
        ...more,
      };
      return (await p.tx((tx) => p.app.core.payments.record(tx, payment))).paymentId;
    },
    async open() {
      const rows = await p.rows(
        'SELECT d.number_text AS n, o.open_amount AS o FROM open_item o JOIN document d ON d.id = o.document_id ORDER BY d.id',
      );
      return Object.fromEntries(rows.map((one) => [one['n'], one['o']])) as Record<string, number>;
    },
    async balance() {
      const [one] = await p.rows(
        'SELECT open_amount AS o, credit AS c FROM customer_balance WHERE customer_id = 1',
      );
      return [Number(one?.['o']), Number(one?.['c'])];
    },
    async holds() {
      const { violations } = await checkInvariants(p.app);
      assert.deepEqual(violations, []);
    },
  };
}

eachDatabase((_name, open) => {
  it('a payment pays the oldest invoices, and what is over is credit that pays the next one', async () => {
    const p = await openAccounts(open, '2026-02-15');
    await p.contract('K1', { startOn: '2026-02-15' });
    await p.invoice(2, { amount: '20,00', due: '2026-02-20' });
    await p.invoice(1, { amount: '10,00', due: '2026-02-25' });
    await p.pay({ amount: 2500, receivedOn: '2026-02-15' });
    assert.deepEqual(await p.open(), { '2/V': 0, '1/V': 500 });
    assert.deepEqual(await p.balance(), [500, 0]);
    await p.pay({ amount: 1500, receivedOn: '2026-02-15' });
    assert.deepEqual(await p.open(), { '2/V': 0, '1/V': 0 });
    assert.deepEqual(await p.balance(), [0, 1000]);
    await p.bill();
    const [invoice] = await p.rows("SELECT payable, id FROM document WHERE origin = 'billing'");
    const payable = Number(invoice!['payable']);
    assert.ok(payable > 1000);
    assert.deepEqual(await p.balance(), [payable - 1000, 0]);
    assert.deepEqual(await p.app.core.payments.open({ customerIds: [1], limit: 10 }), [
      {
        documentId: invoice!['id'],
        numberText: '1/A',
        date: '2026-02-15',
        dueDate: (await p.rows("SELECT due_date AS d FROM document WHERE number = 1 AND series = 'A'"))[0]![
          'd'
        ],
        customerId: 1,
        customerCode: 'C1',
        customerName: 'Mario Rossi',
        payable,
        open: payable - 1000,
        reference: '1/A C1',
        iban: 'IT60X0542811101000000123456',
      },
    ]);
    await p.holds();
  });

  it('a payment of chosen invoices is refused, whole, when one of them does not go', async () => {
    const p = await openAccounts(open);
    const one = await p.invoice(1, { amount: '10,00' });
    const two = await p.invoice(2, { amount: '20,00', customer: 'C2' });
    const note = await p.invoice(3, { amount: '5,00', kind: 'credit_note', open: '5,00' });
    const refused = (allocate: NewPayment['allocate'], code: string, amount = 5000): Promise<void> =>
      assert.rejects(p.pay({ amount, allocate }), { code });
    await refused([{ documentId: one, amount: 1001 }], 'payment.document_closed');
    await refused([{ documentId: two, amount: 100 }], 'payment.document_of_another');
    await refused([{ documentId: note, amount: 100 }], 'payment.document_not_payable');
    await refused([{ documentId: 99, amount: 100 }], 'payment.document_unknown');
    await refused([{ documentId: one, amount: 100 }], 'payment.allocated_too_much', 99);
    await refused(
      [
        { documentId: one, amount: 100 },
        { documentId: one, amount: 100 },
      ],
      'payment.document_twice',
    );
    for (const amount of [0, -1, 1.5, Number.NaN]) await refused('oldest', 'payment.amount_invalid', amount);
    await assert.rejects(p.pay({ amount: 1, customerId: 9 }), { code: 'customer.not_found' });
    await assert.rejects(p.pay({ amount: 1, key: 'no key' }), { code: 'payment.key_invalid' });
    await assert.rejects(p.pay({ amount: 1, receivedOn: '2026-03-16' }), { code: 'payment.date_future' });
    assert.equal(await p.number('SELECT COUNT(*) FROM payment'), 0);
    await p.pay({ amount: 1000, allocate: [{ documentId: one, amount: 1000 }] });
    await refused([{ documentId: one, amount: 1 }], 'payment.document_closed');
    await p.holds();
  });

  it('the same key is recorded once, also by two at the same time', async () => {
    const p = await openAccounts(open);
    await p.invoice(1, { amount: '10,00' });
    const ids = await Promise.all([1, 2, 3].map(() => p.pay({ key: 'bank:1', amount: 400 })));
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(await p.open(), { '1/V': 600 });
    assert.deepEqual(
      await p.tx((tx) =>
        p.app.core.payments.record(tx, {
          key: 'bank:1',
          customerId: 1,
          amount: 400,
          method: 'transfer',
          receivedOn: '2026-03-15',
          allocate: 'oldest',
        }),
      ),
      { paymentId: ids[0], created: false },
    );
    await p.holds();
  });

  it('two payments of one invoice at the same time never pay more of it than is open', async () => {
    const p = await openAccounts(open);
    const id = await p.invoice(1, { amount: '10,00' });
    const all = await Promise.allSettled(
      [1, 2, 3, 4].map(() => p.pay({ amount: 700, allocate: [{ documentId: id, amount: 700 }] })),
    );
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const one of all)
      if (one.status === 'rejected')
        assert.equal((one.reason as { code: string }).code, 'payment.document_closed');
    await Promise.all([1, 2, 3].map(() => p.pay({ amount: 200 })));
    assert.deepEqual(await p.open(), { '1/V': 0 });
    assert.deepEqual(await p.balance(), [0, 300]);
    await p.holds();
  });

  it('a direct debit is pending, provisional, settled, and may come back even then', async () => {
    const p = await openAccounts(open);
    const id = await p.invoice(1, { amount: '10,00' });
    const { payments } = p.app.core;
    await p.pay({
      key: 'sdd:1',
      amount: 1000,
      method: 'direct_debit',
      state: 'pending',
      receivedOn: '2026-03-20',
    });
    assert.deepEqual(await p.balance(), [1000, 0]);
    assert.deepEqual(await payments.open({ customerIds: [1], limit: 10 }), [], 'asked for already');
    await assert.rejects(p.pay({ amount: 1000, allocate: [{ documentId: id, amount: 1000 }] }), {
      code: 'payment.document_closed',
    });
    p.on('2026-03-20');
    const change = (state: 'provisional' | 'settled' | 'returned'): Promise<void> =>
      p.tx((tx) =>
        payments.changeState(tx, { key: 'sdd:1', state, on: '2026-03-20', reason: 'MD01', fee: 50 }),
      );
    await change('provisional');
    await change('provisional');
    assert.deepEqual([await p.balance(), await p.open()], [[0, 0], { '1/V': 0 }]);
    await p.holds();
    await change('settled');
    await assert.rejects(change('provisional'), { code: 'payment.state' });
    await change('returned');
    await change('returned');
    assert.deepEqual([await p.balance(), await p.open()], [[1000, 0], { '1/V': 1000 }]);
    assert.equal(await p.number('SELECT COUNT(*) FROM payment'), 2, 'the payment and what took it back');
    await assert.rejects(change('settled'), { code: 'payment.state' });
    await assert.rejects(
      p.tx((tx) => payments.reverse(tx, { key: 'sdd:1', on: '2026-03-20', reason: 'x' })),
      { code: 'payment.state' },
    );
    await assert.rejects(
      p.tx((tx) => payments.reverse(tx, { key: 'sdd:2', on: '2026-03-20', reason: 'x' })),
      { code: 'payment.not_found' },
    );
    await p.holds();
  });

  it('a pending payment that fails was never there; one of which the invoice was credited meanwhile is credit', async () => {
    const p = await openAccounts(open);
    const id = await p.invoice(1, { amount: '10,00' });
    const { payments } = p.app.core;
    const pending = { method: 'direct_debit', state: 'pending' } as const;
    await p.pay({ key: 'sdd:1', amount: 1000, ...pending });
    await p.tx((tx) => payments.changeState(tx, { key: 'sdd:1', state: 'returned', on: '2026-03-15' }));
    assert.deepEqual([await p.balance(), await p.number('SELECT COUNT(*) FROM payment')], [[1000, 0], 1]);
    await p.pay({ key: 'sdd:2', amount: 1000, ...pending });
    await p.app.documents.credit(
      { documentId: id, reason: 'guasto', rebill: false, lines: [{ line: 1, amount: 400 }] },
      BY,
    );
    assert.deepEqual(await p.balance(), [600, 0]);
    await p.tx((tx) => payments.changeState(tx, { key: 'sdd:2', state: 'settled', on: '2026-03-15' }));
    assert.deepEqual(await p.balance(), [0, 400]);
    await p.holds();
  });

  it('a credit note pays its invoice, and is credit where that was paid', async () => {
    const p = await openAccounts(open);
    const [one, two] = [await p.invoice(1, { amount: '10,00' }), await p.invoice(2, { amount: '20,00' })];
    await p.app.documents.credit({ documentId: one, reason: 'errore', rebill: false }, BY);
    assert.deepEqual(await p.balance(), [2000, 0]);
    await assert.rejects(p.pay({ amount: 100, allocate: [{ documentId: one, amount: 100 }] }), {
      code: 'payment.document_closed',
      message: /credited whole/,
    });
    await p.pay({ amount: 1500 });
    await p.app.documents.credit(
      { documentId: two, reason: 'guasto', rebill: false, lines: [{ line: 1, amount: 800 }] },
      BY,
    );
    assert.deepEqual(await p.balance(), [0, 300]);
    await p.holds();
  });

  it('what was recorded by mistake is taken back by an entry, once', async () => {
    const p = await openAccounts(open);
    await p.invoice(1, { amount: '10,00' });
    await p.pay({ key: 'bank:1', amount: 1200 });
    const reverse = (): Promise<void> =>
      p.tx((tx) =>
        p.app.core.payments.reverse(tx, { key: 'bank:1', on: '2026-03-15', reason: 'altro cliente' }),
      );
    await assert.rejects(
      p.tx((tx) =>
        p.app.core.payments.reverse(tx, { key: 'bank:1', on: '2026-03-14', reason: 'altro cliente' }),
      ),
      { code: 'payment.date_before', field: 'on' },
    );
    await reverse();
    await Promise.all([reverse(), reverse()]);
    assert.deepEqual([await p.balance(), await p.open()], [[1000, 0], { '1/V': 1000 }]);
    assert.deepEqual(await p.rows('SELECT kind, side, amount, rest, undoes FROM payment ORDER BY id'), [
      { kind: 'payment', side: 'credit', amount: 1200, rest: 0, undoes: null },
      { kind: 'reversal', side: 'debit', amount: 1200, rest: 0, undoes: 1 },
    ]);
    await p.holds();
  });

  it('credit is paid back, never more than there is; if the money then comes back, the refund is owed', async () => {
    const p = await openAccounts(open);
    await p.invoice(1, { amount: '10,00' });
    const id = await p.pay({ amount: 1500 });
    const send = await domainApi(p);
    const refund = { amount: 500, method: 'transfer', on: '2026-03-15' };
    const tooMuch = await send('POST', '/customers/1/refunds', { ...refund, amount: 501 });
    assert.deepEqual([tooMuch.status, tooMuch.body.code], [409, 'payment.credit_too_small']);
    const { body } = await send('POST', '/customers/1/refunds', refund);
    assert.deepEqual([body.kind, body.rest, await p.balance()], ['refund', 0, [0, 0]]);
    await send('POST', `/payments/${id}/return`, { on: '2026-03-15', reason: 'MD06' });
    assert.deepEqual(await p.balance(), [1500, 0]);
    await p.holds();
    await send('POST', `/payments/${body.id}/reverse`, { on: '2026-03-15', reason: 'mai partito' });
    assert.deepEqual(await p.balance(), [1000, 0]);
    await p.pay({ amount: 1100 });
    assert.deepEqual(await p.balance(), [0, 100]);
    await p.holds();
  });

  it('credit is given to chosen invoices later, over HTTP', async () => {
    const p = await openAccounts(open);
    const one = await p.invoice(1, { amount: '10,00' });
    await p.invoice(2, { amount: '20,00', due: '2026-01-20' });
    const send = await domainApi(p);
    const payment = {
      customerId: 1,
      amount: 1500,
      method: 'cash',
      receivedOn: '2026-03-15',
      allocate: 'none',
    };
    const recorded = await send('POST', '/payments', payment);
    assert.deepEqual([recorded.status, recorded.body.receiptNumber, recorded.body.rest], [201, 1, 1500]);
    const url = `/payments/${recorded.body.id}`;
    const shown = await send('POST', `${url}/allocate`, { allocate: [{ documentId: one, amount: 600 }] });
    assert.deepEqual(
      [shown.body.rest, shown.body.documents],
      [
        900,
        [
          {
            documentId: one,
            numberText: '1/V',
            date: '2026-01-10',
            dueDate: '2026-02-10',
            payable: 1000,
            open: 400,
            amount: 600,
          },
        ],
      ],
    );
    await send('POST', `${url}/allocate`, { allocate: 'oldest' });
    assert.deepEqual(await p.open(), { '1/V': 400, '2/V': 1100 });
    const again = await send('POST', `${url}/allocate`, { allocate: 'oldest' });
    assert.deepEqual([again.status, again.body.code], [409, 'payment.no_credit']);
    const list = await send('GET', '/payments?customer=1&method=cash');
    assert.deepEqual([list.body.items.length, list.body.items[0].customer.code], [1, 'C1']);
    assert.equal((await send('GET', '/payments?hasRest=true')).body.items.length, 0);
    assert.equal((await send('GET', '/payments/99')).body.code, 'payment.not_found');
    await p.holds();
  });

  it('all credit of a customer, of a credit note too, pays what is open when somebody says so', async () => {
    const p = await openAccounts(open);
    const one = await p.invoice(1, { amount: '10,00' });
    await p.invoice(2, { amount: '20,00' });
    await p.invoice(3, { amount: '4,00', kind: 'credit_note', open: '4,00' });
    await p.pay({ amount: 900, allocate: 'none' });
    const send = await domainApi(p);
    const url = '/customers/1/credit/allocate';
    const tooMuch = await send('POST', url, { allocate: [{ documentId: one, amount: 1400 }] });
    assert.deepEqual([tooMuch.status, tooMuch.body.code], [422, 'payment.allocated_too_much']);
    const { body } = await send('POST', url, { allocate: [{ documentId: one, amount: 700 }] });
    assert.deepEqual([body.owed, body.credit, body.balance], [2300, 600, 1700]);
    await send('POST', url, { allocate: 'oldest' });
    assert.deepEqual(await p.open(), { '1/V': 0, '2/V': 1700, '3/V': 0 });
    assert.equal((await send('POST', url, { allocate: 'oldest' })).body.code, 'payment.no_credit');
    assert.equal((await send('POST', '/customers/9/credit/allocate', { allocate: 'oldest' })).status, 404);
    await p.holds();
  });

  it('who listens hears once that money came, came back, and that an invoice is paid', async () => {
    const p = await openAccounts(open, '2026-03-15', [listener]);
    const id = await p.invoice(1, { amount: '10,00' });
    const first = await p.pay({ key: 'sdd:1', amount: 1000, method: 'direct_debit', state: 'pending' });
    const heard = async (): Promise<[name: string, aggregate: string, data: unknown][]> =>
      (await p.rows('SELECT event, aggregate, payload FROM outbox ORDER BY id')).map((one) => [
        String(one['event']),
        String(one['aggregate']),
        JSON.parse(String(one['payload'])),
      ]);
    assert.deepEqual(await heard(), [], 'nothing has come yet');
    const change = (state: 'provisional' | 'settled' | 'returned'): Promise<void> =>
      p.tx((tx) => p.app.core.payments.changeState(tx, { key: 'sdd:1', state, on: '2026-03-15' }));
    for (const state of ['provisional', 'settled', 'returned', 'returned'] as const) await change(state);
    const money = { customerId: 1, amount: 1000 };
    const paid = ['document.paid', `document:${id}`, { documentId: id, customerId: 1, on: '2026-03-15' }];
    const sdd = [
      ['payment.received', `payment:${first}`, { paymentId: first, ...money }],
      paid,
      ['payment.returned', `payment:${first}`, { paymentId: first, ...money, documentIds: [id] }],
    ];
    assert.deepEqual(await heard(), sdd);
    const second = await p.pay({ amount: 1000 });
    assert.deepEqual(await heard(), [
      ...sdd,
      ['payment.received', `payment:${second}`, { paymentId: second, ...money }],
      paid,
    ]);
    const keys = await p.rows('SELECT COUNT(DISTINCT delivery_key) AS n FROM outbox');
    assert.equal(Number(keys[0]!['n']), 5);
  });

  it('invoices are found by number, amount and customer; customers by account', async () => {
    const p = await openAccounts(open);
    await p.invoice(1, { amount: '10,00' });
    await p.invoice(2, { amount: '10,00', customer: 'C2', due: '2026-01-20' });
    await p.invoice(11, { amount: '30,00' });
    const { payments } = p.app.core;
    const found = async (filter: object): Promise<string[]> =>
      (await payments.open({ limit: 10, ...filter })).map(({ numberText }) => numberText);
    assert.deepEqual(await found({}), ['2/V', '1/V', '11/V']);
    assert.deepEqual(await found({ numbers: ['1/V', '2/V', '9/V', 'x'] }), ['2/V', '1/V']);
    assert.deepEqual(await found({ amounts: [1000] }), ['2/V', '1/V']);
    assert.deepEqual(await found({ amounts: [1000], customerIds: [1] }), ['1/V']);
    assert.deepEqual(await found({ numbers: [] }), []);
    await assert.rejects(payments.open({ limit: 501 }), { code: 'payment.limit_invalid' });
    assert.deepEqual(await payments.customersByIban(['IT60 X054 2811 1010 0000 0123 456', 'DE1', 'è']), [
      {
        iban: 'IT60 X054 2811 1010 0000 0123 456',
        customerId: 1,
        customerCode: 'C1',
        customerName: 'Mario Rossi',
      },
    ]);
  });

  it('what an import says is open is open', async () => {
    const p = await openAccounts(open);
    await p.invoice(1, { amount: '10,00', open: '4,00' });
    await p.invoice(2, { amount: '10,00', open: '0,00' });
    await p.invoice(3, { amount: '10,00', kind: 'credit_note' });
    await p.invoice(4, { amount: '10,00', kind: 'credit_note', open: '3,00' });
    assert.deepEqual(await p.open(), { '1/V': 400, '2/V': 0, '3/V': 0, '4/V': 300 });
    assert.deepEqual(await p.balance(), [400, 300]);
    await p.holds();
    await p.app.database.sql.run('UPDATE open_item SET open_amount = 1 WHERE document_id = 1');
    assert.notDeepEqual((await checkInvariants(p.app)).violations, []);
  });
});
