import { Conflict, NotFound, type Clock, type PlainDate } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import type { JobProgress } from '../../kernel/jobs/jobs.ts';
import type { LeasedRun } from '../../kernel/jobs/leased-run.ts';
import type { RunLedger } from '../../kernel/jobs/run-ledger.ts';
import type { RunViews } from '../../kernel/jobs/run-views.ts';
import type { Actor } from '../ports.ts';
import { billedBefore, differencesIn, goneSince } from './differences.ts';
import { previewOf } from './plan-tally.ts';
import type { PlannedPage } from './plan-page.ts';
import {
  DIFFERENCES,
  type PreviewDifference,
  type PreviewFigures,
  type PreviewView,
} from './preview.schema.ts';
import { billingDay, type BillingRun } from './run.ts';

export const PREVIEW = 'billing_preview';
export type PreviewArgs = { readonly date?: PlainDate; readonly by: Actor };
export type PreviewNeeds = {
  readonly database: Database;
  readonly ledger: RunLedger;
  readonly runs: RunViews;
  readonly clock: Clock;
  readonly billingRun: BillingRun;
};

/** Previews of so many days are kept; each day has one. */
const KEPT = 5;
const ROWS_AT_ONCE = 1_000;
const ENTRY_KINDS = ['bill', 'parked', ...DIFFERENCES] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** Where a page begins: behind the entry with this number, of the preview that was finished then. */
export type PreviewPlace = { readonly finishedAt: number; readonly number: number };

/**
 * Previews of billing runs, made as a run of their own and kept for people to page through. A preview of a day
 * replaces the one before.
 */
export class BillingPreviews {
  readonly #needs: PreviewNeeds;

  constructor(needs: PreviewNeeds) {
    this.#needs = needs;
  }

  async make(args: PreviewArgs, progress: (progress: JobProgress) => void): Promise<PreviewFigures> {
    const { ledger, clock, billingRun } = this.#needs;
    const day = billingDay(clock, args.date);
    const { run } = await ledger.open({ kind: PREVIEW, date: day, again: true, wait: true });
    try {
      await this.#forget(run.id);
      const writer = new Entries(this.#needs.database, run);
      const result = await billingRun.preview(
        { by: args.by, date: day, preview: true },
        {
          progress: (at) => {
            progress(at);
            run.progress(at);
          },
          each: (page) => writer.addPage(page),
        },
      );
      await writer.add('parked', result.parked);
      await writer.addDifferences(await goneSince(this.#needs.database.sql, { day, billed: writer.billed }));
      const figures: PreviewFigures = {
        documents: result.documents,
        total: result.total,
        bills: writer.count('bill'),
        parked: writer.count('parked'),
        bounds: [...result.bounds],
        differences: {
          new: writer.count('new'),
          changed: writer.count('changed'),
          gone: writer.count('gone'),
        },
      };
      await run.finish(figures);
      await this.#forgetOld();
      return figures;
    } catch (error) {
      await run.fail(error instanceof Error ? error.message : String(error)).catch(() => undefined);
      throw error;
    }
  }

  /** How a preview stands, with its figures once it is made. @throws NotFound */
  async get(id: number): Promise<PreviewView> {
    const run = await this.#needs.runs.get(id);
    if (run.kind !== PREVIEW) throw new NotFound('run.not_found', `run ${id} is no preview`);
    const { kind: _, summary, ...state } = run;
    return { ...state, figures: run.state === 'done' ? (summary as PreviewFigures) : null };
  }

  /**
   * A page of what a preview found. @throws NotFound; Conflict `preview.not_done` while it is made or when only its
   * figures are left, `preview.replaced` when it was made anew since the page before
   */
  async entries<T>(
    id: number,
    { kind, behind, limit }: { kind: EntryKind; behind: PreviewPlace | null; limit: number },
  ): Promise<{ items: T[]; next: PreviewPlace | null }> {
    const { figures, finishedAt } = await this.get(id);
    if (!figures || finishedAt === null)
      throw new Conflict('preview.not_done', `preview ${id} is not made: look at its state`);
    if (behind && behind.finishedAt !== finishedAt)
      throw new Conflict('preview.replaced', `preview ${id} was made anew: begin with the first page`);
    const rows = await this.#needs.database.sql.all<{ number: number; content: string }>(
      'SELECT number, content FROM preview_entry WHERE run_id = ? AND kind = ? AND number > ? ORDER BY number LIMIT ?',
      [id, kind, behind?.number ?? 0, limit],
    );
    const count = countOf(figures, kind);
    if (rows.length === 0 && count > (behind?.number ?? 0))
      throw new Conflict('preview.not_done', `of preview ${id} only the figures are left: make it anew`);
    const last = rows.at(-1)?.number ?? count;
    return {
      items: rows.map((row) => JSON.parse(row.content) as T),
      next: last < count ? { finishedAt, number: last } : null,
    };
  }

  /** Previews that are being made stay, and the latest of those that are made. */
  async #forgetOld(): Promise<void> {
    const { sql } = this.#needs.database;
    const runs = await sql.all<{ id: number; finished_at: number | null }>(
      'SELECT id, finished_at FROM run WHERE kind = ? ORDER BY finished_at DESC, id DESC',
      [PREVIEW],
    );
    const made = runs.filter((run) => run.finished_at !== null);
    const old = new Set(made.slice(KEPT).map((run) => run.id));
    for (let id = await this.#next(0); id !== null; id = await this.#next(id))
      if (old.has(id)) await this.#forget(id);
  }

  /** The next run that has entries. */
  async #next(runId: number): Promise<number | null> {
    const [row] = await this.#needs.database.sql.all<{ id: number | null }>(
      'SELECT MIN(run_id) AS id FROM preview_entry WHERE run_id > ?',
      [runId],
    );
    return row?.id ?? null;
  }

  /** In small transactions: others write meanwhile. */
  async #forget(runId: number): Promise<void> {
    const { sql } = this.#needs.database;
    const where = 'run_id = ? AND kind = ?';
    for (const kind of ENTRY_KINDS)
      for (;;) {
        const [row] = await sql.all<{ least: number | null }>(
          `SELECT MIN(number) AS least FROM preview_entry WHERE ${where}`,
          [runId, kind],
        );
        if (typeof row?.least !== 'number') break;
        await sql.run(`DELETE FROM preview_entry WHERE ${where} AND number < ?`, [
          runId,
          kind,
          row.least + ROWS_AT_ONCE,
        ]);
      }
  }
}

function countOf(figures: PreviewFigures, kind: EntryKind): number {
  if (kind === 'bill') return figures.bills;
  return kind === 'parked' ? figures.parked : figures.differences[kind];
}

/** Writes what a preview finds, numbered as it comes. */
class Entries {
  readonly #database: Database;
  readonly #run: LeasedRun;
  readonly #counts: Record<EntryKind, number> = { bill: 0, parked: 0, new: 0, changed: 0, gone: 0 };
  /** Contracts that are billed, or parked. */
  readonly billed = new Set<number>();

  constructor(database: Database, run: LeasedRun) {
    this.#database = database;
    this.#run = run;
  }

  count(kind: EntryKind): number {
    return this.#counts[kind];
  }

  async addPage(page: PlannedPage): Promise<void> {
    for (const { id } of page.bills.flatMap((bill) => bill.contracts)) this.billed.add(id);
    for (const id of page.parked.keys()) this.billed.add(id);
    const before = await billedBefore(this.#database.sql, page);
    const bills = page.bills.map((bill) => ({
      customerId: bill.draft.customer.id,
      ...previewOf(bill),
      before: before.get(bill) ?? null,
    }));
    await this.add('bill', bills);
    await this.addDifferences(differencesIn(page, before));
  }

  async addDifferences(found: readonly PreviewDifference[]): Promise<void> {
    for (const kind of DIFFERENCES)
      await this.add(
        kind,
        found.filter((one) => one.kind === kind),
      );
  }

  async add(kind: EntryKind, contents: readonly unknown[]): Promise<void> {
    if (contents.length === 0) return;
    const before = this.#counts[kind];
    await this.#database.transaction(async (tx) => {
      await this.#run.fence(tx);
      await tx.insert(
        'preview_entry',
        ['run_id', 'kind', 'number', 'content'],
        contents.map((content, i) => [this.#run.id, kind, before + i + 1, JSON.stringify(content)]),
      );
    });
    this.#counts[kind] = before + contents.length;
  }
}
