import type { PlainDate, Tx } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { idList } from '../../kernel/db/id-list.ts';

type Given = {
  readonly documentId: number;
  readonly creditNoteId: number;
  /** Numbers of the invoice's lines that may be billed again. */
  readonly lines: readonly number[];
  /** Nothing else of the invoice stays: what stands on it without a line goes, too. */
  readonly isAll: boolean;
  readonly now: number;
  readonly today: PlainDate;
};

type Row = {
  readonly id: number;
  readonly kind: string;
  readonly contract_id: number;
  readonly item_version_id: number | null;
  readonly grid_start: PlainDate | null;
  readonly entries: number;
};

const COPIED = `contract_id, payer_id, kind, item_version_id, grid_start, grid_end`;
const PRICED = `vat_included, vat_rate, natura, vat_reference`;

/**
 * Takes back what credited lines charged, entry by entry: recurring days count as not charged again, and the next run
 * charges them under the history as it stands then; what was charged once is charged again as it was.
 */
export async function giveBack(tx: CoreTx | Tx, given: Given): Promise<void> {
  if (given.lines.length === 0) return;
  const list = idList(tx, given.lines);
  const rows = await tx.all<Row>(
    `SELECT c.id AS id, c.kind AS kind, c.contract_id AS contract_id, c.item_version_id AS item_version_id, c.grid_start AS grid_start,
       (SELECT COUNT(*) FROM charge h WHERE h.contract_id = c.contract_id AND h.grid_end = c.grid_end AND h.item_version_id = c.item_version_id
          AND h.grid_start = c.grid_start) AS entries
     FROM charge c WHERE c.document_id = ? AND (c.line_number IN ${list.sql}${given.isAll ? ' OR c.line_number IS NULL' : ''}) ORDER BY c.id`,
    [given.documentId, ...list.params],
  );
  /** Several entries of one period are taken back one after the other. */
  const revisions = new Map<string, number>();
  for (const row of rows)
    if (row.kind === 'recurring') await takeBack(tx, row, { ...given, revisions });
    else await again(tx, row, given);
}

async function takeBack(
  tx: CoreTx | Tx,
  row: Row,
  { creditNoteId, now, revisions }: Given & { readonly revisions: Map<string, number> },
): Promise<void> {
  const period = `rec:${row.item_version_id}:${row.grid_start}`;
  const revision = revisions.get(period) ?? row.entries;
  revisions.set(period, revision + 1);
  await tx.run(
    `INSERT INTO charge (charge_key, ${COPIED}, revision, source, description, period_from, period_to, days, quantity,
       unit_price_e8, amount, agreed_amount, ${PRICED}, explanation, document_id, line_number, run_id, created_at)
     SELECT ?, ${COPIED}, ?, 'credit', description, period_from, period_to, -days, quantity,
       unit_price_e8, -amount, -agreed_amount, ${PRICED}, ?, ?, line_number, NULL, ? FROM charge WHERE id = ?`,
    [
      `${period}:${revision}`,
      revision,
      JSON.stringify({ rule: 'credit', charge: row.id }),
      creditNoteId,
      now,
      row.id,
    ],
  );
  await tx.run(
    `UPDATE contract SET settled_to = CASE WHEN settled_to IS NULL OR settled_to < ? THEN settled_to ELSE ? END,
       next_due = CASE WHEN next_due IS NULL OR next_due > ? THEN ? ELSE next_due END, version = version + 1 WHERE id = ?`,
    [row.grid_start, row.grid_start, row.grid_start, row.grid_start, row.contract_id],
  );
}

/** The same charge anew, waiting for the contract's next invoice. */
async function again(tx: CoreTx | Tx, row: Row, { creditNoteId, now, today }: Given): Promise<void> {
  await tx.run(
    `INSERT INTO charge (charge_key, ${COPIED}, revision, source, description, period_from, period_to, days, quantity,
       unit_price_e8, amount, ${PRICED}, explanation, document_id, line_number, run_id, created_at)
     SELECT ?, ${COPIED}, revision, source, description, period_from, period_to, days, quantity,
       unit_price_e8, amount, ${PRICED}, explanation, NULL, NULL, NULL, ? FROM charge WHERE id = ?`,
    [`again:${creditNoteId}:${row.id}`, now, row.id],
  );
  await tx.run(
    `UPDATE contract SET next_due = CASE WHEN next_due IS NULL OR next_due > ? THEN ? ELSE next_due END, version = version + 1
     WHERE id = ? AND activated_on IS NOT NULL`,
    [today, today, row.contract_id],
  );
}
