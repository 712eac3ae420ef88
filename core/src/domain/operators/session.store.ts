import type { Sql } from '@traliccio/sdk';
import type { Authenticated } from '../../kernel/http/session-gate.ts';
import { granted } from './grants.ts';
import type { Language } from './operator.entity.ts';

/** A browser's, a program's that has logged in, or a long-lived API token. */
export type SessionKind = 'cookie' | 'bearer' | 'token';

export type SessionView = {
  readonly id: number;
  readonly kind: SessionKind;
  /** Of an API token. */
  readonly name: string | null;
  /** Where it was opened from. */
  readonly peer: string;
  readonly createdAt: number;
  /** To the minute. */
  readonly seenAt: number;
  readonly expiresAt: number;
};

type Row = {
  token_hash: string;
  id: number;
  kind: SessionKind;
  seen_at: number;
  expires_at: number;
  operator_id: number;
  email: string;
  name: string;
  language: Language;
  must_change_password: number;
  permissions: string | null;
};
export type Moment = { readonly now: number; readonly idleMs: number };

/** Of an operator who is enabled and has the same epoch; API tokens are never idle. */
const COUNTS = "s.expires_at > ? AND (s.kind = 'token' OR s.seen_at > ?)";

export type FoundSession = {
  readonly who: Authenticated;
  readonly seenAt: number;
  /** When it counts no more, if nothing changes. */
  readonly endsAt: number;
};

/** Sessions that are looked up at once, at most. */
export const MOST_TOKENS = 32;

/** Sessions by their tokens' hashes; those that don't count are left out. */
export async function findSessions(
  sql: Sql,
  tokenHashes: readonly string[],
  { now, idleMs }: Moment,
): Promise<ReadonlyMap<string, FoundSession>> {
  const rows = await sql.all<Row>(BY_TOKENS[Math.ceil(Math.log2(tokenHashes.length))] as string, [
    ...padded(tokenHashes),
    now,
    now - idleMs,
  ]);
  return new Map(
    [...Map.groupBy(rows, (row) => row.token_hash)].map(([hash, its]) => [hash, sessionOf(its, idleMs)]),
  );
}

/** The session with this id; undefined when it doesn't count. */
export async function findSession(
  sql: Sql,
  id: number,
  { now, idleMs }: Moment,
): Promise<FoundSession | undefined> {
  const rows = await sql.all<Row>(BY_ID, [id, now, now - idleMs]);
  return rows.length > 0 ? sessionOf(rows, idleMs) : undefined;
}

/** With the operator as he is now and what his groups may do now. */
const select = (which: string): string =>
  `SELECT s.token_hash, s.id, s.kind, s.seen_at, s.expires_at, o.id AS operator_id, o.email, o.name, o.language, o.must_change_password,
      g.permissions
     FROM operator_session s
     JOIN operator o ON o.id = s.operator_id AND o.epoch = s.epoch AND o.enabled = 1
     LEFT JOIN operator_in_group m ON m.operator_id = o.id
     LEFT JOIN operator_group g ON g.id = m.group_id
    WHERE ${which} AND ${COUNTS}`;
const BY_ID = select('s.id = ?');
/** For 1, 2, 4, … tokens: a few statements instead of one for each number. */
const BY_TOKENS = Array.from({ length: Math.log2(MOST_TOKENS) + 1 }, (_, i) =>
  select(`s.token_hash IN (${Array.from({ length: 2 ** i }, () => '?').join(', ')})`),
);

/** To a power of two, by repeating one. */
function padded<T>(values: readonly T[]): readonly T[] {
  const missing = 2 ** Math.ceil(Math.log2(values.length)) - values.length;
  return missing === 0 ? values : [...values, ...Array.from({ length: missing }, () => values[0] as T)];
}

/** There is one row for each group. */
function sessionOf(rows: readonly Row[], idleMs: number): FoundSession {
  const [row] = rows as readonly [Row];
  const groups = rows.map((one) => ({ permissions: JSON.parse(one.permissions ?? '[]') as string[] }));
  return {
    seenAt: row.seen_at,
    endsAt: Math.min(row.expires_at, row.kind === 'token' ? Infinity : row.seen_at + idleMs),
    who: {
      operatorId: row.operator_id,
      actor: { kind: 'operator', name: row.email },
      name: row.name,
      language: row.language,
      permissions: granted(groups),
      mustChangePassword: row.must_change_password === 1,
      sessionId: row.id,
    },
  };
}

export async function sessionsOf(
  sql: Sql,
  operatorId: number,
  { now, idleMs }: Moment,
): Promise<SessionView[]> {
  const rows = await sql.all<{
    id: number;
    kind: SessionKind;
    name: string | null;
    peer: string;
    created_at: number;
    seen_at: number;
    expires_at: number;
  }>(
    `SELECT s.id, s.kind, s.name, s.peer, s.created_at, s.seen_at, s.expires_at
       FROM operator_session s JOIN operator o ON o.id = s.operator_id AND o.epoch = s.epoch AND o.enabled = 1
      WHERE s.operator_id = ? AND ${COUNTS} ORDER BY s.id`,
    [operatorId, now, now - idleMs],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    peer: row.peer,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }));
}
