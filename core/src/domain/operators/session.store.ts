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
  id: number;
  seen_at: number;
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

/** The session with its operator as he is now and what his groups may do now: one row for each group. */
export async function findSession(
  sql: Sql,
  by: { readonly tokenHash: string } | { readonly id: number },
  { now, idleMs }: Moment,
): Promise<{ readonly who: Authenticated; readonly seenAt: number } | null> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['token_hash', by.tokenHash] as const);
  const rows = await sql.all<Row>(
    `SELECT s.id, s.seen_at, o.id AS operator_id, o.email, o.name, o.language, o.must_change_password, g.permissions
       FROM operator_session s
       JOIN operator o ON o.id = s.operator_id AND o.epoch = s.epoch AND o.enabled = 1
       LEFT JOIN operator_in_group m ON m.operator_id = o.id
       LEFT JOIN operator_group g ON g.id = m.group_id
      WHERE s.${column} = ? AND ${COUNTS}`,
    [value, now, now - idleMs],
  );
  const [row] = rows;
  if (!row) return null;
  const groups = rows.map((one) => ({ permissions: JSON.parse(one.permissions ?? '[]') as string[] }));
  return {
    seenAt: row.seen_at,
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
