import { definePlugin } from '@traliccio/sdk';
import { ChannelHealth } from './channel-health.ts';
import { mailDocument } from './mail-document.ts';
import { mailPriceChange } from './mail-price-change.ts';
import manifest from './manifest.ts';
import { migrations } from './message-log.ts';
import { textDocument } from './text-document.ts';

/** An invoice of last month that arrives after the reminder for it helps nobody. */
const FRESH = { whileDisabled: 'skip', maxAgeHours: 72 } as const;

export default definePlugin(manifest, {
  migrations,
  setup(ctx) {
    const needs = { ctx, health: new ChannelHealth(ctx) };
    // Each channel hears of a document by itself: one that fails, or waits, keeps the other from nothing.
    for (const event of ['document.issued', 'document.resend'] as const) {
      if (ctx.settings.mail)
        ctx.events.on(event, { ...FRESH, id: 'mail' }, (delivery) => mailDocument(needs, delivery));
      if (ctx.settings.sms)
        ctx.events.on(event, { ...FRESH, id: 'sms' }, (delivery) => textDocument(needs, delivery));
    }
    if (ctx.settings.mail)
      ctx.events.on('contract.price-change-announced', { ...FRESH, id: 'price-change' }, (delivery) =>
        mailPriceChange(needs, delivery),
      );
  },
});
