import { createHash } from 'node:crypto';
import { TooMany, type Clock, type Sql, type Tx } from '@traliccio/sdk';
import { SYSTEM } from '../../kernel/audit/audit.ts';
import type { Database } from '../../kernel/db/database.ts';
import type { AuditWriter } from '../ports.ts';
import {
  afterTry,
  FORGOTTEN_MS,
  NO_TRIES,
  PER_ACCOUNT,
  PER_NETWORK,
  waitOf,
  WINDOW_MS,
  type Limit,
  type Tries,
} from './login-limits.ts';
import { networkOf } from './network.ts';

/** Somebody who wants to try a password: for whom, in its normal spelling, and from where. */
export type Attempt = { readonly account: string; readonly peer: string };

type Counter = { readonly key: string; readonly limit: Limit };
/** What keeps a try from being made, and when the audit log has heard of it. */
type Barrier = { readonly counter: Counter; readonly wait: number; readonly toldAt: number | null };
type CounterRow = { limit_key: string; tries: string; failures: number; told_at: number | null };

/** So many counters that nobody needs any more are removed after each login: more than a try makes. */
const SWEPT = 20;

/**
 * Lets only so many tries through to the password, by account and by network: those who ask have no say in either. The
 * counters are in the database, so that another process, or a restart, gives nobody another ten.
 */
export class LoginGate {
  readonly #deps: { readonly database: Database; readonly clock: Clock; readonly audit: AuditWriter };

  constructor(deps: { readonly database: Database; readonly clock: Clock; readonly audit: AuditWriter }) {
    this.#deps = deps;
  }

  /** Counts the try, and returns when it may be made. @throws TooMany with the seconds to wait */
  async pass(attempt: Attempt): Promise<void> {
    const { database, clock } = this.#deps;
    const counters = countersOf(attempt);
    // Looked at first without locks: a flood of tries writes nothing.
    const barrier =
      barrierOf(await read(database.sql, counters), counters, clock.now()) ??
      (await database.transaction((tx) => this.#take(tx, counters)));
    if (barrier === null) return;
    await this.#tell(attempt, barrier);
    const seconds = Math.ceil(barrier.wait / 1000);
    throw new TooMany(
      'session.too_many_tries',
      `too many tries to log in: the next one in ${seconds} seconds`,
      {
        afterSeconds: seconds,
      },
    );
  }

  /** The account's failures are forgiven; its network's tries are not. */
  async forgive(tx: Tx, account: string): Promise<void> {
    await tx.run('DELETE FROM login_limit WHERE limit_key = ?', [accountKey(account)]);
  }

  /** Removes some counters that are as good as new. */
  async sweep(tx: Tx): Promise<void> {
    const before = this.#deps.clock.now() - FORGOTTEN_MS;
    const old = await tx.all<{ limit_key: string }>(
      `SELECT limit_key FROM login_limit WHERE updated_at <= ? LIMIT ${SWEPT}`,
      [before],
    );
    for (const { limit_key } of old)
      await tx.run('DELETE FROM login_limit WHERE limit_key = ? AND updated_at <= ?', [limit_key, before]);
  }

  /** The rows are locked in one order by all who come, so each sees what the one before has counted. */
  async #take(tx: Tx, counters: readonly Counter[]): Promise<Barrier | null> {
    const now = this.#deps.clock.now();
    for (const { key } of counters)
      await tx.upsert(
        'login_limit',
        ['limit_key', 'tries', 'failures', 'updated_at'],
        [[key, JSON.stringify(NO_TRIES.at), NO_TRIES.failures, now]],
        { key: ['limit_key'], update: [] },
      );
    const rows = await read(tx, counters, tx.dialect === 'mysql' ? ' FOR UPDATE' : '');
    const barrier = barrierOf(rows, counters, now);
    if (barrier) return barrier;
    for (const { key } of counters) {
      const { at, failures } = afterTry(triesOf(rows, key), now);
      await tx.run('UPDATE login_limit SET tries = ?, failures = ?, updated_at = ? WHERE limit_key = ?', [
        JSON.stringify(at),
        failures,
        now,
        key,
      ]);
    }
    return null;
  }

  /** The audit log hears of it once in a quarter of an hour, not at each try. */
  async #tell({ account, peer }: Attempt, { counter, toldAt }: Barrier): Promise<void> {
    const { database, clock, audit } = this.#deps;
    const now = clock.now();
    if (toldAt !== null && toldAt > now - WINDOW_MS) return;
    await database.transaction(async (tx) => {
      const told = await tx.run(
        'UPDATE login_limit SET told_at = ? WHERE limit_key = ? AND (told_at IS NULL OR told_at <= ?)',
        [now, counter.key, now - WINDOW_MS],
      );
      if (told === 0) return;
      const [operator] =
        counter.limit === PER_ACCOUNT
          ? await tx.all<{ id: number }>('SELECT id FROM operator WHERE email = ?', [account])
          : [];
      await audit.record(tx, {
        actor: SYSTEM,
        action: 'operator.login_blocked',
        entity: 'operator',
        entityId: operator?.id ?? 0,
        detail: { peer, by: counter.limit === PER_ACCOUNT ? 'account' : 'network' },
      });
    });
  }
}

/** In the order in which they are locked. */
const countersOf = ({ account, peer }: Attempt): readonly Counter[] => [
  { key: accountKey(account), limit: PER_ACCOUNT },
  { key: `network:${networkOf(peer)}`, limit: PER_NETWORK },
];

/** Whoever types a password in the wrong field doesn't leave it here. */
const accountKey = (account: string): string =>
  `account:${createHash('sha256').update(account).digest('hex')}`;

const read = (sql: Sql, counters: readonly Counter[], lock = ''): Promise<CounterRow[]> =>
  sql.all<CounterRow>(
    `SELECT limit_key, tries, failures, told_at FROM login_limit WHERE limit_key IN (${counters.map(() => '?').join(', ')})${lock}`,
    counters.map((counter) => counter.key),
  );

function triesOf(rows: readonly CounterRow[], key: string): Tries {
  const row = rows.find((one) => one.limit_key === key);
  return row ? { at: JSON.parse(row.tries) as number[], failures: row.failures } : NO_TRIES;
}

/** The counter that one has to wait for longest. */
function barrierOf(rows: readonly CounterRow[], counters: readonly Counter[], now: number): Barrier | null {
  const [longest] = counters
    .map((counter) => ({
      counter,
      wait: waitOf(triesOf(rows, counter.key), counter.limit, now),
      toldAt: rows.find((row) => row.limit_key === counter.key)?.told_at ?? null,
    }))
    .sort((a, b) => b.wait - a.wait);
  return longest && longest.wait > 0 ? longest : null;
}
