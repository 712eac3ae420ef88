import type { Clock, Sql, SqlValue } from '@traliccio/sdk';

/** What became of a plugin when it was last started. */
export type PluginState = 'new' | 'up' | 'failed' | 'incompatible' | 'missing' | 'waiting';

/** What is kept of a plugin between starts. */
export type PluginRow = {
  readonly id: string;
  readonly enabled: boolean;
  readonly source: string | null;
  readonly version: string | null;
  readonly state: PluginState;
  readonly lastError: string | null;
  readonly failures: number;
  /** Why no filter of it is asked any more; null while all is well. */
  readonly breaker: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Goes up with each change that processes must follow. */
  readonly revision: number;
};

/** How a row would be after a change; what is left out stays. */
export type RowChange = Partial<Pick<PluginRow, 'enabled' | 'breaker' | 'settings'>>;

type Stored = {
  id: string;
  enabled: number;
  source: string | null;
  version: string | null;
  state: PluginState;
  last_error: string | null;
  failures: number;
  breaker: string | null;
  settings: string | null;
  revision: number;
};

/** What a plugin failed at since it was last written down. */
export type Failures = ReadonlyMap<string, { readonly count: number; readonly last: string }>;

/** The table `plugin`. */
export class PluginTable {
  readonly #sql: Sql;
  readonly #clock: Clock;

  constructor(sql: Sql, clock: Clock) {
    this.#sql = sql;
    this.#clock = clock;
  }

  async all(): Promise<Map<string, PluginRow>> {
    const rows = await this.#sql.all<Stored>('SELECT * FROM plugin ORDER BY id');
    return new Map(
      rows.map((r) => [
        r.id,
        {
          id: r.id,
          enabled: r.enabled !== 0,
          source: r.source,
          version: r.version,
          state: r.state,
          lastError: r.last_error,
          failures: r.failures,
          breaker: r.breaker,
          settings: r.settings === null ? {} : (JSON.parse(r.settings) as Record<string, unknown>),
          revision: r.revision,
        },
      ]),
    );
  }

  /** Makes the row unless it is there. */
  async add(
    id: string,
    plugin: { readonly enabled: boolean; readonly source: string | null },
  ): Promise<void> {
    await this.#sql.upsert(
      'plugin',
      ['id', 'enabled', 'source', 'state', 'updated_at'],
      [[id, plugin.enabled ? 1 : 0, plugin.source, 'new', this.#clock.now()]],
      { key: ['id'], update: plugin.source === null ? [] : ['source'] },
    );
  }

  /** Changes what the plugin is to be, and its revision, by which other processes notice. */
  async change(id: string, columns: Readonly<Record<string, SqlValue>>, sql: Sql = this.#sql): Promise<void> {
    await this.#update(id, columns, 'revision = revision + 1, ', sql);
  }

  /** Writes down what became of it: nothing to follow. */
  async note(id: string, columns: Readonly<Record<string, SqlValue>>): Promise<void> {
    await this.#update(id, columns, '', this.#sql);
  }

  async #update(
    id: string,
    columns: Readonly<Record<string, SqlValue>>,
    more: string,
    sql: Sql,
  ): Promise<void> {
    const names = Object.keys(columns);
    await sql.run(
      `UPDATE plugin SET ${names.map((name) => `${name} = ?`).join(', ')}, ${more}updated_at = ? WHERE id = ?`,
      [...names.map((name) => columns[name] as SqlValue), this.#clock.now(), id],
    );
  }
}

/** Counts what plugins failed at; shown by `plugin list`. */
export async function addFailures(sql: Sql, failures: Failures): Promise<void> {
  for (const [plugin, { count, last }] of failures)
    await sql.run('UPDATE plugin SET failures = failures + ?, last_error = ? WHERE id = ?', [
      count,
      last,
      plugin,
    ]);
}
