import { Conflict, type Manifest, type Tx } from '@traliccio/sdk';
import { SYSTEM, type Actor } from '../audit/audit.ts';
import { pauseOutbox, resumeOutbox } from '../events/dead-letters.ts';
import type { Kernel } from '../kernel.ts';
import { incompatibility } from './manifest-check.ts';
import { PluginTable, type RowChange } from './plugin-table.ts';
import type { Settings } from '../settings/settings.ts';
import type { Plugins } from './plugins.ts';

/** The product as it would be after a change: built and ready, beside the one that serves. */
export type Trial = {
  readonly plugins: Plugins;
  /** It takes over. */
  keep(): Promise<void>;
  /** It goes, and leaves nothing behind. */
  drop(): Promise<void>;
};
/** Builds it with rows of the plugin table as they would be. */
export type TryOut = (changes: ReadonlyMap<string, RowChange>) => Promise<Trial>;

/**
 * Enables, disables and sets up plugins while the product serves: what it would be is built first, and only what works
 * takes over. Other processes follow the plugin table.
 */
export class PluginChanges {
  readonly #kernel: Kernel;
  readonly #tryOut: TryOut;
  readonly #table: PluginTable;

  constructor(kernel: Kernel, tryOut: TryOut) {
    this.#kernel = kernel;
    this.#tryOut = tryOut;
    this.#table = new PluginTable(kernel.database.sql, kernel.clock);
  }

  /** Enables it, closes its breaker, and starts it; resolves to the plugins as they are then. @throws NotFound, Conflict saying why it can't be started */
  async enable(id: string, actor: Actor = SYSTEM): Promise<Plugins> {
    return this.enableAll([id], actor);
  }

  /** All of them or none. */
  async enableAll(ids: readonly string[], actor: Actor = SYSTEM): Promise<Plugins> {
    for (const id of ids) {
      await this.#kernel.plugins.known(id);
      const manifest = this.#kernel.plugins.manifest(id);
      const why = manifest && incompatibility(manifest);
      if (why !== undefined)
        throw new Conflict('plugin.incompatible', `plugin ${id} can't be enabled: ${why}`);
    }
    const change: RowChange = { enabled: true, breaker: null };
    const now = await this.#make(new Map(ids.map((id) => [id, change])), async (tx) => {
      for (const id of ids) {
        await this.#table.change(id, { enabled: 1, breaker: null, last_error: null, failures: 0 }, tx);
        await resumeOutbox(tx, id);
        await this.#record(tx, actor, 'plugin.enabled', { id });
      }
    });
    for (const id of ids) await this.#kernel.notices.closeKey('core', `breaker:${id}`);
    return now;
  }

  /** @throws NotFound, Conflict when others need it */
  async disable(id: string, actor: Actor = SYSTEM): Promise<Plugins> {
    await this.#kernel.plugins.known(id);
    return this.#make(new Map([[id, { enabled: false }]]), async (tx) => {
      await this.#table.change(id, { enabled: 0 }, tx);
      await pauseOutbox(tx, id);
      await this.#record(tx, actor, 'plugin.disabled', { id });
    });
  }

  /** Records a plugin from outside and enables it. @throws Invalid when the folder holds none, Conflict */
  async add(folder: string, actor: Actor = SYSTEM): Promise<Manifest> {
    const plugin = await this.#kernel.plugins.read(folder);
    const { id } = plugin.manifest;
    await this.#table.add(id, { enabled: false, source: plugin.source });
    await this.enable(id, actor);
    return plugin.manifest;
  }

  /** Puts settings in force that are stored as `write` does. @throws Conflict when the plugin can't be started with them */
  async set(id: string, settings: Settings, write: (tx: Tx) => Promise<void>): Promise<void> {
    await this.#make(new Map([[id, { settings }]]), write);
  }

  /** One change at a time, in all processes. */
  async #make(changes: ReadonlyMap<string, RowChange>, write: (tx: Tx) => Promise<void>): Promise<Plugins> {
    const { database, plugins } = this.#kernel;
    return database.withLock('plugins', async () => {
      const trial = await this.#tryOut(changes);
      const reason = plugins.worse(trial.plugins, [...changes.keys()]);
      if (reason !== undefined) {
        await trial.drop();
        throw new Conflict('plugin.not_startable', `nothing was changed: ${reason}`);
      }
      try {
        await database.transaction(write);
      } catch (error) {
        await trial.drop();
        throw error;
      }
      await trial.keep();
      await this.#kernel.events.load();
      return trial.plugins;
    });
  }

  async #record(tx: Tx, actor: Actor, action: string, detail: object): Promise<void> {
    await this.#kernel.audit.record(tx, { actor, action, entity: 'plugin', entityId: 0, detail });
  }
}
