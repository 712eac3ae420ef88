import { definePlugin, DocumentRenderer } from '@traliccio/sdk';
import manifest from './manifest.ts';
import { poolRenderer } from './pool-renderer.ts';
import { WorkerPool } from './worker-pool.ts';

export default definePlugin(manifest, {
  setup(ctx) {
    const pool = new WorkerPool();
    ctx.onStop(() => pool.stop());
    ctx.capabilities.provide(DocumentRenderer, poolRenderer(pool, ctx.settings.color));
  },
});
