import type { Logger } from '@traliccio/sdk';
import type { RunState } from '../jobs/run.schema.ts';
import type { RunViews } from '../jobs/run-views.ts';
import type { NoticeChange, Notices } from '../notices/notices.ts';

export type LiveNeeds = { readonly notices: Notices; readonly runs: RunViews; readonly log: Logger };

/** Changes read at a time. */
export const PAGE = 200;
/** Changes kept for those who keep up; whoever is further behind reads them from the database. */
const KEPT = 1_000;

/** Looks at the database for all who listen in this process. */
export class Poller {
  readonly ready: Promise<void>;
  /** The number of the latest change of a notice that is known. */
  seq = 0;
  readonly #needs: LiveNeeds;
  readonly #onChange: () => void;
  /** The changes after `#keptFrom`, up to `seq`. */
  #kept: NoticeChange[] = [];
  #keptFrom = 0;
  #runs = new Map<number, { readonly run: RunState; readonly text: string; readonly at: number }>();
  #mark = 0;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(needs: LiveNeeds, pollMs: number, onChange: () => void) {
    this.#needs = needs;
    this.#onChange = onChange;
    this.ready = this.#begin(pollMs);
    this.ready.catch(() => undefined);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** At most a page; undefined for who is further behind than what is kept. */
  recentAfter(seq: number): readonly NoticeChange[] | undefined {
    if (seq < this.#keptFrom) return undefined;
    const first = this.#kept.findIndex((change) => change.seq > seq);
    return first < 0 ? [] : this.#kept.slice(first, first + PAGE);
  }

  /** The runs that have changed since that mark, the earliest first. */
  runsAfter(mark: number): readonly { readonly run: RunState; readonly at: number }[] {
    return [...this.#runs.values()].filter(({ at }) => at > mark).toSorted((a, b) => a.at - b.at);
  }

  async #begin(pollMs: number): Promise<void> {
    this.#keptFrom = this.seq = await this.#needs.notices.lastChange();
    await this.#lookAtRuns();
    const again = (): void => {
      if (this.#isStopped) return;
      this.#timer = setTimeout(() => void this.#look().then(again), pollMs);
      this.#timer.unref();
    };
    again();
  }

  /** Never throws: a database that is away is waited for. */
  async #look(): Promise<void> {
    try {
      const isChanged = [await this.#lookAtNotices(), await this.#lookAtRuns()];
      if (isChanged.includes(true)) this.#onChange();
    } catch (error) {
      if (!this.#isStopped) this.#needs.log.warn({ err: error }, 'changes for listeners could not be read');
    }
  }

  async #lookAtNotices(): Promise<boolean> {
    const before = this.seq;
    for (;;) {
      const changes = await this.#needs.notices.changesAfter(this.seq, PAGE);
      this.#kept.push(...changes);
      this.seq = changes.at(-1)?.seq ?? this.seq;
      const tooMany = this.#kept.length - KEPT;
      if (tooMany > 0) this.#keptFrom = this.#kept.splice(0, tooMany).at(-1)?.seq ?? this.#keptFrom;
      if (changes.length < PAGE) return this.seq > before;
    }
  }

  async #lookAtRuns(): Promise<boolean> {
    const before = this.#mark;
    const running = [...this.#runs.values()].filter(({ run }) => run.state === 'running');
    const rows = await this.#needs.runs.followed(running.map(({ run }) => run.id));
    this.#runs = new Map(
      rows.map((run) => {
        const text = JSON.stringify(run);
        const known = this.#runs.get(run.id);
        return [run.id, known?.text === text ? known : { run, text, at: (this.#mark += 1) }];
      }),
    );
    return this.#mark > before;
  }
}
