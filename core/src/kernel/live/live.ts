import type { StreamEvent } from '@traliccio/sdk';
import { seesRun } from '../jobs/sees-run.ts';
import type { NoticeChange } from '../notices/notices.ts';
import { PAGE, Poller, type LiveNeeds } from './poller.ts';
import { Presence } from './presence.ts';
import { Turn } from './turn.ts';

/** Who listens. */
export type Listener = {
  readonly lastEventId: string | null;
  /** Asked for each event anew, when it is sent. */
  can(permission: string): boolean;
  readonly signal: AbortSignal;
};

/**
 * What happens, for whoever listens, in whichever process it happens: the database is looked at once a second, by one
 * poller, while somebody listens. Nothing is queued for a listener: it has a place in the changes, and goes on from
 * there as fast as it takes them. Events say how things stand, so one that is sent twice does no harm.
 */
export class Live {
  readonly #needs: LiveNeeds;
  readonly #pollMs: number;
  readonly #turns = new Set<Turn>();
  /** Told at once, to those who listen to this process. */
  readonly presence = new Presence(() => this.#wakeAll());
  #poller: Poller | undefined;
  #isStopped = false;

  constructor(needs: LiveNeeds, { pollMs = 1_000 }: { readonly pollMs?: number } = {}) {
    this.#needs = needs;
    this.#pollMs = pollMs;
  }

  /** How many listen now. */
  get listeners(): number {
    return this.#turns.size;
  }

  /**
   * Begins with `ready`: what a client loads after that misses nothing. Then how the latest runs stand, and each change
   * of a notice or a run, and who is at what. With the id of the last event that it got, a client that comes back gets what it has missed.
   */
  async *events({ lastEventId, can, signal }: Listener): AsyncGenerator<StreamEvent, void> {
    const turn = new Turn();
    this.#turns.add(turn);
    try {
      const poller = (this.#poller ??= new Poller(this.#needs, this.#pollMs, () => this.#wakeAll()));
      await poller.ready;
      const resumedAt = await this.#resumeAt(lastEventId, poller);
      let seq = resumedAt ?? poller.seq;
      let mark = 0;
      let presenceMark = 0;
      const id = can('notices.read') ? { id: String(seq) } : {};
      yield { event: 'ready', data: { resumed: resumedAt !== null }, ...id };
      while (!signal.aborted && !this.#isStopped) {
        turn.begin();
        const changes = await this.#changesAfter(seq, poller);
        for (const change of changes) {
          seq = change.seq;
          if (can('notices.read')) yield { event: 'notice', data: change.notice, id: String(seq) };
        }
        for (const { run, at } of poller.runsAfter(mark)) {
          mark = at;
          if (seesRun(can, run.kind)) yield { event: 'run', data: run };
        }
        for (const { state, at } of this.presence.changesAfter(presenceMark)) {
          presenceMark = at;
          yield { event: 'presence', data: state };
        }
        if (changes.length < PAGE) await turn.next(signal);
      }
    } finally {
      this.#turns.delete(turn);
      if (this.#turns.size === 0) this.#endPoller();
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#endPoller();
    this.#wakeAll();
  }

  /** Null for a new client, and for one that names what is not known: a backup was restored. */
  async #resumeAt(lastEventId: string | null, poller: Poller): Promise<number | null> {
    const place = placeOf(lastEventId);
    // Another process may have told it of what this one has not seen yet.
    const isKnown =
      place !== null && (place <= poller.seq || place <= (await this.#needs.notices.lastChange()));
    return isKnown ? place : null;
  }

  async #changesAfter(seq: number, poller: Poller): Promise<readonly NoticeChange[]> {
    return poller.recentAfter(seq) ?? (await this.#needs.notices.changesAfter(seq, PAGE));
  }

  #wakeAll(): void {
    for (const turn of this.#turns) turn.come();
  }

  #endPoller(): void {
    this.#poller?.stop();
    this.#poller = undefined;
  }
}

/** Where a client goes on; null when it is new. */
const placeOf = (lastEventId: string | null): number | null =>
  lastEventId !== null && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null;
