import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Invalid, type CoreApi, type PluginContext, type PluginDefinition } from '@traliccio/sdk';
import { checkOutsideRoute, checkPluginRoute } from '../http/plugin-route-check.ts';
import type { CoreRoute } from '../http/route.ts';
import type { Kernel } from '../kernel.ts';
import { dailyJobOf } from './daily-job.ts';
import { pluginLog } from '../log.ts';
import type { Settings } from '../settings/settings.ts';
import type { Registrations } from './registrations.ts';

export type ContextOptions = {
  readonly plugin: PluginDefinition;
  readonly settings: Settings;
  readonly kernel: Kernel;
  readonly core: () => CoreApi;
  readonly registrations: Registrations;
};

/** What a plugin gets: the kernel in its name, each registration kept to be undone. */
export function contextFor(options: ContextOptions): PluginContext {
  const { plugin, kernel, registrations } = options;
  const { manifest } = plugin;
  const { id } = manifest;
  const { events, filters, capabilities, database, pluginRoutes } = kernel;
  return {
    settings: options.settings,
    events: {
      on: (name, subscription, handler) => registrations.add(events.on(id, name, subscription, handler)),
      emit: (tx, name, aggregate, data) => events.emit(tx, name, aggregate, data),
    },
    filters: {
      on: (name, handler, order) => registrations.add(filters.on(id, name, handler, order)),
      ask: (tx, name, batch) => filters.waterfall(name, batch, { tx, today: kernel.clock.today() }),
    },
    capabilities: {
      provide(capability, provider) {
        if (!manifest.provides?.includes(capability.name))
          throw new Invalid(
            'plugin.undeclared',
            `plugin ${id} provides ${capability.name}, and its manifest does not say so`,
          );
        registrations.add(capabilities.provide(id, capability, provider));
      },
      find: (capability) => capabilities.find(capability),
      all: (capability) => capabilities.all(capability),
    },
    http: {
      route(given) {
        const [route, there] = [given as unknown as CoreRoute, pluginRoutes.inside.get(id) ?? []];
        checkPluginRoute(id, route, { there, permissions: kernel.permissions });
        registrations.add(pluginRoutes.add(id, route));
      },
      outside(route) {
        checkOutsideRoute(id, route, pluginRoutes.outside.get(id) ?? []);
        registrations.add(pluginRoutes.addOutside(id, route));
      },
    },
    jobs: { daily: (job) => registrations.add(kernel.schedule.register(dailyJobOf(id, job))) },
    transaction: (work) => database.transaction(work),
    sql: database.sql,
    get core() {
      return options.core();
    },
    files: kernel.files,
    notices: { post: (notice) => kernel.notices.post(id, notice) },
    health: { set: (state, reason) => kernel.health.set(id, state, reason) },
    clock: kernel.clock,
    log: pluginLog(kernel.log, id),
    async dataDir() {
      const folder = join(kernel.config.dataDir, 'plugins', id);
      await mkdir(folder, { recursive: true });
      return folder;
    },
    onStop: (stop) => registrations.add(stop),
  };
}
