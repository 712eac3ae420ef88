import {
  Conflict,
  NotFound,
  type Actor,
  type Clock,
  type Instant,
  type Label,
  type Sql,
  type Tx,
} from '@traliccio/sdk';
import type { Static, TSchema } from 'typebox';
import type { Audit } from '../audit/audit.ts';
import { checkSetting, type CoreSetting } from './core-setting.ts';

export type CoreSettingsNeeds = { readonly sql: Sql; readonly audit: Audit; readonly clock: Clock };

export type SettingView = {
  readonly name: string;
  readonly label: Label;
  readonly schema: TSchema;
  readonly default: unknown;
  readonly value: unknown;
  /** When and by whom it was last changed; null when it never was. */
  readonly updatedAt: Instant | null;
  readonly updatedBy: string | null;
};
export type SettingsView = { readonly version: number; readonly settings: SettingView[] };

export type SettingChanges = {
  /** By name; null goes back to the default. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The version that was read before. */
  readonly version?: number | undefined;
};

type Row = { name: string; value: string; version: number; updated_at: number; updated_by: string };

/** The row whose version is that of them all. */
const ALL = '*';
/** How long what was read is taken for true. */
const KEPT_MS = 5_000;

/** Core's own settings: a closed list, kept in the table `setting` where they differ from their defaults. */
export class CoreSettings {
  readonly declared: readonly CoreSetting[];
  readonly #needs: CoreSettingsNeeds;
  #kept: { readonly at: Instant; readonly rows: ReadonlyMap<string, Row> } | null = null;

  constructor(needs: CoreSettingsNeeds, declared: readonly CoreSetting[]) {
    this.#needs = needs;
    this.declared = declared;
  }

  /** What is in force, as of a few seconds ago. Inside a transaction with its `sql`. */
  async get<T extends TSchema>(setting: CoreSetting<T>, sql: Sql = this.#needs.sql): Promise<Static<T>> {
    const now = this.#needs.clock.now();
    const age = this.#kept ? now - this.#kept.at : KEPT_MS;
    if (!this.#kept || age < 0 || age >= KEPT_MS) this.#kept = { at: now, rows: await rowsOf(sql) };
    return valueOf(setting, this.#kept.rows) as Static<T>;
  }

  async all(sql: Sql = this.#needs.sql): Promise<SettingsView> {
    const rows = await rowsOf(sql);
    const settings = this.declared.map((setting): SettingView => {
      const row = rows.get(setting.name);
      return {
        ...setting,
        value: valueOf(setting, rows),
        updatedAt: row?.updated_at ?? null,
        updatedBy: row?.updated_by ?? null,
      };
    });
    return { version: rows.get(ALL)?.version ?? 1, settings };
  }

  /** All of them or none. @throws NotFound, Invalid with the name of the setting, Conflict */
  async change(tx: Tx, { values, version }: SettingChanges, actor: Actor): Promise<void> {
    const changes = Object.entries(values).map(([name, value]) => ({ setting: this.#find(name), value }));
    for (const { setting, value } of changes) if (value !== null) checkSetting(setting, value);
    const before = await rowsOf(tx);
    const next = await this.#nextVersion(tx, version, actor);
    await this.#write(
      tx,
      changes.map(({ setting, value }) => ({ name: setting.name, value, version: next })),
      actor,
    );
    await this.#needs.audit.recordMany(
      tx,
      changes.map(({ setting, value }) => ({
        actor,
        action: 'setting.changed',
        entity: 'setting',
        entityId: 0,
        detail: { name: setting.name, from: valueOf(setting, before), to: value ?? setting.default },
      })),
    );
    this.#kept = null;
  }

  /** Locks the row of them all, so that of two changes of one version the second is refused. */
  async #nextVersion(tx: Tx, version: number | undefined, actor: Actor): Promise<number> {
    await this.#write(tx, [{ name: ALL, value: null, version: 1 }], actor, []);
    const now = this.#needs.clock.now();
    const rows = await tx.run(
      `UPDATE setting SET version = version + 1, updated_at = ? WHERE name = ?${version === undefined ? '' : ' AND version = ?'}`,
      [now, ALL, ...(version === undefined ? [] : [version])],
    );
    if (rows === 0)
      throw new Conflict('setting.version', 'the settings were changed by somebody else: read them again');
    return (await rowsOf(tx)).get(ALL)!.version;
  }

  async #write(
    tx: Tx,
    rows: readonly { readonly name: string; readonly value: unknown; readonly version: number }[],
    actor: Actor,
    update: readonly string[] = COLUMNS.slice(1),
  ): Promise<void> {
    const now = this.#needs.clock.now();
    await tx.upsert(
      'setting',
      COLUMNS,
      rows.map((r) => [r.name, JSON.stringify(r.value), r.version, now, `${actor.kind}:${actor.name}`]),
      { key: ['name'], update },
    );
  }

  #find(name: string): CoreSetting {
    const setting = this.declared.find((one) => one.name === name);
    if (!setting)
      throw new NotFound(
        'setting.not_found',
        `there is no setting ${name}: there are ${this.declared.map((one) => one.name).join(', ')}`,
        { field: name },
      );
    return setting;
  }
}

const COLUMNS = ['name', 'value', 'version', 'updated_at', 'updated_by'];

function valueOf(setting: CoreSetting, rows: ReadonlyMap<string, Row>): unknown {
  const row = rows.get(setting.name);
  const value: unknown = row ? JSON.parse(row.value) : null;
  return value ?? setting.default;
}

async function rowsOf(sql: Sql): Promise<ReadonlyMap<string, Row>> {
  const rows = await sql.all<Row>('SELECT name, value, version, updated_at, updated_by FROM setting');
  return new Map(rows.map((row) => [row.name, row]));
}
