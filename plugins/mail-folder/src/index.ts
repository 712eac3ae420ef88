import { resolve } from 'node:path';
import { definePlugin, MailTransport } from '@traliccio/sdk';
import manifest from './manifest.ts';
import { folderTransport } from './transport.ts';

export default definePlugin(manifest, {
  setup(ctx) {
    const folder = async (): Promise<string> => resolve(await ctx.dataDir(), ctx.settings.folder);
    ctx.capabilities.provide(MailTransport, folderTransport(folder));
  },
});
