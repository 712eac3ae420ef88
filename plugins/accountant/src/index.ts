import { definePlugin } from '@traliccio/sdk';
import manifest from './manifest.ts';
import { routes } from './routes.ts';

export default definePlugin(manifest, {
  setup(ctx) {
    routes(ctx);
  },
});
