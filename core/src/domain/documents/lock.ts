import {
  addDays,
  Conflict,
  Invalid,
  NotFound,
  type Clock,
  type PlainDate,
  type Sql,
  type Tx,
} from '@traliccio/sdk';
import type { Actor, AuditWriter } from '../ports.ts';

export type Lock = {
  readonly id: number;
  readonly through: PlainDate;
  readonly lockedAt: number;
  readonly lockedBy: string;
  readonly releasedAt: number | null;
  readonly releasedBy: string | null;
  readonly reason: string | null;
};

/** The last day of the months in which nothing is issued any more; null when none is locked. */
export async function lockedThrough(sql: Sql, issuerId: number): Promise<PlainDate | null> {
  const [row] = await sql.all<{ through: PlainDate | null }>(
    'SELECT MAX(through) AS through FROM document_lock WHERE issuer_id = ? AND released_at IS NULL',
    [issuerId],
  );
  return row?.through ?? null;
}

/** @throws Conflict when the day is in a locked month */
export async function refuseLocked(sql: Sql, issuerId: number, date: PlainDate): Promise<void> {
  const through = await lockedThrough(sql, issuerId);
  if (through !== null && date <= through)
    throw new Conflict(
      'document.month_locked',
      `nothing is issued with the date ${date} any more: the months up to ${through} are locked. Issue with a later date, or take the lock back`,
      { field: 'date' },
    );
}

/** The newest first. */
export const locksOf = (sql: Sql, issuerId: number): Promise<Lock[]> =>
  sql.all<Lock>(
    `SELECT id, through, locked_at AS lockedAt, locked_by AS lockedBy, released_at AS releasedAt, released_by AS releasedBy, reason
     FROM document_lock WHERE issuer_id = ? ORDER BY id DESC LIMIT 24`,
    [issuerId],
  );

/** The only issuer. @throws NotFound before there is one */
export async function onlyIssuerId(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ id: number }>('SELECT id FROM issuer ORDER BY id LIMIT 1');
  if (!row) throw new NotFound('issuer.not_found', 'there is no issuer yet: set it up');
  return row.id;
}

/** Locks months against documents with a date in them, once they were handed to the accountant. */
export class DocumentLocks {
  readonly #audit: AuditWriter;
  readonly #clock: Clock;

  constructor(deps: { readonly audit: AuditWriter; readonly clock: Clock }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
  }

  /** @throws Invalid (no last day of a past month), Conflict (locked further already) */
  async lock(tx: Tx, through: PlainDate, by: Actor): Promise<void> {
    if (!addDays(through, 1).endsWith('-01'))
      throw new Invalid('document.lock_month_end', `${through} is not the last day of a month`, {
        field: 'through',
      });
    if (through >= this.#clock.today())
      throw new Invalid('document.lock_future', `the month of ${through} is not over yet`, {
        field: 'through',
      });
    const issuer = await this.#alone(tx);
    const before = await lockedThrough(tx, issuer);
    if (before !== null && through <= before)
      throw new Conflict('document.lock_earlier', `the months up to ${before} are locked already`, {
        field: 'through',
      });
    await tx.insert(
      'document_lock',
      ['issuer_id', 'through', 'locked_at', 'locked_by'],
      [[issuer, through, this.#clock.now(), by.name]],
    );
    await this.#audit.record(tx, {
      actor: by,
      action: 'document.locked',
      entity: 'issuer',
      entityId: issuer,
      detail: { through },
    });
  }

  /** Takes the last lock back; an earlier one is then in force again. @throws Invalid, Conflict when there is none */
  async release(tx: Tx, reason: string, by: Actor): Promise<void> {
    if (reason.trim() === '')
      throw new Invalid('document.lock_reason_missing', 'say why the lock is taken back', {
        field: 'reason',
      });
    const issuer = await this.#alone(tx);
    const through = await lockedThrough(tx, issuer);
    if (through === null) throw new Conflict('document.lock_none', 'no month is locked');
    await tx.run(
      'UPDATE document_lock SET released_at = ?, released_by = ?, reason = ? WHERE issuer_id = ? AND through = ? AND released_at IS NULL',
      [this.#clock.now(), by.name, reason, issuer, through],
    );
    await this.#audit.record(tx, {
      actor: by,
      action: 'document.unlocked',
      entity: 'issuer',
      entityId: issuer,
      detail: { through, reason },
    });
  }

  /** Whoever is issuing holds its series until it is done. */
  async #alone(tx: Tx): Promise<number> {
    const issuer = await onlyIssuerId(tx);
    if (tx.dialect === 'mysql') {
      await tx.all('SELECT id FROM issuer WHERE id = ? FOR UPDATE', [issuer]);
      await tx.all('SELECT code FROM series WHERE issuer_id = ? ORDER BY code, year FOR UPDATE', [issuer]);
    }
    return issuer;
  }
}
