import type { PluginContext } from '@traliccio/sdk';
import type manifest from './manifest.ts';

export type Context = PluginContext<NonNullable<typeof manifest.settings>>;
