import { definePlugin } from '@traliccio/sdk';
import { mailDocument } from './mail-document.ts';
import manifest from './manifest.ts';
import { migrations } from './message-log.ts';

export default definePlugin(manifest, {
  migrations,
  setup(ctx) {
    // An invoice of last month that arrives after the reminder for it helps nobody.
    ctx.events.on('document.issued', { whileDisabled: 'skip', maxAgeHours: 72 }, (delivery) =>
      mailDocument(ctx, delivery),
    );
  },
});
