import { Conflict, NotFound, type PlainDate, type Sql, type SqlValue, type Tx } from '@traliccio/sdk';
import type { Line } from '../matching/world.ts';
import { contentOf, type Identified, refOf } from './identity.ts';
import { LINES, TURN } from './migrations.ts';

/**
 * `open`: to be looked at. `booked`: on customers' accounts. `aside`: nothing to book, for a reason. `out`: money that
 * went out, which this plugin only keeps.
 */
export const STATES = ['open', 'booked', 'aside', 'out'] as const;
export type State = (typeof STATES)[number];

export type StoredLine = Line & {
  readonly id: number;
  readonly fileId: number;
  readonly account: string;
  readonly contentHash: string;
  readonly occurrence: number;
  readonly bookedOn: PlainDate;
  readonly valueDate: PlainDate | null;
  readonly bankCode: string | null;
  readonly state: State;
  readonly version: number;
  /** Counts bookings: one that is undone and made anew is another payment. */
  readonly round: number;
  readonly rule: string | null;
  readonly reason: string | null;
  readonly stateAt: number;
  readonly stateBy: string;
};

const FIELDS = `id, file_id AS fileId, account, content_hash AS contentHash, occurrence, booked_on AS bookedOn, value_date AS valueDate,
  amount, currency, end_to_end_id AS endToEndId, payer_name AS payerName, payer_iban AS payerIban, text, bank_code AS bankCode,
  state, version, round, rule, reason, state_at AS stateAt, state_by AS stateBy`;

const AT_ONCE = 400;

/** One import after the other, so that what is known stays so until what is new is written. */
export const takeTurn = (tx: Tx, at: number): Promise<void> =>
  tx.upsert(TURN, ['id', 'at'], [[1, at]], { key: ['id'], update: ['at'] });

/** Those that the table has, by what is in them or by what the bank calls them. @throws Conflict where the two disagree */
export async function knownOf(sql: Sql, lines: readonly Identified[]): Promise<Set<Identified>> {
  const contents = new Set<string>();
  for (const part of parts([...new Set(lines.map((one) => one.contentHash))]))
    for (const row of await sql.all<Pick<Identified, 'contentHash' | 'occurrence'>>(
      `SELECT content_hash AS contentHash, occurrence FROM ${LINES} WHERE content_hash IN (${marks(part)})`,
      part,
    ))
      contents.add(contentOf(row));
  const refs = new Map<string, string>();
  for (const part of parts([...new Set(lines.map((one) => one.statementId))]))
    for (const row of await sql.all<Identified>(
      `SELECT account, statement_id AS statementId, entry_ref AS entryRef, content_hash AS contentHash FROM ${LINES} WHERE account IN (${marks(accountsOf(lines))}) AND statement_id IN (${marks(part)})`,
      [...accountsOf(lines), ...part],
    ))
      refs.set(refOf(row), row.contentHash);
  return new Set(
    lines.filter((line) => {
      const ref = refs.get(refOf(line));
      if (ref !== undefined && ref !== line.contentHash)
        throw new Conflict(
          'bank_statement.changed',
          `movement ${line.entryRef} of statement ${line.statementId} was imported before with another content: ask the bank which of the two files is right`,
          { field: 'file' },
        );
      return ref !== undefined || contents.has(contentOf(line));
    }),
  );
}

const accountsOf = (lines: readonly Identified[]): string[] => [...new Set(lines.map((one) => one.account))];

/** Cut to what a column holds: a bank's words have no limit. */
export async function insertLines(
  tx: Tx,
  lines: readonly Identified[],
  { fileId, at, by }: { readonly fileId: number; readonly at: number; readonly by: string },
): Promise<void> {
  const columns =
    'file_id account statement_id entry_ref content_hash occurrence booked_on value_date amount currency end_to_end_id payer_name payer_iban text bank_code state version round rule reason state_at state_by'.split(
      ' ',
    );
  const rows = lines.map((line): SqlValue[] => [
    fileId,
    line.account,
    line.statementId,
    line.entryRef,
    line.contentHash,
    line.occurrence,
    line.bookedOn,
    line.valueDate,
    line.amount,
    line.currency,
    cut(line.endToEndId, 140),
    cut(line.payerName, 300),
    line.payerIban,
    cut(line.text, 2000),
    cut(line.bankCode, 40),
    ...stateOf(line),
    at,
    by,
  ]);
  for (const part of parts(rows)) await tx.insert(LINES, columns, part);
}

/** State, version, round, rule and reason of a line that is new. */
function stateOf({ amount, currency }: Identified): SqlValue[] {
  if (amount <= 0) return ['out', 1, 0, null, null];
  if (currency !== 'EUR') return ['aside', 1, 0, null, currency];
  return ['open', 1, 0, null, null];
}

const cut = <T extends string | null>(text: T, most: number): T | string =>
  text === null ? text : text.toWellFormed().slice(0, most).toWellFormed();

export async function lineById(sql: Sql, id: number): Promise<StoredLine> {
  const [line] = await sql.all<StoredLine>(`SELECT ${FIELDS} FROM ${LINES} WHERE id = ?`, [id]);
  if (!line) throw new NotFound('bank_statement.line_not_found', `there is no line ${id}`);
  return line;
}

export type LineFilter = {
  readonly state?: State | undefined;
  readonly fileId?: number | undefined;
  /** The id after which it goes on. */
  readonly after?: number | undefined;
  readonly limit: number;
};

/** The latest first. */
export async function linesBy(sql: Sql, { state, fileId, after, limit }: LineFilter): Promise<StoredLine[]> {
  const wanted = [
    ['state = ?', state],
    ['file_id = ?', fileId],
    ['id < ?', after],
  ] as const;
  const given = wanted.filter(([, value]) => value !== undefined);
  const where = given.length === 0 ? '' : `WHERE ${given.map(([condition]) => condition).join(' AND ')}`;
  return sql.all<StoredLine>(`SELECT ${FIELDS} FROM ${LINES} ${where} ORDER BY id DESC LIMIT ?`, [
    ...given.map(([, value]) => value as SqlValue),
    limit,
  ]);
}

/** Those that are open and never were otherwise, the earliest first. */
export const neverBookedAfter = (sql: Sql, after: number, limit: number): Promise<StoredLine[]> =>
  sql.all<StoredLine>(
    `SELECT ${FIELDS} FROM ${LINES} WHERE state = 'open' AND round = 0 AND id > ? ORDER BY id LIMIT ?`,
    [after, limit],
  );

export async function countOpen(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ open: number }>(`SELECT COUNT(*) AS open FROM ${LINES} WHERE state = 'open'`);
  return row?.open ?? 0;
}

export type Move = {
  readonly to: State;
  readonly by: string;
  readonly at: number;
  readonly rule?: string | null;
  readonly reason?: string | null;
  readonly round?: number;
};

/** Moves a line on if it is still as it was seen; whoever comes second is told. @throws Conflict */
export async function moveLine(
  tx: Tx,
  line: Pick<StoredLine, 'id' | 'version' | 'state' | 'round'>,
  move: Move,
): Promise<void> {
  const moved = await tx.run(
    `UPDATE ${LINES} SET state = ?, rule = ?, reason = ?, round = ?, state_at = ?, state_by = ?, version = version + 1
     WHERE id = ? AND version = ? AND state = ?`,
    [
      move.to,
      move.rule ?? null,
      move.reason ?? null,
      move.round ?? line.round,
      move.at,
      move.by,
      line.id,
      line.version,
      line.state,
    ],
  );
  if (moved !== 1) throw lineMoved(line.id);
}

export const lineMoved = (id: number): Conflict =>
  new Conflict(
    'bank_statement.moved',
    `line ${id} is no longer as it was: load it again, and look who did what`,
  );

function* parts<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ');
