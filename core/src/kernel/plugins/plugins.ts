import {
  Conflict,
  Invalid,
  NotFound,
  type CoreApi,
  type Manifest,
  type PluginDefinition,
} from '@traliccio/sdk';
import { SYSTEM, type Actor } from '../audit/audit.ts';
import { pauseOutbox, resumeOutbox } from '../events/dead-letters.ts';
import type { Kernel } from '../kernel.ts';
import { readSetting, shownSettings, validSettings, type Settings } from '../settings/settings.ts';
import { messageOf } from '../thrown.ts';
import { findBuiltIn, findOutside, type FoundPlugin } from './discovery.ts';
import type { Editions } from './editions.ts';
import { incompatibility } from './manifest-check.ts';
import { addFailures, PluginTable, type PluginRow, type PluginState } from './plugin-table.ts';
import type { Registrations } from './registrations.ts';
import { setUp } from './set-up.ts';
import { pluginStatuses, type PluginStatus } from './status.ts';

export type PluginsOptions = {
  readonly editions: Editions;
  readonly core: () => CoreApi;
  readonly safeMode?: boolean;
  readonly plugins?: readonly PluginDefinition[];
  readonly setupTimeoutMs?: number;
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
  /** Folders that were named and hold no plugin that can be used, and why. */
  readonly #unreadable = new Map<string, string>();

  constructor(kernel: Kernel, options: PluginsOptions) {
    this.#kernel = kernel;
    this.#options = options;
    this.#table = new PluginTable(kernel.database.sql, kernel.clock);
  }

  /** Never throws for what a plugin does. */
  async start(): Promise<void> {
    if (!this.#options.safeMode) {
      const rows = await this.#discover();
      for (const row of rows.values()) if (row.enabled) await this.#startOne(row, rows);
    }
    await this.#kernel.events.load();
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

  async list(): Promise<PluginStatus[]> {
    return pluginStatuses(await this.#table.all(), {
      kernel: this.#kernel,
      found: this.#found,
      notUp: this.#notUp,
      up: this.#up,
      unreadable: this.#unreadable,
    });
  }

  /** Enables it and closes its breaker; it starts with the next process. @throws NotFound, Conflict */
  async enable(id: string, actor: Actor = SYSTEM): Promise<void> {
    await this.#row(id);
    const manifest = this.#found.get(id)?.manifest;
    const why = manifest && incompatibility(manifest);
    if (why !== undefined) throw new Conflict('plugin.incompatible', `plugin ${id} can't be enabled: ${why}`);
    await this.#kernel.database.transaction(async (tx) => {
      await this.#table.change(id, { enabled: 1, breaker: null, last_error: null, failures: 0 }, tx);
      await resumeOutbox(tx, id);
      await this.#kernel.audit.record(tx, {
        actor,
        action: 'plugin.enabled',
        entity: 'plugin',
        entityId: 0,
        detail: { id },
      });
    });
    await this.#kernel.notices.closeKey('core', `breaker:${id}`);
    await this.#kernel.events.load();
  }

  /** @throws NotFound */
  async disable(id: string, actor: Actor = SYSTEM): Promise<void> {
    await this.#row(id);
    await this.#kernel.database.transaction(async (tx) => {
      await this.#table.change(id, { enabled: 0 }, tx);
      await pauseOutbox(tx, id);
      await this.#kernel.audit.record(tx, {
        actor,
        action: 'plugin.disabled',
        entity: 'plugin',
        entityId: 0,
        detail: { id },
      });
    });
    await this.#kernel.events.load();
  }

  /** Records a plugin from outside and enables it. @throws Invalid when the folder holds none, Conflict */
  async add(folder: string, actor: Actor = SYSTEM): Promise<Manifest> {
    const plugin = await findOutside(folder, LOAD_TIMEOUT);
    const { id } = plugin.manifest;
    const there = this.#found.get(id);
    if (there && there.source !== plugin.source)
      throw new Conflict(
        'plugin.id_taken',
        `there is a plugin ${id} already (${there.source ?? 'it comes with Traliccio'})`,
      );
    this.#found.set(id, plugin);
    await this.#table.add(id, { enabled: false, source: plugin.source });
    await this.enable(id, actor);
    return plugin.manifest;
  }

  /** The settings in force, secrets hidden. @throws NotFound */
  async settings(id: string): Promise<Settings> {
    const manifest = this.#manifest(id);
    return shownSettings(manifest, validSettings(manifest, (await this.#row(id)).settings));
  }

  /** Sets `key=value` pairs; the others stay. @throws Invalid with the field */
  async changeSettings(id: string, pairs: readonly string[], actor: Actor = SYSTEM): Promise<Settings> {
    const manifest = this.#manifest(id);
    const changes = Object.fromEntries(pairs.map((pair) => readSetting(manifest, pair)));
    const stored = { ...(await this.#row(id)).settings, ...changes };
    validSettings(manifest, stored);
    await this.#kernel.database.transaction(async (tx) => {
      await this.#table.change(id, { settings: JSON.stringify(stored) }, tx);
      await this.#kernel.audit.record(tx, {
        actor,
        action: 'plugin.settings_changed',
        entity: 'plugin',
        entityId: 0,
        detail: { id, changed: Object.keys(changes) },
      });
    });
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
    let rows = await this.#table.all();
    const problems = new Map<string, string>();
    for (const id of [...editions.BASIC, ...editions.PRO]) {
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
    rows = await this.#table.all();
    for (const row of rows.values())
      if (row.enabled && !this.#found.has(row.id))
        await this.#setAside(row, 'missing', problems.get(row.id) ?? 'its package is not there any more');
    return rows;
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
      this.#found.set(manifest.id, { manifest, source: null, load: async () => plugin });
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
      await this.#table.change(row.id, { state: 'up', version: manifest.version, ...mended });
    } catch (error) {
      this.#kernel.log.error({ err: error, plugin: row.id }, 'the plugin could not be started');
      await this.#setAside(row, 'failed', messageOf(error));
    }
  }

  async #setAside(row: PluginRow, state: PluginState, reason: string): Promise<void> {
    this.#notUp.set(row.id, { id: row.id, state: row.breaker === null ? state : 'breaker', reason });
    if (row.state === state && row.lastError === reason) return;
    await this.#table.change(row.id, { state, last_error: reason });
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
