import type { PlainDate, Sql } from '@traliccio/sdk';
import { FILES } from './migrations.ts';

export type KnownFile = {
  readonly id: number;
  readonly name: string;
  readonly format: string;
  readonly importedAt: number;
  readonly importedBy: string;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly lineCount: number;
  readonly fresh: number;
  readonly cameIn: number;
  readonly wentOut: number;
};

/** What was imported, the latest first, and the id behind which it goes on. */
export async function filesAfter(
  sql: Sql,
  { after, limit }: { readonly after?: number | undefined; readonly limit: number },
): Promise<{ items: KnownFile[]; next: number | null }> {
  const found = await sql.all<KnownFile>(
    `SELECT id, name, format, imported_at AS importedAt, imported_by AS importedBy, first_day AS firstDay, last_day AS lastDay,
       line_count AS lineCount, new_count AS fresh, came_in AS cameIn, went_out AS wentOut
     FROM ${FILES} ${after === undefined ? '' : 'WHERE id < ?'} ORDER BY id DESC LIMIT ?`,
    [...(after === undefined ? [] : [after]), limit + 1],
  );
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
