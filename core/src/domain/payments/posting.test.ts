import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DocumentView, Tx } from '@traliccio/sdk';
import { sampleDocument } from '@traliccio/sdk/testing';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { typesOf } from '../../kernel/db/ddl.ts';
import { paymentTables } from '../../migrations/tables-payments.ts';
import { sentSource } from '../import/source.ts';
import { checkInvariants } from '../invariants.ts';
import { accountDifferences } from './differences.ts';
import { postIssued } from './issued.ts';

const DATE = '2026-03-15';

/** Posts documents, and counts the statements that it takes. */
async function posted(p: Provider, documents: readonly DocumentView[]): Promise<number> {
  let statements = 0;
  await p.tx(async (tx) => {
    const counting = new Proxy(tx, {
      get(target, name: keyof Tx) {
        const own = target[name] as unknown;
        if (typeof own !== 'function') return own;
        return (...given: unknown[]) => {
          const rows = name === 'insert' || name === 'upsert' ? (given[2] as unknown[]) : [given];
          if (rows.length > 0) statements++;
          return (own as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    await postIssued(counting, documents, { events: p.app.events, clock: p.app.clock, date: DATE });
  });
  return statements;
}

/** One invoice of 10,00 for each customer of a page, or a credit note of 4,00 for the invoice of the same customer. */
function page(from: number, count: number, kind: DocumentView['kind'], credits = 0): DocumentView[] {
  return Array.from({ length: count }, (_, i) => {
    const view = sampleDocument();
    return {
      ...view,
      id: from + i,
      kind,
      customer: { ...view.customer, id: i + 1 },
      payable: kind === 'invoice' ? 1000 : 400,
      credits:
        kind === 'invoice' ? null : { id: credits + i, numberText: '1/A', date: DATE, reason: 'guasto' },
    };
  });
}

eachDatabase((_name, open) => {
  it('a page goes onto the accounts in as many statements as one document', async () => {
    const [few, many] = [await openProvider(open, { day: DATE }), await openProvider(open, { day: DATE })];
    const all = async (p: Provider, count: number): Promise<number[]> => {
      const taken = [
        await posted(p, page(1000, count, 'invoice')),
        await posted(p, page(2000, count, 'credit_note', 1000)),
      ];
      // Paid whole, so that the next note is credit, which the next invoice is paid with.
      await p.tx(async (tx) => {
        for (let id = 1; id <= count; id++)
          await tx.insert('customer', CUSTOMER, [
            [
              id,
              `C${id}`,
              'private',
              'x',
              'x',
              'x',
              'x',
              '0000000',
              'x',
              '33100',
              'IT',
              'it',
              'MP05',
              30,
              0,
              0,
            ],
          ]);
      });
      await p.tx(async (tx) => {
        for (let id = 1; id <= count; id += 100)
          await p.app.payments.receive(
            tx,
            { customerId: id, amount: 700, method: 'transfer', receivedOn: DATE, allocate: 'oldest' },
            BY,
          );
      });
      taken.push(await posted(p, page(3000, count, 'invoice')));
      assert.deepEqual(
        (await accountDifferences(p.app.database.sql)).filter(({ about }) => about !== null),
        [],
      );
      return taken;
    };
    const counted = await all(few, 1);
    assert.deepEqual(await all(many, 500), counted);
    const customer = 'SELECT open_amount FROM customer_balance WHERE customer_id =';
    assert.equal(await many.number(`${customer} 1`), 900);
    assert.equal(await many.number(`${customer} 2`), 1600);
  });

  it('what was issued before there were accounts is open by the same amounts', async () => {
    const p = await openProvider(open, { day: '2026-02-15' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-02-15' });
    await p.bill();
    const file = `document;series;number;date;kind;customer;description;amount;vat_rate;open_amount
1/V;V;1;2026-01-10;invoice;C1;Canone;10,00;22;
2/V;V;2;2026-01-10;invoice;C1;Canone;10,00;22;4,00
3/V;V;3;2026-01-10;invoice;C1;Canone;10,00;22;0,00
4/V;V;4;2026-01-10;credit_note;C1;Canone;10,00;22;
5/V;V;5;2026-01-10;credit_note;C1;Canone;10,00;22;3,00
6/V;V;6;2026-01-10;invoice;C1;Canone;0,00;22;
`;
    const { imported } = await p.app.importer.run('documents', sentSource(Buffer.from(file)), { by: BY });
    assert.equal(imported, 6);
    const idOf = (number: string): Promise<number> =>
      p.number(`SELECT id FROM document WHERE number_text = '${number}'`);
    const credit = async (number: string, amount?: number): Promise<void> => {
      const lines = amount === undefined ? {} : { lines: [{ line: 1, amount }] };
      const documentId = await idOf(number);
      await p.app.documents.credit({ documentId, reason: 'guasto', rebill: false, ...lines }, BY);
    };
    await credit('1/A', 1000);
    await credit('1/A', 500);
    await credit('2/V', 200);
    await credit('2/V', 300);
    await credit('3/V');
    const items = () =>
      p.rows('SELECT document_id, open_amount, is_open, payable FROM open_item ORDER BY document_id');
    const balances = () =>
      p.rows('SELECT customer_id, open_amount, credit FROM customer_balance ORDER BY customer_id');
    const [before, owed] = [await items(), await balances()];
    assert.ok(before.some((one) => one['open_amount'] !== 0) && before.length === 12);
    await p.tx(async (tx) => {
      await tx.run('DELETE FROM open_item');
      await tx.run('DELETE FROM customer_balance');
      for (const { name, sql } of paymentTables(typesOf(tx.dialect)))
        if (name.startsWith('rows ')) await tx.run(sql);
    });
    assert.deepEqual([await items(), await balances()], [before, owed]);
    await p.app.database.sql.run(
      'UPDATE open_item SET settled = 1, open_amount = open_amount - 1 WHERE document_id = 1 AND open_amount > 0',
    );
    const { violations } = await checkInvariants(p.app);
    assert.ok(violations.some(({ id }) => id === 'I12'));
  });
});

const CUSTOMER = [
  'id',
  'code',
  'kind',
  'name',
  'name_key',
  'city',
  'city_key',
  'codice_destinatario',
  'street',
  'postcode',
  'country',
  'language',
  'payment_method',
  'payment_days',
  'created_at',
  'updated_at',
];
