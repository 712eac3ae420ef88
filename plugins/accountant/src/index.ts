import { definePlugin } from '@traliccio/sdk';
import { sendDaily } from './daily.ts';
import { downloads } from './download.ts';
import manifest from './manifest.ts';
import { migrations } from './migrations.ts';
import { routes } from './routes.ts';
import { sendingRoutes } from './sending-routes.ts';

export default definePlugin(manifest, {
  migrations,
  setup(ctx) {
    routes(ctx);
    sendingRoutes(ctx);
    downloads(ctx);
    ctx.jobs.daily({
      name: 'send',
      label: { it: 'Invio al commercialista', en: 'Sending to the accountant' },
      at: '06:00',
      run: ({ date, signal }) => sendDaily(ctx, date, signal),
    });
  },
});
