import type { PlainDate, Sql } from '@traliccio/sdk';
import type { Kernel } from '../kernel/kernel.ts';
import { chargesOf } from './billing/charges.ts';
import { loadPage } from './billing/page.ts';
import { compareIndex } from '../kernel/search/rebuild.ts';
import { turnoverDifferences } from './documents/turnover.ts';
import { verifyDocuments } from './documents/verify.ts';
import { gridsOf } from './master-data.ts';
import { accountDifferences } from './payments/differences.ts';
import { searchSources } from './search-sources.ts';

export type Violation = { readonly id: string; readonly about: string; readonly message: string };
export type InvariantsResult = {
  readonly checked: readonly { readonly id: string; readonly what: string }[];
  readonly violations: readonly Violation[];
};

const CHECKED = [
  { id: 'I1', what: 'each charge stands on at most one line, and each line bills what its charges say' },
  {
    id: 'I2',
    what: 'numbers of a series and year have no gap and no double, and dates never run against them',
  },
  { id: 'I3', what: 'every issued document has exactly its effects' },
  { id: 'I4', what: 'lines, VAT and rounding come to the total' },
  { id: 'I5', what: 'the hash chain verifies' },
  { id: 'I9', what: 'no contract has something due that its next date hides' },
  { id: 'I10', what: 'what is searched for is found: the index says what the data says' },
  { id: 'I11', what: 'the turnover of each day is what its documents come to' },
  {
    id: 'I12',
    what: 'what is open, left and owed is what documents, payments and their allocations come to',
  },
] as const;

/** Checks, on a database at rest, what must hold whatever crashed or ran at the same time. */
export async function checkInvariants(kernel: Kernel): Promise<InvariantsResult> {
  const { sql } = kernel.database;
  const violations = [
    ...(await chargesOnLines(sql)),
    ...(await numbers(sql)),
    ...(await effects(kernel)),
    ...(await sums(sql)),
    ...(await chain(sql)),
    ...(await caches(kernel)),
    ...(await searchIndex(sql)),
    ...(await turnover(sql)),
    ...(await accounts(sql)),
  ];
  return { checked: CHECKED, violations };
}

async function rows(sql: Sql, id: string, query: string): Promise<Violation[]> {
  const found = await sql.all<{ about: string; message: string }>(query);
  return found.map((r) => ({ id, ...r }));
}

const text = (sql: Sql, ...parts: string[]): string =>
  sql.dialect === 'sqlite' ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`;

async function chargesOnLines(sql: Sql): Promise<Violation[]> {
  return [
    ...(await rows(
      sql,
      'I1',
      `SELECT charge_key AS about, 'stands on a document that does not exist' AS message FROM charge c WHERE document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = c.document_id)`,
    )),
    ...(await rows(
      sql,
      'I1',
      `SELECT ${text(sql, 'd.number_text', "' line '", 'l.number')} AS about, ${text(sql, "'bills '", 'l.amount', "', its charges come to '", 'SUM(c.amount)')} AS message
       FROM document d JOIN document_line l ON l.document_id = d.id JOIN charge c ON c.document_id = d.id AND c.line_number = l.number
       WHERE d.kind = 'invoice' AND d.origin = 'billing' GROUP BY d.number_text, l.number, l.amount HAVING SUM(c.amount) <> l.amount`,
    )),
    ...(await rows(
      sql,
      'I1',
      `SELECT ${text(sql, 'd.number_text', "' line '", 'l.number')} AS about, 'bills no charge' AS message FROM document d JOIN document_line l ON l.document_id = d.id
       WHERE d.kind = 'invoice' AND d.origin = 'billing' AND d.run_id IS NOT NULL AND l.contract_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM charge c WHERE c.document_id = d.id AND c.line_number = l.number)`,
    )),
  ];
}

async function numbers(sql: Sql): Promise<Violation[]> {
  const series = `SELECT s.issuer_id, s.code, s.year, s.first_number, s.last_number, COUNT(DISTINCT d.number) AS n, MIN(d.number) AS lo, MAX(d.number) AS hi
    FROM series s LEFT JOIN document d ON d.issuer_id = s.issuer_id AND d.series = s.code AND d.year = s.year AND d.origin <> 'import' AND d.state = 'issued'
    GROUP BY s.issuer_id, s.code, s.year, s.first_number, s.last_number`;
  return [
    ...(await rows(
      sql,
      'I2',
      `SELECT ${text(sql, 'code', "' '", 'year')} AS about, ${text(sql, "'has '", 'n', "' documents for the numbers '", 'first_number', "' to '", 'last_number')} AS message
       FROM (${series}) t WHERE n <> last_number - first_number + 1 OR (n > 0 AND (lo <> first_number OR hi <> last_number))`,
    )),
    ...(await rows(
      sql,
      'I2',
      `SELECT a.number_text AS about, ${text(sql, "'is dated '", 'a.date', "', after '", 'b.number_text', "' of '", 'b.date')} AS message
       FROM document a JOIN document b ON b.issuer_id = a.issuer_id AND b.series = a.series AND b.year = a.year AND b.number = a.number + 1
       WHERE a.state = 'issued' AND b.state = 'issued' AND a.origin <> 'import' AND b.origin <> 'import' AND b.date < a.date`,
    )),
  ];
}

/** Whoever subscribes to `document.issued` has one delivery of each document since it subscribes. */
async function effects({ database }: Kernel): Promise<Violation[]> {
  const { sql } = database;
  const issuedKey = text(sql, "'document.issued:'", 'd.id', "':'", 'd.revision', "':'", 's.subscriber');
  return [
    ...(await rows(
      sql,
      'I3',
      `SELECT d.number_text AS about, ${text(sql, "'has no delivery to '", 's.subscriber')} AS message
       FROM document d JOIN subscription s ON s.event = 'document.issued'
       WHERE d.origin <> 'import' AND d.state = 'issued' AND d.issued_at >= (SELECT MIN(o.created_at) FROM outbox o WHERE o.subscriber = s.subscriber AND o.event = 'document.issued')
         AND s.while_disabled = 'keep' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.delivery_key = ${issuedKey})`,
    )),
    ...(await rows(
      sql,
      'I3',
      `SELECT o.delivery_key AS about, 'is the delivery of a document that does not exist' AS message FROM outbox o WHERE o.event = 'document.issued'
       AND NOT EXISTS (SELECT 1 FROM document d WHERE o.aggregate = ${text(sql, "'document:'", 'd.id')})`,
    )),
  ];
}

async function sums(sql: Sql): Promise<Violation[]> {
  return [
    ...(await rows(
      sql,
      'I4',
      `SELECT number_text AS about, 'net, VAT and rounding do not come to its total' AS message FROM document WHERE state = 'issued' AND origin <> 'import' AND net + vat + rounding <> total`,
    )),
    ...(await rows(
      sql,
      'I4',
      `SELECT d.number_text AS about, 'its VAT summary does not come to its totals' AS message FROM document d JOIN document_vat v ON v.document_id = d.id
       WHERE d.origin <> 'import' GROUP BY d.id, d.number_text, d.net, d.vat HAVING SUM(v.base) <> d.net OR SUM(v.vat) <> d.vat`,
    )),
  ];
}

async function chain(sql: Sql): Promise<Violation[]> {
  const { problems } = await verifyDocuments(sql);
  return problems.map((p) => ({ id: 'I5', about: p.document, message: p.problem }));
}

async function searchIndex(sql: Sql): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const source of searchSources)
    for await (const { from, to, entries, grams } of compareIndex(sql, source))
      if (entries > 0 || grams > 0)
        violations.push({
          id: 'I10',
          about: `${source.name} ${from} to ${to}`,
          message: `${entries} entries and ${grams} sequences of signs are not what the data says: "traliccio search rebuild"`,
        });
  return violations;
}

async function turnover(sql: Sql): Promise<Violation[]> {
  return (await turnoverDifferences(sql)).map(({ date, kind, series }) => ({
    id: 'I11',
    about: `${kind} of series ${series} on ${date}`,
    message: 'is not what its documents come to: "traliccio documents recount"',
  }));
}

async function accounts(sql: Sql): Promise<Violation[]> {
  return (await accountDifferences(sql)).map((one) => ({ id: 'I12', ...one }));
}

const PAGE = 500;

/** Recomputes every contract from the beginning of its history, as of the last finished run: nothing may be missing. */
async function caches(kernel: Kernel): Promise<Violation[]> {
  const { sql } = kernel.database;
  const [run] = await sql.all<{ day: PlainDate | null }>(
    "SELECT MAX(logical_date) AS day FROM run WHERE kind = 'billing' AND state = 'done'",
  );
  if (!run?.day) return [];
  const day = run.day;
  const grids = gridsOf(kernel.capabilities);
  const violations: Violation[] = [];
  for (let last = 0; ;) {
    const contracts = await sql.all<{ id: number; payer_id: number }>(
      `SELECT DISTINCT payer_id, payer_id AS id FROM contract WHERE payer_id > ? AND activated_on IS NOT NULL ORDER BY payer_id LIMIT ${PAGE}`,
      [last],
    );
    if (contracts.length === 0) return violations;
    last = contracts.at(-1)?.payer_id ?? last;
    const page = await loadPage(sql, {
      payerIds: contracts.map((c) => c.payer_id),
      day: '9999-12-31',
      except: new Set(),
      lock: false,
      whole: true,
    });
    for (const contract of page.contracts) {
      // Due on that day or before: parked, or changed since; the next run sees to it.
      if (contract.nextDue !== null && contract.nextDue <= day) continue;
      const answer = chargesOf({ ...contract, settledTo: null }, page, {
        gridOf: (v) => grids(v.cadence, { date: v.anchor, lastDay: v.anchorLastDay }),
        day,
      });
      if ('code' in answer || answer.held) continue;
      for (const fresh of answer.fresh)
        violations.push({
          id: 'I9',
          about: `contract ${contract.code}`,
          message: `owes ${fresh.amount} cents of the period from ${fresh.gridStart}, and is not looked at before ${contract.nextDue ?? 'ever'}`,
        });
    }
  }
}
