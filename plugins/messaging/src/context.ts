import type { Delivery, PluginContext } from '@traliccio/sdk';
import type { ChannelHealth } from './channel-health.ts';
import type manifest from './manifest.ts';

export type Context = PluginContext<NonNullable<typeof manifest.settings>>;

/** What each channel works with. */
export type Needs = { readonly ctx: Context; readonly health: ChannelHealth };

/** A document is to be told of: it was issued, or an operator wants it to be told of again. */
export type DocumentDelivery = Delivery<'document.issued' | 'document.resend'>;
