import {
  Conflict,
  Invalid,
  NotFound,
  type CoreApi,
  type Manifest,
  type PluginDefinition,
} from '@traliccio/sdk';
import { SYSTEM, type Actor } from '../audit/audit.ts';
import type { Kernel } from '../kernel.ts';
import {
  movedOn,
  planSettings,
  shownSettings,
  storedSettings,
  storeSettings,
} from '../settings/plugin-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { messageOf } from '../thrown.ts';
import { findBuiltIn, findOutside, type FoundPlugin } from './discovery.ts';
import type { Editions } from './editions.ts';
import { incompatibility } from './manifest-check.ts';
import {
  addFailures,
  PluginTable,
  type PluginRow,
  type PluginState,
  type RowChange,
} from './plugin-table.ts';
import type { Registrations } from './registrations.ts';
import { setUp } from './set-up.ts';
import { pluginStatuses, type PluginStatus } from './status.ts';
import { readUiFiles, type UiFiles } from './ui-files.ts';

export type PluginsOptions = {
  readonly editions: Editions;
  readonly core: () => CoreApi;
  readonly safeMode?: boolean;
  readonly plugins?: readonly PluginDefinition[];
  readonly setupTimeoutMs?: number;
  /** Rows as they would be after a change: then nothing is written until `record`. */
  readonly changes?: ReadonlyMap<string, RowChange> | undefined;
};

/** A plugin that is enabled and doesn't work, and why. */
export type NotUp = { readonly id: string; readonly state: string; readonly reason: string };

const SETUP_TIMEOUT = 10_000;
const LOAD_TIMEOUT = 20_000;

/** Finds plugins, starts those that are enabled, and keeps apart those that can't be: core runs without them. */
export class Plugins {
  readonly #kernel: Kernel;
  readonly #options: PluginsOptions;
  readonly #table: PluginTable;
  readonly #found = new Map<string, FoundPlugin>();
  readonly #up = new Map<string, Registrations>();
  readonly #notUp = new Map<string, NotUp>();
  #revision = '';
  /** What is to be written down of a start. */
  readonly #notes = new Map<string, Readonly<Record<string, string | null>>>();
  /** Why a plugin that has a row can't be read. */
  readonly #problems = new Map<string, string>();
  /** Folders that were named and hold no plugin that can be used, and why. */
  readonly #unreadable = new Map<string, string>();
  #uiFiles: Promise<readonly UiFiles[]> | undefined;

  constructor(kernel: Kernel, options: PluginsOptions) {
    this.#kernel = kernel;
    this.#options = options;
    this.#table = new PluginTable(kernel.database.sql, kernel.clock);
  }

  /** Never throws for what a plugin does. */
  async start(): Promise<void> {
    if (!this.#options.safeMode) {
      const stored = await this.#discover();
      const { changes } = this.#options;
      this.#revision = revisionOf(stored.values(), changes?.size ?? 0);
      const rows = changed(stored, changes);
      for (const row of rows.values())
        if (row.enabled && !this.#found.has(row.id))
          this.#setAside(row, 'missing', this.#problems.get(row.id) ?? 'its package is not there any more');
      for (const row of rows.values()) if (row.enabled) await this.#startOne(row, rows);
    }
    if (this.#options.changes) return;
    await this.record();
  }

  /** Writes down what came of the start, and who subscribes to what. */
  async record(): Promise<void> {
    for (const [id, columns] of this.#notes) await this.#table.note(id, columns);
    this.#notes.clear();
    for (const id of this.#up.keys()) await this.#kernel.events.store(id);
    await this.#kernel.events.load();
  }

  /** Why it would be worse after a change of these plugins; undefined when it would not. */
  worse(after: Plugins, ids: readonly string[]): string | undefined {
    if (this.#options.safeMode) return undefined;
    for (const id of ids) {
      const culprit = after.#notUp.get(id);
      if (culprit) return `plugin ${id} can't be started: ${culprit.reason}`;
    }
    for (const id of this.#up.keys()) {
      const lost = after.#notUp.get(id);
      if (lost) return `plugin ${id}, which is up, could not be started any more: ${lost.reason}`;
    }
    return undefined;
  }

  /** Whether what plugins are to be has changed since this start. */
  async isOutdated(): Promise<boolean> {
    if (this.#options.safeMode) return false;
    return revisionOf((await this.#table.all()).values(), 0) !== this.#revision;
  }

  /** The plugin in a folder. @throws Invalid when the folder holds none, Conflict when its id is taken */
  async read(folder: string): Promise<FoundPlugin> {
    const plugin = await findOutside(folder, LOAD_TIMEOUT);
    const there = this.#found.get(plugin.manifest.id);
    if (there && there.source !== plugin.source)
      throw new Conflict(
        'plugin.id_taken',
        `there is a plugin ${plugin.manifest.id} already (${there.source ?? 'it comes with Traliccio'})`,
      );
    return plugin;
  }

  /** Goes up with each change of what the plugin is to be. @throws NotFound */
  async revision(id: string): Promise<number> {
    return (await this.#row(id)).revision;
  }

  /** @throws NotFound */
  async known(id: string): Promise<void> {
    await this.#row(id);
  }

  /** Of a plugin that can be read. */
  manifest(id: string): Manifest | undefined {
    return this.#found.get(id)?.manifest;
  }

  async stop(): Promise<void> {
    for (const [id, registrations] of [...this.#up].reverse())
      for (const why of await registrations.undoAll())
        this.#kernel.log.warn({ plugin: id, why }, 'the plugin could not be stopped in order');
    this.#up.clear();
    await this.#noteFailures();
  }

  isUp(id: string): boolean {
    return this.#up.has(id);
  }

  /** Enabled, and not working: what a run that must not do without them asks first. */
  notUp(): readonly NotUp[] {
    return [...this.#notUp.values()];
  }

  /** Of all plugins that can be read, enabled or not. */
  manifests(): readonly Manifest[] {
    return [...this.#found.values()].map((plugin) => plugin.manifest);
  }

  /** What those that are up have for browsers; read when it is first asked for. */
  uiFiles(): Promise<readonly UiFiles[]> {
    const up = [...this.#up.keys()].map((id) => this.#found.get(id)!);
    return (this.#uiFiles ??= readUiFiles(up, this.#kernel.log));
  }

  async list(): Promise<PluginStatus[]> {
    return pluginStatuses(await this.#table.all(), {
      kernel: this.#kernel,
      found: this.#found,
      notUp: this.#notUp,
      up: this.#up,
      unreadable: this.#unreadable,
    });
  }

  /** The settings in force; of secrets only whether they are set. @throws NotFound */
  async settings(id: string): Promise<Settings> {
    return shownSettings(this.#manifest(id), (await this.#row(id)).settings);
  }

  /** Changes settings as a JSON merge patch: see `patchSettings`. @throws NotFound, Invalid with the field, Conflict */
  async changeSettings(
    id: string,
    changes: Settings,
    actor: Actor = SYSTEM,
    { expectedRevision }: { readonly expectedRevision?: number | undefined } = {},
  ): Promise<Settings> {
    const { database, secrets, audit, clock, pluginChanges } = this.#kernel;
    const manifest = this.#manifest(id);
    const { revision } = await this.#row(id);
    if (expectedRevision !== undefined && expectedRevision !== revision) throw movedOn(id);
    const before = await storedSettings(database.sql, id);
    if (before?.revision !== revision) throw movedOn(id);
    const planned = await planSettings(manifest, { before, changes }, secrets);
    await pluginChanges.set(id, planned.plain, (tx) =>
      storeSettings(tx, planned, { secrets, audit, actor, now: clock.now() }),
    );
    return this.settings(id);
  }

  /** Keeps the plugin from being started again until somebody enables it. */
  async openBreaker(id: string, reason: string): Promise<void> {
    await this.#table.change(id, { breaker: reason, last_error: reason });
    await this.#kernel.notices.post('core', {
      key: `breaker:${id}`,
      level: 'error',
      message: {
        it: `Il plugin ${id} è stato fermato: ${reason}. Correggilo e abilitalo di nuovo, o disabilitalo.`,
        en: `Plugin ${id} was stopped: ${reason}. Mend it and enable it again, or disable it.`,
      },
    });
  }

  /** Filters fail in transactions that roll back, so it is written afterwards. */
  async #noteFailures(): Promise<void> {
    const failures = this.#kernel.filters.takeFailures();
    await addFailures(this.#kernel.database.sql, failures).catch((error: unknown) =>
      this.#kernel.log.warn({ err: error }, 'the failures of filters could not be written'),
    );
  }

  async #discover(): Promise<Map<string, PluginRow>> {
    if (this.#options.plugins) return this.#given(this.#options.plugins);
    const { editions } = this.#options;
    const rows = await this.#table.all();
    const problems = this.#problems;
    for (const id of [...editions.BASIC, ...editions.PRO, ...editions.optional]) {
      await this.#find(() => findBuiltIn(id, LOAD_TIMEOUT)).catch((error: unknown) =>
        problems.set(id, messageOf(error)),
      );
      if (!rows.has(id)) await this.#table.add(id, { enabled: editions.BASIC.includes(id), source: null });
    }
    const recorded = [...rows.values()].flatMap((row) => (row.source === null ? [] : [row.source]));
    for (const folder of new Set([...this.#kernel.config.pluginPaths, ...recorded])) {
      const owner = [...rows.values()].find((row) => row.source === folder)?.id;
      try {
        const { manifest } = await this.#find(() => findOutside(folder, LOAD_TIMEOUT));
        if (rows.get(manifest.id)?.source !== folder)
          await this.#table.add(manifest.id, { enabled: true, source: folder });
      } catch (error) {
        this.#kernel.log.error({ folder, err: error }, 'no plugin could be read from the folder');
        if (owner !== undefined) problems.set(owner, messageOf(error));
        else this.#unreadable.set(folder, messageOf(error));
      }
    }
    return this.#table.all();
  }

  async #find(find: () => Promise<FoundPlugin>): Promise<FoundPlugin> {
    const plugin = await find();
    const { id } = plugin.manifest;
    if (this.#found.has(id)) throw new Invalid('plugin.id_taken', `two plugins have the id ${id}`);
    this.#found.set(id, plugin);
    return plugin;
  }

  async #given(plugins: readonly PluginDefinition[]): Promise<Map<string, PluginRow>> {
    for (const plugin of plugins) {
      const { manifest } = plugin;
      this.#found.set(manifest.id, { manifest, source: null, folder: null, load: async () => plugin });
      await this.#table.add(manifest.id, { enabled: true, source: null });
    }
    const rows = await this.#table.all();
    return new Map([...rows].filter(([id]) => this.#found.has(id)));
  }

  /** After those that it requires; a plugin that is up, or was set aside, is left as it is. */
  async #startOne(
    row: PluginRow,
    rows: ReadonlyMap<string, PluginRow>,
    path: readonly string[] = [],
  ): Promise<void> {
    if (this.#up.has(row.id) || this.#notUp.has(row.id)) return;
    const { manifest, load } = this.#found.get(row.id)!;
    if (row.breaker !== null) return this.#setAside(row, 'failed', row.breaker);
    const why = incompatibility(manifest);
    if (why !== undefined) return this.#setAside(row, 'incompatible', why);
    for (const id of manifest.requires ?? []) {
      const other = rows.get(id);
      if (other?.enabled && !path.includes(id)) await this.#startOne(other, rows, [...path, row.id]);
      if (!this.#up.has(id))
        return this.#setAside(row, 'waiting', `it requires the plugin ${id}, which is not up`);
    }
    try {
      const registrations = await setUp({
        plugin: await load(),
        settings: row.settings,
        kernel: this.#kernel,
        core: this.#options.core,
        timeoutMs: this.#options.setupTimeoutMs ?? SETUP_TIMEOUT,
      });
      this.#up.set(row.id, registrations);
      if (row.state === 'up' && row.version === manifest.version) return;
      // What kept it from starting is over; what its handlers failed at may not be.
      const mended = row.state === 'up' ? {} : { last_error: null };
      this.#notes.set(row.id, { state: 'up', version: manifest.version, ...mended });
    } catch (error) {
      this.#kernel.log.error({ err: error, plugin: row.id }, 'the plugin could not be started');
      this.#setAside(row, 'failed', messageOf(error));
    }
  }

  #setAside(row: PluginRow, state: PluginState, reason: string): void {
    this.#notUp.set(row.id, { id: row.id, state: row.breaker === null ? state : 'breaker', reason });
    if (row.state === state && row.lastError === reason) return;
    this.#notes.set(row.id, { state, last_error: reason });
  }

  async #row(id: string): Promise<PluginRow> {
    const row = (await this.#table.all()).get(id);
    if (!row)
      throw new NotFound('plugin.not_found', `there is no plugin ${id}: "traliccio plugin list" shows them`);
    return row;
  }

  #manifest(id: string): Manifest {
    const plugin = this.#found.get(id);
    if (!plugin) throw new NotFound('plugin.not_found', `there is no plugin ${id} that can be read`);
    return plugin.manifest;
  }
}

function revisionOf(rows: Iterable<PluginRow>, more: number): string {
  const all = [...rows];
  return `${all.length}:${all.reduce((sum, row) => sum + row.revision, more)}`;
}

function changed(
  rows: ReadonlyMap<string, PluginRow>,
  changes: ReadonlyMap<string, RowChange> = new Map(),
): ReadonlyMap<string, PluginRow> {
  return new Map([...rows].map(([id, row]) => [id, { ...row, ...changes.get(id) }]));
}
