import { match } from '../matching/match.ts';
import type { Suggestion } from '../matching/suggestion.ts';
import type { Context } from './context.ts';
import { worldFor } from './find-open.ts';
import type { StoredLine } from './line-store.ts';
import { BOOKINGS } from './migrations.ts';

/** Whom a line is booked on, with the names as they are now. */
export type BookedPart = {
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
  readonly amount: number;
  readonly documents: { readonly documentId: number; readonly numberText: string; readonly amount: number }[];
};
export type ShownLine = StoredLine & {
  readonly suggestions: Suggestion[];
  readonly bookings: BookedPart[];
};

/** Lines with what they could be booked on, or are. A page is a few questions, however many lines it has. */
export async function shown(
  ctx: Pick<Context, 'core' | 'sql'>,
  lines: readonly StoredLine[],
): Promise<ShownLine[]> {
  const open = lines.filter(({ state }) => state === 'open');
  const { world } = open.length === 0 ? { world: null } : await worldFor(ctx, open, 'all');
  const bookings = await bookingsOf(
    ctx,
    lines.filter(({ state }) => state === 'booked'),
  );
  return lines.map((line) => ({
    ...line,
    suggestions: world && line.state === 'open' ? [...match(line, world).suggestions] : [],
    bookings: bookings.get(line.id) ?? [],
  }));
}

type Row = {
  readonly lineId: number;
  readonly round: number;
  readonly customerId: number;
  readonly amount: number;
  readonly shares: string;
};
type Share = { readonly documentId: number; readonly amount: number };

async function bookingsOf(
  { core, sql }: Pick<Context, 'core' | 'sql'>,
  lines: readonly StoredLine[],
): Promise<Map<number, BookedPart[]>> {
  if (lines.length === 0) return new Map();
  const all = await sql.all<Row>(
    `SELECT line_id AS lineId, round, customer_id AS customerId, amount, shares FROM ${BOOKINGS}
     WHERE line_id IN (${lines.map(() => '?').join(', ')}) AND undone_at IS NULL ORDER BY id`,
    lines.map(({ id }) => id),
  );
  const rows = all.map((row) => ({ ...row, shares: JSON.parse(row.shares) as Share[] }));
  const customers = await core.customers.views([...new Set(rows.map((row) => row.customerId))]);
  const documentIds = [...new Set(rows.flatMap((row) => row.shares.map((share) => share.documentId)))];
  const documents = await core.documents.views(documentIds);
  const customer = new Map(customers.map((one) => [one.id, one]));
  const number = new Map(documents.map((one) => [one.id, one.numberText]));
  const found = new Map<number, BookedPart[]>();
  for (const { lineId, customerId, amount, shares } of rows) {
    const part = {
      customerId,
      customerCode: customer.get(customerId)?.code ?? '',
      customerName: customer.get(customerId)?.name ?? '',
      amount,
      documents: shares.map((share) => ({ ...share, numberText: number.get(share.documentId) ?? '' })),
    };
    found.set(lineId, [...(found.get(lineId) ?? []), part]);
  }
  return found;
}
