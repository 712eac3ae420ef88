import { definePlugin, RetryLater, SmsGateway } from '@traliccio/sdk';
import { httpGateway } from './gateway.ts';
import manifest from './manifest.ts';
import { migrations } from './migrations.ts';
import { planOf } from './plan.ts';

const NO_GATEWAY = 'no gateway is described: fill in the setting "gateway"';

export default definePlugin(manifest, {
  migrations,
  setup(ctx) {
    const plan = planOf(ctx.settings);
    if (!plan) ctx.health.set('degraded', NO_GATEWAY);
    ctx.capabilities.provide(SmsGateway, plan ? httpGateway(ctx, plan) : WAITING);
  },
});

const WAITING: SmsGateway = {
  async send() {
    throw new RetryLater(NO_GATEWAY, { afterSeconds: 60 });
  },
};
