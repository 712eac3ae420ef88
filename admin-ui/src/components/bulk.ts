/** What became of one row of an action on many. `open`: its turn has not come, or somebody stopped before it. */
export type BulkOutcome = 'open' | 'done' | 'failed';

export type BulkEntry<T> = {
  readonly row: T;
  /** Makes the row's request have its effect once, however often it is sent: it stays when the row is tried again. */
  readonly key: string;
  readonly outcome: BulkOutcome;
  /** Why it failed, or what came of it. */
  readonly text: string;
};

export type BulkLeftOut<T> = { readonly row: T; readonly why: string };

/** Parts the rows that something can be done to from those that it can't, each with the reason. */
export function splitRows<T>(
  rows: readonly T[],
  why: (row: T) => string | undefined,
): { readonly able: readonly T[]; readonly leftOut: readonly BulkLeftOut<T>[] } {
  const found = rows.map((row) => ({ row, why: why(row) }));
  return {
    able: found.filter((one) => one.why === undefined).map(({ row }) => row),
    leftOut: found.flatMap(({ row, why: reason }) => (reason === undefined ? [] : [{ row, why: reason }])),
  };
}

export type BulkRun<T> = {
  /** @returns what is said of the row afterwards, if anything */
  readonly send: (row: T, key: string) => Promise<string | void>;
  readonly explain: (error: unknown) => string;
  /** Asked before each row. */
  readonly isStopped: () => boolean;
  /** Whether nothing can be done any more, for no row: the session has ended. */
  readonly endsAll: (error: unknown) => boolean;
  /** Told after each row. */
  readonly changed: (entries: readonly BulkEntry<T>[]) => void;
};

/**
 * Does what is not done yet, one row after the other. A row that fails says why, and the next one follows. It can be
 * called again with what it returned: what is done stays done.
 */
export async function runRows<T>(
  entries: readonly BulkEntry<T>[],
  run: BulkRun<T>,
): Promise<readonly BulkEntry<T>[]> {
  let all = entries.map((entry) =>
    entry.outcome === 'done' ? entry : { ...entry, outcome: 'open' as const, text: '' },
  );
  run.changed(all);
  for (const [at, entry] of all.entries()) {
    if (entry.outcome === 'done') continue;
    if (run.isStopped()) break;
    const { ended, ...after } = await runRow(entry, run);
    if (ended) break;
    all = all.with(at, { ...entry, ...after });
    run.changed(all);
  }
  return all;
}

type After = { readonly outcome: BulkOutcome; readonly text: string; readonly ended: boolean };

async function runRow<T>({ row, key }: BulkEntry<T>, run: BulkRun<T>): Promise<After> {
  try {
    return { outcome: 'done', text: (await run.send(row, key)) ?? '', ended: false };
  } catch (error) {
    return { outcome: 'failed', text: run.explain(error), ended: run.endsAll(error) };
  }
}

export const countOf = (entries: readonly BulkEntry<unknown>[], outcome: BulkOutcome): number =>
  entries.filter((entry) => entry.outcome === outcome).length;

/** What went wrong first, then what is open: nobody looks for one failure among five hundred. */
export const worstFirst = <T>(entries: readonly BulkEntry<T>[]): readonly BulkEntry<T>[] =>
  (['failed', 'open', 'done'] as const).flatMap((outcome) =>
    entries.filter((entry) => entry.outcome === outcome),
  );

/** The rows that are worth another try. */
export const rowsLeft = <T>(entries: readonly BulkEntry<T>[]): readonly T[] =>
  entries.filter(({ outcome }) => outcome !== 'done').map(({ row }) => row);
