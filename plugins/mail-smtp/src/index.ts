import { definePlugin, MailTransport, RetryLater } from '@traliccio/sdk';
import manifest from './manifest.ts';
import { migrations } from './migrations.ts';
import { smtpServer } from './server.ts';
import { smtpTransport } from './transport.ts';

const NO_SERVER = 'no mail server is named: fill in the setting "host"';

export default definePlugin(manifest, {
  migrations,
  setup(ctx) {
    const server = smtpServer(ctx.settings);
    if (!server) ctx.health.set('degraded', NO_SERVER);
    ctx.capabilities.provide(MailTransport, server ? smtpTransport(ctx, server) : WAITING);
  },
});

const WAITING: MailTransport = {
  async send() {
    throw new RetryLater(NO_SERVER, { afterSeconds: 60 });
  },
};
