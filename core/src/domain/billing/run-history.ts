import type { Cents, Sql } from '@traliccio/sdk';
import type { ByCadence } from './bounds.ts';

const RUNS_LOOKED_AT = 24;

export type RunHistory = {
  readonly history: readonly ByCadence[];
  /** What this run was to charge when it passed its bounds, before it was interrupted. */
  readonly passed: ByCadence | null;
  /** What this run has charged already, when it is made once more on the same day. */
  readonly before: ByCadence;
};

/** What earlier runs charged. */
export async function runHistory(sql: Sql, runId: number | null): Promise<RunHistory> {
  const rows = await sql.all<{ id: number; summary: string | null; state: string }>(
    `SELECT id, summary, state FROM run WHERE kind = 'billing' AND summary IS NOT NULL AND (state = 'done' OR id = ?) ORDER BY id DESC LIMIT ${RUNS_LOOKED_AT}`,
    [runId ?? 0],
  );
  const runs = rows.flatMap((r) => {
    const summary = JSON.parse(r.summary ?? 'null') as { byCadence?: ByCadence; documents?: number } | null;
    return summary?.byCadence
      ? [{ own: r.id === runId, finished: summary.documents !== undefined, byCadence: summary.byCadence }]
      : [];
  });
  const own = runs.find((r) => r.own);
  return {
    history: runs.filter((r) => r.finished).map((r) => r.byCadence),
    passed: own && !own.finished ? own.byCadence : null,
    before: own?.finished ? own.byCadence : {},
  };
}

export type RunTotals = {
  readonly documents: number;
  readonly total: Cents;
  readonly byType: Readonly<Record<string, number>>;
  readonly series: readonly {
    readonly series: string;
    readonly year: number;
    readonly from: number;
    readonly to: number;
  }[];
};

/** What a run has issued, all its starts together. Credit notes count against the total. */
export async function runTotals(sql: Sql, runId: number): Promise<RunTotals> {
  const rows = await sql.all<{
    type: string;
    series: string;
    year: number;
    n: number;
    total: Cents;
    first: number;
    last: number;
    kind: string;
  }>(
    `SELECT tipo_documento AS type, kind, series, year, COUNT(*) AS n, SUM(total) AS total, MIN(number) AS ${sql.dialect === 'sqlite' ? '"first"' : '`first`'}, MAX(number) AS ${sql.dialect === 'sqlite' ? '"last"' : '`last`'}
     FROM document WHERE run_id = ? GROUP BY tipo_documento, kind, series, year ORDER BY series, year`,
    [runId],
  );
  const byType: Record<string, number> = {};
  for (const r of rows) byType[r.type] = (byType[r.type] ?? 0) + r.n;
  return {
    documents: rows.reduce((n, r) => n + r.n, 0),
    total: rows.reduce((sum, r) => sum + (r.kind === 'credit_note' ? -r.total : r.total), 0),
    byType,
    series: rows.map((r) => ({ series: r.series, year: r.year, from: r.first, to: r.last })),
  };
}
