import type { Database } from '../../kernel/db/database.ts';
import { findSessions, MOST_TOKENS, type FoundSession, type Moment } from './session.store.ts';

export type LookupNeeds = {
  readonly database: Pick<Database, 'sql' | 'version'>;
  readonly moment: () => Promise<Moment>;
  readonly now: () => number;
};
type Waiting = {
  readonly tokenHash: string;
  readonly resolve: (found: FoundSession | null) => void;
  readonly reject: (error: unknown) => void;
};

/** One that hangs must not keep all others from being looked up. */
const AT_ONCE = 2;
/** As many as work at the same time; when there are more, all are looked up again. */
const MOST_KEPT = 1000;

/**
 * Looks up the sessions of requests. Those that come while others are being looked up wait, and are looked up together:
 * the busier it is, the fewer queries. What was found is kept as long as the database says that nothing has changed,
 * by whichever process. Nobody is ever given what was read before he asked and has changed since.
 */
export class SessionLookup {
  readonly #needs: LookupNeeds;
  readonly #waiting: Waiting[] = [];
  readonly #kept = new Map<string, FoundSession>();
  /** Of the database, when those that are kept were read. */
  #version: number | null = null;
  #underWay = 0;

  constructor(needs: LookupNeeds) {
    this.#needs = needs;
  }

  /** Null when there is no session that counts. */
  find(tokenHash: string): Promise<FoundSession | null> {
    const kept = this.#keptNow().get(tokenHash);
    if (kept && this.#needs.now() < kept.endsAt) return Promise.resolve(kept);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ tokenHash, resolve, reject });
      if (this.#underWay < AT_ONCE) void this.#work();
    });
  }

  #keptNow(): Map<string, FoundSession> {
    const version = this.#needs.database.version();
    if (version !== this.#version || this.#kept.size > MOST_KEPT) this.#kept.clear();
    this.#version = version;
    return this.#kept;
  }

  async #work(): Promise<void> {
    this.#underWay++;
    while (this.#waiting.length > 0) await this.#lookUp(this.#waiting.splice(0, MOST_TOKENS));
    this.#underWay--;
  }

  async #lookUp(asked: readonly Waiting[]): Promise<void> {
    const { database, moment } = this.#needs;
    try {
      const at = await moment();
      const version = database.version();
      const hashes = [...new Set(asked.map((one) => one.tokenHash))];
      const found = await findSessions(database.sql, hashes, at);
      // Somebody else may have seen a change meanwhile.
      if (version !== null && version === this.#version)
        for (const [hash, session] of found) this.#kept.set(hash, session);
      for (const { tokenHash, resolve } of asked) resolve(found.get(tokenHash) ?? null);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
