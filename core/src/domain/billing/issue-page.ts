import type { Clock, PlainDate, SqlValue, Tx } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import { issueDrafts, type Issued, type IssuePorts } from '../documents/issue.ts';
import type { Actor } from '../ports.ts';
import { isShown, type Billable } from './bills.ts';
import { creditNotesFor } from './closing-credit.ts';
import {
  planPage,
  type PlannedBill,
  type PlannedPage,
  type PlanPorts,
  type PlanQuestion,
} from './plan-page.ts';

export type IssuePagePorts = { readonly plan: PlanPorts; readonly issue: IssuePorts; readonly clock: Clock };
export type IssuePageOptions = {
  readonly question: PlanQuestion;
  readonly runId: number | null;
  readonly by: Actor;
  /** Ids reserved for documents; taken from the end. */
  readonly ids: number[];
};
export type IssuedPage = { readonly planned: PlannedPage; readonly issued: readonly Issued[] };

/** Thrown before anything is written when fewer ids were reserved than the page has documents. */
export class MoreIdsNeeded extends Error {
  readonly count: number;
  constructor(count: number) {
    super(`${count} document ids needed`);
    this.count = count;
  }
}

/** Computes a page again with its contracts locked, and writes it: whole invoices, charges, the contracts' next dates. */
export async function issuePage(
  tx: Tx,
  ports: IssuePagePorts,
  options: IssuePageOptions,
): Promise<IssuedPage> {
  const { question } = options;
  const planned = await planPage(tx, ports.plan, question);
  const invoices = planned.bills.filter((b) => b.outcome === 'issue');
  const closing = await creditNotesFor(tx, planned, question.date);
  const needed = invoices.length + closing.notes.length;
  if (needed > options.ids.length) throw new MoreIdsNeeded(needed);
  const ids = options.ids.splice(options.ids.length - needed, needed);
  const drafts = [...invoices.map((b) => b.draft), ...closing.notes.map((n) => n.draft)].map((draft, i) => ({
    id: ids[i] as number,
    draft,
  }));
  const issued = await issueDrafts(ports.issue, tx, drafts, {
    date: question.date,
    by: options.by,
    runId: options.runId,
  });
  const documentOf = new Map<PlannedBill, number>(invoices.map((bill, i) => [bill, ids[i] as number]));
  for (const [i, note] of closing.notes.entries())
    if (!documentOf.has(note.bill)) documentOf.set(note.bill, ids[invoices.length + i] as number);
  await writeCharges(tx, planned, { documentOf, runId: options.runId, now: ports.clock.now() });
  await moveContracts(tx, planned);
  await unpark(tx, planned);
  return { planned: { ...planned, parked: new Map([...planned.parked, ...closing.parked]) }, issued };
}

const CHARGE = [
  'charge_key',
  'contract_id',
  'payer_id',
  'kind',
  'item_version_id',
  'grid_start',
  'grid_end',
  'revision',
  'source',
  'description',
  'period_from',
  'period_to',
  'days',
  'quantity',
  'unit_price_e8',
  'amount',
  'agreed_amount',
  'vat_included',
  'vat_rate',
  'natura',
  'vat_reference',
  'explanation',
  'document_id',
  'line_number',
  'run_id',
  'created_at',
];

type Placement = {
  readonly charge: Billable;
  readonly documentId: number | null;
  readonly line: number | null;
};

async function writeCharges(
  tx: Tx,
  planned: PlannedPage,
  {
    documentOf,
    runId,
    now,
  }: { documentOf: ReadonlyMap<PlannedBill, number>; runId: number | null; now: number },
): Promise<void> {
  const placed = planned.bills.flatMap((bill) => placementsOf(bill, documentOf.get(bill) ?? null));
  const rows = placed.flatMap(({ charge, documentId, line }): SqlValue[][] => {
    const f = charge.fresh;
    if (!f) return [];
    return [
      [
        f.key,
        f.contractId,
        f.payerId,
        f.kind,
        f.versionId,
        f.gridStart,
        f.gridEnd,
        f.revision,
        f.source,
        f.description,
        f.periodFrom,
        f.periodTo,
        f.days,
        f.quantity,
        f.unitPriceE8,
        f.amount,
        f.agreedAmount,
        f.vatIncluded ? 1 : 0,
        f.vatRate,
        f.natura,
        f.vatReference,
        JSON.stringify(f.explanation),
        documentId,
        line,
        runId,
        now,
      ],
    ];
  });
  await tx.insert('charge', CHARGE, rows);
  const waiting = placed.filter((p) => p.charge.id !== null && p.documentId !== null);
  for (let i = 0; i < waiting.length; i += 200) await placeOpen(tx, waiting.slice(i, i + 200));
}

/** Charges stand on a document's lines in order; what is not shown belongs to the document all the same. */
function placementsOf(bill: PlannedBill, documentId: number | null): Placement[] {
  let line = 0;
  return bill.charges.map((charge) => ({
    charge,
    documentId,
    line: documentId !== null && bill.outcome === 'issue' && isShown(charge) ? ++line : null,
  }));
}

async function placeOpen(tx: Tx, placements: readonly Placement[]): Promise<void> {
  const cases = (value: (p: Placement) => number | null): string =>
    placements.map((p) => `WHEN ${p.charge.id} THEN ${value(p) ?? 'NULL'}`).join(' ');
  await tx.run(
    `UPDATE charge SET document_id = CASE id ${cases((p) => p.documentId)} END, line_number = CASE id ${cases((p) => p.line)} END
     WHERE id IN (${placements.map((p) => p.charge.id).join(', ')})`,
  );
}

/** Most contracts of a page move to the same dates: one statement for each pair of dates. */
async function moveContracts(tx: Tx, planned: PlannedPage): Promise<void> {
  const moved = planned.page.contracts.filter((c) => planned.charges.has(c.id) && !planned.parked.has(c.id));
  const groups = Map.groupBy(moved, (c) => {
    const { nextDue, settledTo } = planned.charges.get(c.id)!;
    return `${nextDue ?? ''}|${settledTo ?? ''}`;
  });
  for (const [key, contracts] of groups) {
    const [nextDue, settledTo] = key.split('|').map((d) => (d === '' ? null : d));
    const list = idList(
      tx,
      contracts.map((c) => c.id),
    );
    await tx.run(`UPDATE contract SET next_due = ?, settled_to = ? WHERE id IN ${list.sql}`, [
      nextDue as PlainDate | null,
      settledTo as PlainDate | null,
      ...list.params,
    ]);
  }
}

async function unpark(tx: Tx, planned: PlannedPage): Promise<void> {
  const list = idList(
    tx,
    planned.page.contracts.map((c) => c.id).filter((id) => !planned.parked.has(id)),
  );
  const parked = await tx.all<{ contract_id: number }>(
    `SELECT contract_id FROM parked_contract WHERE contract_id IN ${list.sql}`,
    list.params,
  );
  if (parked.length === 0) return;
  const gone = idList(
    tx,
    parked.map((p) => p.contract_id),
  );
  await tx.run(`DELETE FROM parked_contract WHERE contract_id IN ${gone.sql}`, gone.params);
}
