import type { Label } from '@traliccio/sdk';
import { countOutbox } from '../events/dead-letters.ts';
import type { Kernel } from '../kernel.ts';
import type { FoundPlugin } from './discovery.ts';
import type { PluginRow } from './plugin-table.ts';
import type { NotUp } from './plugins.ts';

/** A plugin as operators see it. */
export type PluginStatus = {
  readonly id: string;
  readonly label: Label | null;
  /** What it does. */
  readonly description: Label | null;
  readonly version: string | null;
  readonly edition: string | null;
  /** Folder of a plugin from outside. */
  readonly source: string | null;
  readonly state: 'enabled' | 'disabled' | 'failed' | 'incompatible' | 'missing' | 'waiting' | 'breaker';
  readonly health: 'ok' | 'degraded' | null;
  readonly healthReason: string | null;
  readonly failures: number;
  readonly lastError: string | null;
  readonly breaker: string | null;
  readonly deadLetters: number;
  readonly waitingEvents: number;
  readonly provides: readonly string[];
};

export type StatusNeeds = {
  readonly kernel: Kernel;
  readonly found: ReadonlyMap<string, FoundPlugin>;
  readonly notUp: ReadonlyMap<string, NotUp>;
  readonly up: ReadonlyMap<string, unknown>;
  readonly unreadable: ReadonlyMap<string, string>;
};

export async function pluginStatuses(
  rows: ReadonlyMap<string, PluginRow>,
  needs: StatusNeeds,
): Promise<PluginStatus[]> {
  const counts = await countOutbox(needs.kernel.database.sql);
  const count = (id: string, ...states: string[]): number =>
    counts
      .filter((c) => (c.subscriber === id || c.subscriber.startsWith(`${id}/`)) && states.includes(c.state))
      .reduce((sum, c) => sum + c.count, 0);
  const known = [...rows.values()].map((row): PluginStatus => {
    const manifest = needs.found.get(row.id)?.manifest;
    return {
      id: row.id,
      label: manifest?.label ?? null,
      description: manifest?.description ?? null,
      version: manifest?.version ?? row.version,
      edition: manifest?.edition ?? null,
      source: row.source,
      state: stateOf(row, needs),
      ...healthOf(row.id, needs),
      failures: row.failures,
      lastError: row.lastError,
      breaker: row.breaker,
      deadLetters: count(row.id, 'dead', 'uncertain'),
      waitingEvents: count(row.id, 'ready', 'leased', 'paused'),
      provides: needs.kernel.capabilities.providedBy(row.id),
    };
  });
  return [...known, ...[...needs.unreadable].map(([folder, why]) => unreadable(folder, why))];
}

/** A folder has no id that could be trusted: it goes by its path. */
const unreadable = (folder: string, why: string): PluginStatus => ({
  id: folder,
  label: null,
  description: null,
  version: null,
  edition: null,
  source: folder,
  state: 'missing',
  health: null,
  healthReason: null,
  failures: 0,
  lastError: why,
  breaker: null,
  deadLetters: 0,
  waitingEvents: 0,
  provides: [],
});

/** In safe mode nothing was started: then the last start tells. */
function stateOf(row: PluginRow, needs: StatusNeeds): PluginStatus['state'] {
  if (!row.enabled) return 'disabled';
  if (row.breaker !== null) return 'breaker';
  const state = needs.notUp.get(row.id)?.state ?? (needs.up.has(row.id) ? 'up' : row.state);
  return state === 'up' || state === 'new' ? 'enabled' : (state as PluginStatus['state']);
}

function healthOf(
  id: string,
  { kernel, found, up }: StatusNeeds,
): Pick<PluginStatus, 'health' | 'healthReason'> {
  if (!up.has(id)) return { health: null, healthReason: null };
  const lacking = (found.get(id)?.manifest.uses ?? []).filter((name) => !kernel.capabilities.has(name));
  const said = kernel.health.of(id);
  if (said.state === 'degraded' || lacking.length === 0)
    return { health: said.state, healthReason: said.reason };
  return { health: 'degraded', healthReason: `nobody provides ${lacking.join(', ')}` };
}
