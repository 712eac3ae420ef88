import type { Actor, Clock, Instant, Tx } from '@traliccio/sdk';

export type { Actor } from '@traliccio/sdk';

export type AuditEntry = {
  readonly actor: Actor;
  /** What was done, as `entity.verb`: `contract.held`. */
  readonly action: string;
  readonly entity: string;
  /** 0 for what has no number, which `detail` then names. */
  readonly entityId: number;
  readonly detail?: unknown;
  /** Now, unless given. */
  readonly at?: Instant;
};

export const SYSTEM: Actor = { kind: 'system', name: 'traliccio' };

/** The record of who did what, written in the transaction that does it, and never changed. */
export class Audit {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await this.recordMany(tx, [entry]);
  }

  /** Many entries in one statement. */
  async recordMany(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    const now = this.#clock.now();
    await tx.insert(
      'audit_log',
      ['at', 'actor', 'action', 'entity', 'entity_id', 'detail'],
      entries.map((e) => [
        e.at ?? now,
        `${e.actor.kind}:${e.actor.name}`,
        e.action,
        e.entity,
        e.entityId,
        e.detail == null ? null : JSON.stringify(e.detail),
      ]),
    );
  }
}
