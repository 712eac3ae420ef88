import { createHash } from 'node:crypto';
import type { Instant, PlainDate, Sql, Tx } from '@traliccio/sdk';
import type { Context } from './context.ts';
import { filterName, type PackageFilter } from './filter.ts';

/**
 * `open`: to be sent, or tried again. `sending`: a process has it in hand. `sent`, `refused`: done. An address gets a
 * package of a period once, and once more each time that somebody asks for it again.
 */
export type SendingState = 'open' | 'sending' | 'sent' | 'refused';
export type Sending = {
  readonly id: string;
  readonly filter: PackageFilter;
  readonly address: string;
  readonly attempt: number;
  readonly state: SendingState;
  readonly way: 'mail' | 'link' | null;
  readonly reason: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly linkUntil: Instant | null;
  readonly askedBy: string;
  readonly createdAt: Instant;
};

const TABLE = 'accountant_sending';
const COLUMNS = [
  'id',
  'period_from',
  'period_to',
  'filter',
  'address',
  'attempt',
  'state',
  'asked_by',
  'created_at',
  'changed_at',
];
/** After so long whoever had it in hand is gone. */
const GIVEN_UP_MS = 15 * 60_000;

export type Wanted = {
  readonly filter: PackageFilter;
  readonly addresses: readonly string[];
  readonly by: string;
  readonly now: Instant;
  /** Behind the first: somebody wants it once more. */
  readonly attempt?: number;
};

/** Writes down what is to be sent; what is there already stays as it is. @returns the ids, by address */
export async function openSendings(tx: Tx, wanted: Wanted): Promise<string[]> {
  const { filter, by, now, attempt = 1 } = wanted;
  const { from, to } = filter;
  const rows = [...new Set(wanted.addresses)].map((address) => [
    idOf(filter, address, attempt),
    from,
    to,
    JSON.stringify(filter),
    address,
    attempt,
    'open',
    by.slice(0, 200),
    now,
    now,
  ]);
  await tx.upsert(TABLE, COLUMNS, rows, { key: ['id'], update: [] });
  return rows.map(([id]) => String(id));
}

const idOf = (filter: PackageFilter, address: string, attempt: number): string =>
  createHash('sha256')
    .update([filter.from, filter.to, filterName(filter), address, attempt].join('\n'))
    .digest('hex');

/** How often an address was sent this package, or was to be. */
export async function attemptsOf(
  sql: Sql,
  { filter, address }: Pick<Sending, 'filter' | 'address'>,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1)
    if (!(await findSending(sql, idOf(filter, address, attempt)))) return attempt - 1;
}

export async function findSending(sql: Sql, id: string): Promise<Sending | undefined> {
  const [row] = await sql.all<Row>(`SELECT * FROM ${TABLE} WHERE id = ?`, [id]);
  return row && sendingOf(row);
}

/** The newest first, each with how often it was downloaded. */
export async function latestSendings(
  sql: Sql,
  limit: number,
): Promise<(Sending & { readonly downloads: number; readonly lastDownload: Instant | null })[]> {
  const rows = await sql.all<Row & { downloads: number; last_download: number | null }>(
    `SELECT s.*, (SELECT COUNT(*) FROM accountant_download d WHERE d.sending_id = s.id) AS downloads,
       (SELECT MAX(d.at) FROM accountant_download d WHERE d.sending_id = s.id) AS last_download
     FROM ${TABLE} s ORDER BY s.created_at DESC, s.id LIMIT ${limit}`,
  );
  return rows.map((row) => ({
    ...sendingOf(row),
    downloads: row.downloads,
    lastDownload: row.last_download,
  }));
}

/** What is still to go out, oldest first, with what a process left in the middle. */
export async function openOnes(sql: Sql, now: Instant): Promise<Sending[]> {
  const rows = await sql.all<Row>(
    `SELECT * FROM ${TABLE} WHERE state = 'open' OR (state = 'sending' AND changed_at < ?) ORDER BY created_at, id`,
    [now - GIVEN_UP_MS],
  );
  return rows.map(sendingOf);
}

/** Takes one in hand. @returns false when another has it, or it is done */
export async function takeInHand(ctx: Context, { id }: Sending): Promise<boolean> {
  const now = ctx.clock.now();
  const taken = await ctx.transaction((tx) =>
    tx.run(
      `UPDATE ${TABLE} SET state = 'sending', changed_at = ? WHERE id = ? AND (state = 'open' OR (state = 'sending' AND changed_at < ?))`,
      [now, id, now - GIVEN_UP_MS],
    ),
  );
  return taken === 1;
}

export type Outcome = {
  readonly state: SendingState;
  readonly way?: 'mail' | 'link';
  readonly reason?: string;
  readonly size?: number;
  readonly sha256?: string;
  readonly linkUntil?: Instant;
};

/** Writes down what became of one. */
export async function noteOutcome(ctx: Context, { id }: Sending, outcome: Outcome): Promise<void> {
  const { state, way, reason, size, sha256, linkUntil } = outcome;
  await ctx.transaction((tx) =>
    tx.run(
      `UPDATE ${TABLE} SET state = ?, way = ?, reason = ?, size = ?, sha256 = ?, link_until = ?, changed_at = ? WHERE id = ?`,
      [
        state,
        way ?? null,
        reason?.slice(0, 500) ?? null,
        size ?? null,
        sha256 ?? null,
        linkUntil ?? null,
        ctx.clock.now(),
        id,
      ],
    ),
  );
}

export async function noteDownload(ctx: Context, id: string, peer: string): Promise<void> {
  const row = [id, ctx.clock.now(), peer.slice(0, 64)];
  await ctx.transaction((tx) =>
    tx.upsert('accountant_download', ['sending_id', 'at', 'peer'], [row], {
      key: ['sending_id', 'at', 'peer'],
      update: [],
    }),
  );
}

/** Hashes of the packages that somebody may still download. */
export async function linkedPackages(sql: Sql, now: Instant): Promise<Set<string>> {
  const rows = await sql.all<{ sha256: string }>(
    `SELECT sha256 FROM ${TABLE} WHERE way = 'link' AND link_until >= ?`,
    [now],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

type Row = {
  id: string;
  period_from: PlainDate;
  period_to: PlainDate;
  filter: string;
  address: string;
  attempt: number;
  state: SendingState;
  way: 'mail' | 'link' | null;
  reason: string | null;
  size: number | null;
  sha256: string | null;
  link_until: number | null;
  asked_by: string;
  created_at: number;
};

const sendingOf = (row: Row): Sending => ({
  id: row.id,
  filter: JSON.parse(row.filter) as PackageFilter,
  address: row.address,
  attempt: row.attempt,
  state: row.state,
  way: row.way,
  reason: row.reason,
  size: row.size,
  sha256: row.sha256,
  linkUntil: row.link_until,
  askedBy: row.asked_by,
  createdAt: row.created_at,
});
