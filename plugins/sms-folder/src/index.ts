import { resolve } from 'node:path';
import { definePlugin, SmsGateway } from '@traliccio/sdk';
import { folderGateway } from './gateway.ts';
import manifest from './manifest.ts';

export default definePlugin(manifest, {
  setup(ctx) {
    const folder = async (): Promise<string> => resolve(await ctx.dataDir(), ctx.settings.folder);
    ctx.capabilities.provide(SmsGateway, folderGateway(folder, ctx.settings));
  },
});
