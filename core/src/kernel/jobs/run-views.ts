import { NotFound, type PlainDate, type Sql, type SqlRow, type SqlValue } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import type { RunState, RunView } from './run.schema.ts';

/** So many runs, from the newest back, are followed by who listens; and all that are running. */
const FOLLOWED = 50;

/** Runs as operators see them: one that is "running" and whose lease has ended is interrupted. */
export class RunViews {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws NotFound */
  async get(id: number, sql?: Sql): Promise<RunView> {
    const [row] = await this.#rows('WHERE id = ?', [id], sql);
    if (!row) throw new NotFound('run.not_found', `there is no run ${id}`);
    return { ...runStateOf(row), summary: summaryOf(row) };
  }

  async find(kind: string, date: PlainDate): Promise<RunView | undefined> {
    const [row] = await this.#rows('WHERE kind = ? AND logical_date = ?', [kind, date]);
    return row && { ...runStateOf(row), summary: summaryOf(row) };
  }

  /** How the newest runs stand, those that are running, and `others`. By id. */
  async followed(others: readonly number[]): Promise<RunState[]> {
    const newest = await this.#rows(`ORDER BY id DESC LIMIT ${FOLLOWED}`);
    const running = await this.#rows("WHERE state = 'running'");
    const rows = new Map([...newest, ...running].map((row) => [row['id'] as number, row]));
    const left = others.filter((id) => !rows.has(id));
    if (left.length > 0)
      for (const row of await this.#rows(`WHERE id IN (${left.map(() => '?').join(', ')})`, left))
        rows.set(row['id'] as number, row);
    return [...rows.values()].map(runStateOf).toSorted((a, b) => a.id - b.id);
  }

  #rows(which: string, params: readonly SqlValue[] = [], sql: Sql = this.#database.sql): Promise<SqlRow[]> {
    const now = this.#database.nowExpression;
    return sql.all(
      `SELECT run.*, CASE WHEN lease_until >= ${now} THEN 1 ELSE 0 END AS is_leased FROM run ${which}`,
      params,
    );
  }
}

const summaryOf = (row: SqlRow): unknown => JSON.parse((row['summary'] as string | null) ?? 'null');

export function runStateOf(row: SqlRow): RunState {
  const state = row['state'] as RunState['state'];
  const what = row['progress_what'] as string | null;
  return {
    id: row['id'] as number,
    kind: row['kind'] as string,
    date: row['logical_date'] as PlainDate,
    state: state === 'running' && row['is_leased'] === 0 ? 'interrupted' : state,
    reason: row['reason'] as string | null,
    startedAt: row['started_at'] as number,
    finishedAt: row['finished_at'] as number | null,
    progress:
      what === null
        ? null
        : { done: row['progress_done'] as number, total: row['progress_total'] as number, what },
  };
}
