import { randomUUID } from 'node:crypto';
import {
  computeJobState,
  type JobParameters,
  type JobRepository,
  type JobRepositoryOptions,
  type JobsOverview,
  type JobsQueryOptions,
  type JobsResult,
  type RemoveJobsOptions,
} from 'agenda';
import type { Sql, SqlValue } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { isDuplicate } from '../db/transient.ts';
import { debounced } from './debounce.ts';
import { conditionOf, hasData, inOrder, isUniqueMatch, meets, type Choice } from './job-choice.ts';
import { jobOf, plannedColumns, stateColumns, type JobRow } from './job-rows.ts';
import { jobHistory } from './job-tables.ts';

type Options = JobRepositoryOptions | undefined;
type Columns = Readonly<Record<string, SqlValue>>;

/**
 * Agenda's jobs as rows. A lock is a time of the database's clock, however wrong the clocks of those who compete for
 * it are; Agenda itself, which compares it with its own, is given it as if it were of that one.
 */
export class SqlJobRepository implements JobRepository {
  readonly #database: Database;
  readonly #now: () => number;

  /** @param now what Agenda takes for the time: the machine's clock */
  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  async connect(): Promise<void> {
    await migrate(this.#database, jobHistory());
  }

  async queryJobs(query: JobsQueryOptions = {}): Promise<JobsResult> {
    const now = new Date(this.#now());
    const found = (await this.#jobs(query)).filter((job) => meets(job, query, now));
    const from = query.skip ?? 0;
    const page = inOrder(found, query.sort).slice(from, query.limit ? from + query.limit : undefined);
    return {
      jobs: page.map((job) => ({ ...job, state: computeJobState(job, now) })),
      total: found.length,
    };
  }

  async getJobsOverview(): Promise<JobsOverview[]> {
    const now = new Date(this.#now());
    const overviews = new Map<string, JobsOverview>();
    for (const job of await this.#jobs({})) {
      const overview = overviews.get(job.name) ?? emptyOverview(job.name);
      overviews.set(job.name, overview);
      overview.total += 1;
      overview[computeJobState(job, now)] += 1;
      if (job.disabled) overview.paused += 1;
    }
    return [...overviews.values()];
  }

  async getDistinctJobNames(): Promise<string[]> {
    const rows = await this.#database.sql.all<{ name: string }>(
      'SELECT DISTINCT name FROM job ORDER BY name',
    );
    return rows.map((row) => row.name);
  }

  async getJobById(id: string): Promise<JobParameters | null> {
    return (await this.#byId(this.#database.sql, id)) ?? null;
  }

  async getQueueSize(): Promise<number> {
    const [row] = await this.#database.sql.all<{ n: number }>(
      'SELECT COUNT(*) AS n FROM job WHERE next_run_at < ?',
      [this.#now()],
    );
    return row!.n;
  }

  async removeJobs(options: RemoveJobsOptions): Promise<number> {
    return this.#each(options, (id) => this.#database.sql.run('DELETE FROM job WHERE id = ?', [id]));
  }

  async purgeAllJobs(): Promise<number> {
    return this.#database.sql.run('DELETE FROM job');
  }

  async disableJobs(options: RemoveJobsOptions): Promise<number> {
    return this.#each(options, (id) => this.#setDisabled(id, 1));
  }

  async enableJobs(options: RemoveJobsOptions): Promise<number> {
    return this.#each(options, (id) => this.#setDisabled(id, 0));
  }

  async saveJob<DATA>(job: JobParameters<DATA>, options: Options): Promise<JobParameters<DATA>> {
    return (await this.#save(job as JobParameters, options)) as JobParameters<DATA>;
  }

  async saveJobState(job: JobParameters, options: Options): Promise<void> {
    const { sql, nowExpression } = this.#database;
    const lock = job.lockedAt
      ? { sql: `${nowExpression} - ?`, params: [this.#now() - job.lockedAt.getTime()] }
      : { sql: 'NULL', params: [] };
    const state = { ...stateColumns(job), last_modified_by: options?.lastModifiedBy ?? null };
    const saved = await sql.run(
      `UPDATE job SET locked_at = ${lock.sql}, ${assignments(state)} WHERE id = ? AND name = ?`,
      [...lock.params, ...Object.values(state), String(job._id), job.name],
    );
    if (saved === 0) throw new Error(`the job ${job.name} (${job._id}) is gone: its state can't be saved`);
  }

  async lockJob(job: JobParameters, options: Options): Promise<JobParameters | undefined> {
    if (!job._id) return undefined;
    const { sql, nowExpression } = this.#database;
    const at = this.#now();
    const locked = await sql.run(
      `UPDATE job SET locked_at = ${nowExpression}, last_modified_by = ?
        WHERE id = ? AND name = ? AND locked_at IS NULL AND disabled = 0 AND COALESCE(next_run_at, 0) = ?`,
      [options?.lastModifiedBy ?? null, job._id, job.name, job.nextRunAt?.getTime() ?? 0],
    );
    return locked === 0 ? undefined : lockedAt(await this.#byId(sql, job._id), at);
  }

  async unlockJob(job: JobParameters): Promise<void> {
    if (!job._id) return;
    await this.#database.sql.run('UPDATE job SET locked_at = NULL WHERE id = ? AND next_run_at IS NOT NULL', [
      job._id,
    ]);
  }

  async unlockJobs(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.#database.sql.run('UPDATE job SET locked_at = NULL WHERE id = ?', [id]);
  }

  async getNextJobToRun(
    name: string,
    nextScanAt: Date,
    lockDeadline: Date,
    now: Date | undefined,
    options: Options,
  ): Promise<JobParameters | undefined> {
    const at = now?.getTime() ?? this.#now();
    const { nowExpression } = this.#database;
    const next = {
      sql: `FROM job WHERE name = ? AND disabled = 0
        AND ((locked_at IS NULL AND next_run_at <= ?) OR locked_at <= ${nowExpression} - ?)
        ORDER BY next_run_at, priority DESC LIMIT 1`,
      params: [name, nextScanAt.getTime(), at - lockDeadline.getTime()],
    };
    const lock = `UPDATE job SET locked_at = ${nowExpression}, last_modified_by = ? WHERE id =`;
    const by = options?.lastModifiedBy ?? null;
    if (this.#database.dialect === 'sqlite') {
      const [row] = await this.#database.sql.all<JobRow>(`${lock} (SELECT id ${next.sql}) RETURNING *`, [
        by,
        ...next.params,
      ]);
      return lockedAt(row && jobOf(row), at);
    }
    // Most looks find nothing: no transaction for those.
    const seen = await this.#database.sql.all(`SELECT id ${next.sql}`, next.params);
    if (seen.length === 0) return undefined;
    return this.#database.transaction(async (tx) => {
      const [row] = await tx.all<JobRow>(`SELECT * ${next.sql} FOR UPDATE SKIP LOCKED`, next.params);
      if (!row) return undefined;
      await tx.run(`${lock} ?`, [by, row.id]);
      return lockedAt({ ...jobOf(row), ...(by === null ? {} : { lastModifiedBy: by }) }, at);
    });
  }

  async #save(job: JobParameters, options: Options): Promise<JobParameters> {
    const by = options?.lastModifiedBy ?? null;
    if (job._id) return (await this.#update(this.#database.sql, { id: job._id, job, by })) ?? job;
    if (job.type === 'single') return this.#saveSingle(job, by);
    if (job.unique) return this.#saveUnique(job, job.unique, by);
    return this.#insert(this.#database.sql, job, by);
  }

  /** There is one of its name: the unique key says so when two processes make it at the same time. */
  async #saveSingle(job: JobParameters, by: string | null): Promise<JobParameters> {
    const [existing] = await this.#database.sql.all<JobRow>('SELECT * FROM job WHERE single_key = ?', [
      job.name,
    ]);
    if (existing) {
      // A run that is due already is not put off.
      const isDue = job.nextRunAt !== null && job.nextRunAt.getTime() <= this.#now();
      const kept = isDue ? { ...job, nextRunAt: jobOf(existing).nextRunAt } : job;
      const updated = await this.#update(this.#database.sql, { id: existing.id, job: kept, by });
      return updated ?? this.#saveSingle(job, by);
    }
    try {
      return await this.#insert(this.#database.sql, job, by);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return this.#saveSingle(job, by);
    }
  }

  async #saveUnique(
    job: JobParameters,
    unique: Readonly<Record<string, unknown>>,
    by: string | null,
  ): Promise<JobParameters> {
    const { insertOnly, debounce } = job.uniqueOpts ?? {};
    return this.#database.withLock(`job:${job.name}`, () =>
      this.#database.transaction(async (tx) => {
        const rows = await tx.all<JobRow>('SELECT * FROM job WHERE name = ?', [job.name]);
        const before = rows.map(jobOf).find((one) => isUniqueMatch(one, unique));
        if (before && insertOnly && !debounce) return before;
        const wanted = debounce ? debounced(job, before, { options: debounce, now: this.#now() }) : job;
        return before
          ? (await this.#update(tx, { id: before._id, job: wanted, by }))!
          : this.#insert(tx, wanted, by);
      }),
    );
  }

  async #insert(sql: Sql, job: JobParameters, by: string | null): Promise<JobParameters> {
    const id = randomUUID();
    const columns = { id, ...stateColumns(job), ...plannedColumns(job), last_modified_by: by };
    await sql.insert('job', Object.keys(columns), [Object.values(columns)]);
    return (await this.#byId(sql, id))!;
  }

  /** How it went is left as it is, but for what the job says of it; so is the lock. */
  async #update(
    sql: Sql,
    { id, job, by }: { readonly id: string; readonly job: JobParameters; readonly by: string | null },
  ): Promise<JobParameters | undefined> {
    const said = Object.entries(stateColumns(job)).filter(([, value]) => value !== null);
    const columns = { ...Object.fromEntries(said), ...plannedColumns(job), last_modified_by: by };
    const updated = await sql.run(`UPDATE job SET ${assignments(columns)} WHERE id = ? AND name = ?`, [
      ...Object.values(columns),
      id,
      job.name,
    ]);
    return updated === 0 ? undefined : this.#byId(sql, id);
  }

  async #setDisabled(id: string, disabled: 0 | 1): Promise<number> {
    return this.#database.sql.run('UPDATE job SET disabled = ? WHERE id = ? AND disabled <> ?', [
      disabled,
      id,
      disabled,
    ]);
  }

  /** Does it to each job that is chosen, and counts; nothing is chosen where nothing is asked. */
  async #each(choice: RemoveJobsOptions, change: (id: string) => Promise<number>): Promise<number> {
    if (conditionOf(choice) === undefined && choice.data === undefined) return 0;
    let changed = 0;
    for (const job of await this.#jobs(choice))
      if (choice.data === undefined || hasData(job.data, choice.data)) changed += await change(job._id);
    return changed;
  }

  async #jobs(choice: Choice): Promise<ReturnType<typeof jobOf>[]> {
    const condition = conditionOf(choice);
    const rows = await this.#database.sql.all<JobRow>(
      `SELECT * FROM job ${condition ? `WHERE ${condition.sql}` : ''}`,
      condition?.params ?? [],
    );
    return rows.map(jobOf);
  }

  async #byId(sql: Sql, id: string): Promise<ReturnType<typeof jobOf> | undefined> {
    const [row] = await sql.all<JobRow>('SELECT * FROM job WHERE id = ?', [id]);
    return row && jobOf(row);
  }
}

const assignments = (columns: Columns): string =>
  Object.keys(columns)
    .map((column) => `${column} = ?`)
    .join(', ');

const lockedAt = (job: JobParameters | undefined, at: number): JobParameters | undefined =>
  job && { ...job, lockedAt: new Date(at) };

const emptyOverview = (name: string): JobsOverview => ({
  name,
  total: 0,
  running: 0,
  scheduled: 0,
  queued: 0,
  completed: 0,
  failed: 0,
  repeating: 0,
  paused: 0,
});
