import { TraliccioError } from '@traliccio/sdk';
import { openSettings } from '../settings/plugin-settings.ts';
import { contextFor, type ContextOptions } from './context.ts';
import { inTime } from './in-time.ts';
import { migratePlugin } from './plugin-migrations.ts';
import { Registrations } from './registrations.ts';

export type SetUp = Omit<ContextOptions, 'registrations'> & { readonly timeoutMs: number };

/** Migrates and starts one plugin, or leaves nothing of it behind. */
export async function setUp(options: SetUp): Promise<Registrations> {
  const { plugin, kernel } = options;
  const { id } = plugin.manifest;
  const registrations = new Registrations();
  try {
    const settings = await openSettings(plugin.manifest, options.settings, kernel.secrets);
    await migratePlugin(kernel.database, plugin);
    const context = contextFor({ ...options, settings, registrations });
    await inTime(
      options.timeoutMs,
      () => plugin.setup(context),
      (seconds) =>
        new TraliccioError(
          'plugin.setup_timeout',
          `plugin ${id}: its set-up has not ended after ${seconds} s`,
        ),
    );
    return registrations;
  } catch (error) {
    for (const why of await registrations.undoAll())
      kernel.log.warn({ plugin: id, why }, 'what the plugin had started could not be stopped');
    kernel.health.forget(id);
    throw error;
  }
}
