import { Invalid, type Cents, type Clock, type PlainDate } from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import type { IdBlocks } from '../../kernel/db/ids.ts';
import type { JobProgress } from '../../kernel/jobs/jobs.ts';
import type { LeasedRun } from '../../kernel/jobs/leased-run.ts';
import type { RunLedger } from '../../kernel/jobs/run-ledger.ts';
import { refuseLocked } from '../documents/lock.ts';
import type { IssuePorts } from '../documents/issue.ts';
import type { Actor } from '../ports.ts';
import { boundsTripped, sumByCadence, type BoundTripped, type ByCadence } from './bounds.ts';
import type { Problem } from './charges.ts';
import { halve } from './halve.ts';
import { issuePage, MoreIdsNeeded } from './issue-page.ts';
import { parkContracts } from './parking.ts';
import { PlanTally, type PreviewBill } from './plan-tally.ts';
import { planPage, type PlannedPage, type PlanPorts, type PlanQuestion } from './plan-page.ts';
import { runHistory, runTotals, type RunTotals } from './run-history.ts';
import { contractsDue, PAGE_SIZE, payersDue } from './walk.ts';

export type BillingRunArgs = {
  /** What is due on or before this day is billed; today when not given. */
  readonly date?: PlainDate;
  /** Bills although a bound has tripped, or there is no history to compare with. */
  readonly confirm?: boolean;
  /** Computes and writes nothing. */
  readonly preview?: boolean;
  readonly by: Actor;
  /** Not again when the day is done. */
  readonly once?: boolean;
  readonly pageSize?: number;
};

export type BillingRunResult = {
  readonly state: 'done' | 'held' | 'preview';
  readonly date: PlainDate;
  readonly documents: number;
  readonly total: Cents;
  readonly byType: Readonly<Record<string, number>>;
  readonly series: RunTotals['series'];
  readonly parked: readonly ({ readonly contract: string; readonly contractId: number } & Problem)[];
  readonly bounds: readonly BoundTripped[];
  readonly bills: readonly PreviewBill[];
};

export type BillingNeeds = {
  readonly database: Database;
  readonly ids: IdBlocks;
  readonly ledger: RunLedger;
  readonly clock: Clock;
  readonly plan: PlanPorts;
  readonly issue: IssuePorts;
  /** Enabled plugins that are not up, when nobody answers `document.artifacts`: numbers without files can't be mended. */
  readonly fiscalPluginsMissing: () => readonly { readonly id: string; readonly reason: string }[];
  /** Gives contracts the announced prices whose day has come. */
  readonly applyPrices: () => Promise<unknown>;
  /** Brings the states of contracts up to the day. */
  readonly followDates: (tx: CoreTx, today: PlainDate) => Promise<void>;
  readonly runFinished: (
    tx: CoreTx,
    data: { runId: number; date: PlainDate; documents: number; total: Cents; parked: number },
  ) => Promise<void>;
};

/** Today when no day is given. @throws Invalid for one that is not here yet */
export function billingDay(clock: Clock, date?: PlainDate): PlainDate {
  const today = clock.today();
  if (date === undefined || date <= today) return date ?? today;
  throw new Invalid('run.date_in_future', `a run of ${date} can't be made on ${today}: wait for the day`, {
    field: 'date',
  });
}

const IDS_AT_ONCE = 4000;

type Progress = (progress: JobProgress) => void;
type Parked = Map<number, Problem>;

/** Rolls a transaction back on purpose: a preview, a plan. */
class Undo extends Error {}

/** The nightly billing: plan, compare with history, issue in pages. Safe to kill, to repeat, to start twice. */
export class BillingRun {
  readonly #needs: BillingNeeds;

  constructor(needs: BillingNeeds) {
    this.#needs = needs;
  }

  async execute(args: BillingRunArgs, progress: Progress): Promise<BillingRunResult> {
    const day = billingDay(this.#needs.clock, args.date);
    if (args.preview) return this.preview(args, { progress });
    await this.#refuseLocked(day);
    const again = args.once !== true;
    const { run } = await this.#needs.ledger.open({ kind: 'billing', date: day, again, wait: true });
    const tell: Progress = (at) => {
      progress(at);
      run.progress(at);
    };
    try {
      return await this.#bill(run, { day, args, progress: tell });
    } catch (error) {
      await run.fail(error instanceof Error ? error.message : String(error)).catch(() => undefined);
      throw error;
    }
  }

  /** Before anything is planned: a locked month is not what is wrong with a contract. @throws Conflict */
  async #refuseLocked(day: PlainDate): Promise<void> {
    const { sql } = this.#needs.database;
    for (const { id } of await sql.all<{ id: number }>('SELECT id FROM issuer'))
      await refuseLocked(sql, id, day);
  }

  async #bill(
    run: LeasedRun,
    { day, args, progress }: { day: PlainDate; args: BillingRunArgs; progress: Progress },
  ): Promise<BillingRunResult> {
    await this.#needs.database.transaction((tx) => this.#needs.followDates(tx, this.#needs.clock.today()));
    await this.#needs.applyPrices();
    const missing = this.#needs.fiscalPluginsMissing();
    if (missing.length > 0) {
      const message = `no plugin makes the fiscal files of documents, and not up is: ${missing.map((m) => `${m.id} (${m.reason})`).join(', ')}. Mend it, or disable it to go on without`;
      const bounds: BoundTripped[] = [{ code: 'bounds.plugin_not_up', message }];
      await run.hold(message, { bounds });
      return { ...empty(day), state: 'held', bounds };
    }
    const before = await runHistory(this.#needs.database.sql, run.id);
    const parked: Parked = new Map();
    const checked = new Set<string>();
    const tally = await this.#planAll({ day, args, parked, checked, progress, run });
    const bounds = before.passed
      ? []
      : boundsTripped(tally.figures(), before.history, await this.#needs.plan.limits());
    const byCadence: ByCadence = before.passed ?? sumByCadence(before.before, tally.byCadence);
    if (bounds.length > 0 && !args.confirm) {
      await this.#park(run.id, parked);
      await run.hold(bounds.map((b) => b.message).join('; '), { bounds });
      return { ...empty(day), state: 'held', bounds, parked: await this.#named(parked), bills: tally.bills };
    }
    await this.#needs.database.transaction(async (tx) => {
      await run.fence(tx);
      await tx.run('UPDATE run SET summary = ? WHERE id = ?', [JSON.stringify({ byCadence }), run.id]);
    });
    await this.#issueAll({ day, args, parked, checked, progress, run, bills: tally.billCount });
    await this.#park(run.id, parked);
    const totals = await runTotals(this.#needs.database.sql, run.id);
    await this.#needs.database.transaction(async (tx) => {
      await run.finish(
        { byCadence, documents: totals.documents, total: totals.total, parked: parked.size },
        tx,
      );
      await this.#needs.runFinished(tx, {
        runId: run.id,
        date: day,
        documents: totals.documents,
        total: totals.total,
        parked: parked.size,
      });
    });
    return { ...empty(day), ...totals, state: 'done', bounds, parked: await this.#named(parked) };
  }

  /** What a run would do. `each` gets every page when it is planned; without it the first bills are listed. */
  async preview(
    args: BillingRunArgs,
    { progress, each }: { progress: Progress; each?: (page: PlannedPage) => Promise<void> },
  ): Promise<BillingRunResult> {
    const day = billingDay(this.#needs.clock, args.date);
    const parked: Parked = new Map();
    const work = { day, args, parked, checked: new Set<string>(), progress, run: null };
    const tally = await this.#planAll({ ...work, ...(each ? { each } : {}) });
    const { history } = await runHistory(this.#needs.database.sql, null);
    const bounds = boundsTripped(tally.figures(), history, await this.#needs.plan.limits());
    return {
      ...empty(day),
      ...tally.totals(),
      state: 'preview',
      bounds,
      parked: await this.#named(parked),
      bills: tally.bills,
    };
  }

  /** Plans every page and writes nothing. */
  async #planAll(work: Phase): Promise<PlanTally> {
    const { database, plan } = this.#needs;
    const tally = new PlanTally(work.each === undefined);
    const total = await contractsDue(database.sql, work.day);
    const pages = payersDue(database.sql, work.day, work.args.pageSize ?? PAGE_SIZE);
    for await (const some of together(pages, PAGES_AT_ONCE)) {
      const date = this.#needs.clock.today();
      const planned = await this.#undone((tx) =>
        allDone(some.map((payerIds) => planPage(tx, plan, question(work, payerIds, { lock: false, date })))),
      );
      for (const page of planned) {
        for (const [id, problem] of page.parked) work.parked.set(id, problem);
        tally.add(page);
        await work.each?.(page);
      }
      work.run?.signal.throwIfAborted();
      work.progress({ done: tally.contracts, total, what: 'plan' });
    }
    return tally;
  }

  /** Issues page by page; a page that fails is halved until the culprit is alone. */
  async #issueAll(work: Phase & { run: LeasedRun; bills: number }): Promise<void> {
    let documents = 0;
    for await (const payerIds of payersDue(
      this.#needs.database.sql,
      work.day,
      work.args.pageSize ?? PAGE_SIZE,
    )) {
      work.run.signal.throwIfAborted();
      await halve(
        payerIds,
        async (part) => void (documents += await this.#issuePart(part, work)),
        (payer, problem) => this.#lateCulprits.push([payer, problem]),
      );
      for (const [payer, problem] of this.#lateCulprits.splice(0))
        await this.#parkPayer(payer, problem, work);
      work.progress({ done: Math.min(documents, work.bills), total: work.bills, what: 'issue' });
    }
  }

  readonly #lateCulprits: [number, Problem][] = [];
  readonly #ids: number[] = [];

  async #issuePart(
    payerIds: readonly number[],
    work: Phase & { run: LeasedRun; bills: number },
  ): Promise<number> {
    const { database, clock, ids } = this.#needs;
    for (let spare = payerIds.length + 8; ;) {
      if (this.#ids.length < spare) {
        // A reservation is a commit of its own: a few pages at once.
        const count = spare + Math.min(work.bills, IDS_AT_ONCE);
        const first = await ids.reserve('document', count);
        for (let i = count - 1; i >= 0; i--) this.#ids.push(first + i);
      }
      try {
        const pool = [...this.#ids];
        const { planned, issued } = await database.transaction(async (tx) => {
          pool.splice(0, pool.length, ...this.#ids);
          await work.run.fence(tx);
          return issuePage(tx, this.#needsOfPage(), {
            question: question(work, payerIds, { lock: true, date: clock.today() }),
            runId: work.run.id,
            by: work.args.by,
            ids: pool,
          });
        });
        this.#ids.splice(0, this.#ids.length, ...pool);
        for (const [id, problem] of planned.parked) work.parked.set(id, problem);
        return issued.length;
      } catch (error) {
        if (!(error instanceof MoreIdsNeeded)) throw error;
        spare = error.count;
      }
    }
  }

  #needsOfPage(): Parameters<typeof issuePage>[1] {
    return { plan: this.#needs.plan, issue: this.#needs.issue, clock: this.#needs.clock };
  }

  async #parkPayer(payer: number, problem: Problem, work: Phase): Promise<void> {
    const rows = await this.#needs.database.sql.all<{ id: number }>(
      'SELECT id FROM contract WHERE payer_id = ? AND next_due <= ?',
      [payer, work.day],
    );
    for (const { id } of rows) if (!work.parked.has(id)) work.parked.set(id, problem);
  }

  async #undone<T>(work: (tx: CoreTx) => Promise<T>): Promise<T> {
    let result: { value: T } | undefined;
    await this.#needs.database
      .transaction(async (tx) => {
        result = { value: await work(tx) };
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    if (!result) throw new Error('a plan was not made');
    return result.value;
  }

  async #park(runId: number, parked: Parked): Promise<void> {
    await this.#needs.database.transaction((tx) =>
      parkContracts(tx, { runId, parked, now: this.#needs.clock.now() }),
    );
  }

  async #named(parked: Parked): Promise<BillingRunResult['parked']> {
    if (parked.size === 0) return [];
    const rows = await this.#needs.database.sql.all<{ id: number; code: string }>(
      `SELECT id, code FROM contract WHERE id IN (${[...parked.keys()].join(', ')}) ORDER BY code`,
    );
    return rows.map((r) => ({ contract: r.code, contractId: r.id, ...(parked.get(r.id) as Problem) }));
  }
}

/** Pages planned at a time: while plugins look at the documents of one, the next is read and computed. */
const PAGES_AT_ONCE = 4;

async function* together<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Like Promise.all, but waits for all: nothing may go on in a transaction that is over. */
async function allDone<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(work);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

type Phase = {
  readonly day: PlainDate;
  readonly args: BillingRunArgs;
  readonly parked: Parked;
  readonly checked: Set<string>;
  readonly progress: Progress;
  readonly run: LeasedRun | null;
  readonly each?: (page: PlannedPage) => Promise<void>;
};

const question = (
  work: Phase,
  payerIds: readonly number[],
  { lock, date }: { lock: boolean; date: PlainDate },
): PlanQuestion => ({
  payerIds,
  day: work.day,
  date,
  except: new Set(work.parked.keys()),
  lock,
  checked: work.checked,
});

const empty = (date: PlainDate): Omit<BillingRunResult, 'state'> => ({
  date,
  documents: 0,
  total: 0,
  byType: {},
  series: [],
  parked: [],
  bounds: [],
  bills: [],
});
