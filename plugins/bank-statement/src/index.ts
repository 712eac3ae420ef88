import { definePlugin } from '@traliccio/sdk';
import { fileRoutes } from './http/file-routes.ts';
import { lineRoutes } from './http/line-routes.ts';
import { migrations } from './import/migrations.ts';
import manifest from './manifest.ts';

export default definePlugin(manifest, {
  migrations,
  setup(ctx) {
    fileRoutes(ctx);
    lineRoutes(ctx);
  },
});
