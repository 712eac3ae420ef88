import type { Cents, PlainDate, Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';

/** A recurring charge, with where it stands. */
export type Entry = {
  readonly id: number;
  readonly versionId: number;
  readonly gridStart: PlainDate;
  readonly amount: Cents;
  readonly documentId: number | null;
  readonly line: number | null;
  readonly kind: string | null;
  readonly explanation: string;
};
export const lineKey = (documentId: number, line: number): string => `${documentId} ${line}`;

/**
 * What later negative charges take of the lines of earlier invoices. A negative entry of a period takes from the newest
 * positive ones before it. Entries of credit notes are not counted here, as their notes are; what a note has given
 * back to be billed again is out of the way.
 */
export function givenBackOf(entries: readonly Entry[]): Map<string, Cents> {
  const taken = new Map<string, Cents>();
  const periods = Map.groupBy(entries, (e) => `${e.versionId} ${e.gridStart}`);
  for (const period of periods.values()) {
    const standing: { readonly entry: Entry; left: Cents }[] = [];
    for (const entry of period.toSorted((a, b) => a.id - b.id)) {
      if (entry.kind === 'credit_note') {
        const { charge } = JSON.parse(entry.explanation) as { charge?: number };
        const at = standing.findIndex((s) => s.entry.id === charge);
        if (at >= 0) standing.splice(at, 1);
      } else if (entry.amount > 0) standing.push({ entry, left: entry.amount });
      else take(entry, standing, taken);
    }
  }
  return taken;
}

function take(entry: Entry, standing: { entry: Entry; left: Cents }[], taken: Map<string, Cents>): void {
  let owed = -entry.amount;
  for (const one of standing.toReversed()) {
    if (owed === 0) return;
    const amount = Math.min(owed, one.left);
    one.left -= amount;
    owed -= amount;
    const { documentId, line } = one.entry;
    // On the same invoice it is a line of its own, to be credited by itself.
    if (documentId === null || line === null || documentId === entry.documentId) continue;
    const key = lineKey(documentId, line);
    taken.set(key, (taken.get(key) ?? 0) + amount);
  }
}

/** By `lineKey`, of the lines of these invoices. */
export async function givenBack(sql: Sql, documentIds: readonly number[]): Promise<Map<string, Cents>> {
  if (documentIds.length === 0) return new Map();
  const list = idList(sql, documentIds);
  const entries = await sql.all<Entry>(
    `SELECT DISTINCT h.id AS id, h.item_version_id AS versionId, h.grid_start AS gridStart, h.amount AS amount, h.document_id AS documentId,
       h.line_number AS line, d.kind AS kind, h.explanation AS explanation
     FROM charge c JOIN charge h ON h.contract_id = c.contract_id AND h.grid_end = c.grid_end AND h.item_version_id = c.item_version_id
       AND h.grid_start = c.grid_start AND h.kind = 'recurring'
     LEFT JOIN document d ON d.id = h.document_id WHERE c.document_id IN ${list.sql} AND c.kind = 'recurring'`,
    list.params,
  );
  return givenBackOf(entries);
}
