import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { SqlRow, SqlValue } from '@traliccio/sdk';
import fc from 'fast-check';
import type { CoreTx } from '../../kernel/db/database.ts';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { DOCUMENT_CONTENT, LINE_CONTENT, VAT_CONTENT } from './chain.ts';
import { verifyDocuments, type VerifyProblem } from './verify.ts';

/** All that verify vouches for, table by table. */
const VOUCHED = {
  document: DOCUMENT_CONTENT,
  document_line: LINE_CONTENT,
  document_vat: VAT_CONTENT,
  artifact: ['kind', 'file_name', 'media_type', 'size', 'sha256', 'bytes'],
  snapshot: ['sha256', 'content'],
} as const;
type Table = keyof typeof VOUCHED;
const TABLES = Object.keys(VOUCHED) as Table[];
const KEYS: Record<Table, readonly string[]> = {
  document: ['id'],
  document_line: ['document_id', 'number'],
  document_vat: ['document_id', 'number'],
  artifact: ['document_id', 'kind'],
  snapshot: ['sha256'],
};
/** Columns that are empty on some rows, with what a forger could put there. */
const FILLED: Record<string, SqlValue> = {
  due_date: '2026-03-31',
  credits_document_id: 1,
  unit: 'mese',
  natura: 'N4',
  period_from: '2026-01-01',
  period_to: '2026-01-31',
  credits_line: 1,
  esigibilita: 'D',
  reference: 'art. 10',
  contract_code: 'K9',
};

class Undo extends Error {}

/** Three invoices of different customers, a credit note in part and one of the rest. */
async function issued(open: Parameters<Parameters<typeof eachDatabase>[0]>[1]): Promise<Provider> {
  const p = await openProvider(open, { day: '2026-03-01' });
  for (const [i, priceE8] of [3_000_000_000, 1_999_000_000, 819_000_000].entries()) {
    await p.customer(`C${i}`);
    await p.contract(`K${i}`, {
      startOn: '2026-03-01',
      customer: `C${i}`,
      payer: `C${i}`,
      items: [{ ...MONTHLY, priceE8, vatIncluded: i === 1 }],
    });
  }
  await p.bill();
  const { id } = await p.app.documents.find('2/A');
  const credit = { documentId: id, reason: 'Disservizio', rebill: false };
  await p.app.documents.credit({ ...credit, lines: [{ line: 1, amount: 500 }] }, BY);
  await p.app.documents.credit(credit, BY);
  for (const table of TABLES)
    for (const action of ['update', 'delete'])
      await p.app.database.sql.run(`DROP TRIGGER ${table}_no_${action}`);
  return p;
}

type Change = {
  readonly how: 'column' | 'delete' | 'insert' | 'swap';
  readonly table: Table;
  readonly at: number;
  readonly column: number;
};
const ONE_OF: fc.Arbitrary<Change> = fc.record({
  how: fc.oneof(
    { weight: 5, arbitrary: fc.constant('column' as const) },
    fc.constantFrom('delete', 'insert', 'swap'),
  ),
  table: fc.constantFrom(...TABLES),
  at: fc.nat(1000),
  column: fc.nat(1000),
});

function otherValue(column: string, value: SqlValue | Uint8Array): SqlValue {
  if (value === null) return FILLED[column] ?? 1;
  if (column === 'vat_included') return 1 - (value as number);
  if (column === 'kind' && value === 'invoice') return 'credit_note';
  if (typeof value === 'number') return value + 1000;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('7') ? '8' : '7'}`;
  return Buffer.from('forged') as unknown as SqlValue;
}

const textOf = (row: SqlRow): string => row['number_text'] as string;
const isRow = (table: Table): string => KEYS[table].map((key) => `${key} = ?`).join(' AND ');
const keyOf = (table: Table, row: SqlRow): SqlValue[] => KEYS[table].map((key) => row[key] as SqlValue);
const set = (tx: CoreTx, table: Table, row: SqlRow, values: Record<string, SqlValue>): Promise<number> =>
  tx.run(
    `UPDATE ${table} SET ${Object.keys(values)
      .map((name) => `${name} = ?`)
      .join(', ')} WHERE ${isRow(table)}`,
    [...Object.values(values), ...keyOf(table, row)],
  );

/** Forges something; returns what it did in words. */
async function forge(tx: CoreTx, { how, table, at, column }: Change): Promise<string> {
  const rows = await tx.all(`SELECT * FROM ${table} ORDER BY ${KEYS[table].join(', ')}`);
  const row = rows[at % rows.length] as SqlRow;
  const where = `${table} ${keyOf(table, row).join('/')}`;
  if (how === 'delete') {
    await tx.run(`DELETE FROM ${table} WHERE ${isRow(table)}`, keyOf(table, row));
    return `deleted ${where}`;
  }
  if (how === 'swap') {
    const documents = await tx.all('SELECT * FROM document ORDER BY id');
    const [a, b] = [documents[at % 5] as SqlRow, documents[(at + 1 + (column % 4)) % 5] as SqlRow];
    // Several documents are of one customer: there, the places in the chain.
    const names =
      a['customer_snapshot'] === b['customer_snapshot']
        ? ['chain', 'number']
        : ['chain', 'number', 'customer_snapshot'];
    const name = names[column % names.length] as string;
    const parts =
      name === 'chain' ? ['chain_index', 'chain_hash'] : name === 'number' ? ['number_text'] : [name];
    const of = (from: SqlRow) => Object.fromEntries(parts.map((part) => [part, from[part] as SqlValue]));
    await set(tx, 'document', a, of(b));
    await set(tx, 'document', b, of(a));
    return `swapped ${name} of ${textOf(a)} and ${textOf(b)}`;
  }
  if (how === 'insert' && table !== 'snapshot') {
    const fresh = { ...row };
    if (table === 'document') {
      fresh['id'] = 900_000;
      fresh['number'] = 900;
      fresh['number_text'] = '900/A';
      fresh['chain_index'] = [null, row['chain_index'], 99][column % 3] as SqlValue;
    } else fresh[table === 'artifact' ? 'kind' : 'number'] = table === 'artifact' ? 'other' : 99;
    await tx.insert(table, Object.keys(fresh), [Object.values(fresh) as SqlValue[]]);
    return `inserted a row like ${where}`;
  }
  const columns = VOUCHED[table];
  const name = columns[column % columns.length] as string;
  const value = otherValue(name, row[name] as SqlValue);
  assert.equal(await set(tx, table, row, { [name]: value }), 1);
  return `${where}: ${name} is ${String(value)}`;
}

eachDatabase((_name, open) => {
  it('a hundred forgeries, whatever and wherever, are found and named', async () => {
    const p = await issued(open);
    assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, []);
    const known = (await p.rows('SELECT number_text, series, year FROM document')).flatMap((d) => [
      d['number_text'] as string,
      `${String(d['series'])} ${String(d['year'])}`,
    ]);
    const tried = new Set<string>();
    await fc.assert(
      fc.asyncProperty(ONE_OF, async (change) => {
        let done = '';
        let problems: VerifyProblem[] = [];
        const work = p.tx(async (tx) => {
          done = await forge(tx, change);
          ({ problems } = await verifyDocuments(tx));
          throw new Undo();
        });
        await assert.rejects(work, Undo);
        tried.add(done);
        assert.ok(problems.length > 0, `not found: ${done}`);
        const names = problems.map((one) => one.document);
        assert.ok(
          names.some(
            (one) => known.includes(one) || one === '900/A' || one.startsWith('snapshot ') || /^\d/.test(one),
          ),
          `${done}: named ${names.join(', ')}`,
        );
      }),
      { numRuns: 100, endOnFailure: true },
    );
    assert.ok(tried.size > 60, `${tried.size} different forgeries`);
    assert.deepEqual((await verifyDocuments(p.app.database.sql)).problems, [], 'all of them were undone');
  });
});
