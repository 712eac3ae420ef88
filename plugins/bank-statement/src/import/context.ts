import type { PluginContext } from '@traliccio/sdk';

/** What the plugin's parts use of it. */
export type Context = Pick<PluginContext, 'clock' | 'core' | 'log' | 'sql' | 'transaction'>;
