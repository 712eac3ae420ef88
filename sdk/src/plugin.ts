import type { TObject } from 'typebox';
import type { PluginContext } from './context.ts';
import type { Manifest } from './manifest.ts';

/**
 * A step of a plugin's own migration history: forward only, one DDL statement, for both dialects.
 * Tables start with the plugin's id, hyphens as underscores.
 */
export type PluginMigration = {
  /** Sorts the history and names the step for ever: `001_delivery`. */
  readonly name: string;
  readonly sqlite: string;
  readonly mysql: string;
};

export type PluginDefinition<S extends TObject = TObject> = {
  readonly manifest: Manifest<S>;
  readonly setup: (context: PluginContext<S>) => void | Promise<void>;
  readonly migrations?: readonly PluginMigration[];
};

/**
 * Declares a plugin; the default export of its entry point.
 * @example export default definePlugin(manifest, { setup(ctx) { ctx.filters.on('document.check', check) } })
 */
export function definePlugin<const S extends TObject>(
  manifest: Manifest<S>,
  parts: Omit<PluginDefinition<S>, 'manifest'>,
): PluginDefinition<S> {
  return { manifest, ...parts };
}
