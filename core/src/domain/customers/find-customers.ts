import type { PartyView, Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import { partyViewOf } from './party-view.ts';

/** Customers as documents fix them, by id; unknown ids are left out. Two queries, however many they are. */
export async function customerViews(sql: Sql, ids: readonly number[]): Promise<PartyView[]> {
  const list = idList(sql, ids);
  const rows = await sql.all(`SELECT * FROM customer WHERE id IN ${list.sql} ORDER BY id`, list.params);
  const contacts = await sql.all<{ customer_id: number; email: string }>(
    `SELECT customer_id, email FROM contact WHERE customer_id IN ${list.sql} AND role = 'billing' AND email IS NOT NULL ORDER BY id`,
    list.params,
  );
  const emails = Map.groupBy(contacts, (c) => c.customer_id);
  return rows.map((row) => partyViewOf(row, emails.get(row['id'] as number)?.map((c) => c.email) ?? []));
}
