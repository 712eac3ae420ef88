import { BillingCadence, definePlugin } from '@traliccio/sdk';
import { cadences } from './cadences.ts';
import manifest from './manifest.ts';

export default definePlugin(manifest, {
  setup(ctx) {
    ctx.capabilities.provide(BillingCadence, cadences);
  },
});
