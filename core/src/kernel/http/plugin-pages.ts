import type { FastifyInstance } from 'fastify';
import type { UiFiles } from '../plugins/ui-files.ts';

type Address = { readonly id: string; readonly hash: string; readonly '*': string };

/** Files of plugins for browsers: just those that were read, so that no spelling of an address leads to another. */
export function servePluginPages(fastify: FastifyInstance, uiFiles: () => Promise<readonly UiFiles[]>): void {
  fastify.get('/plugin-pages/:id/:hash/*', { schema: { hide: true } }, async (request, reply) => {
    const { id, hash, '*': name } = request.params as Address;
    const plugin = (await uiFiles()).find((one) => one.id === id && one.hash === hash);
    const file = plugin?.files.get(name);
    if (!file) return reply.callNotFound();
    return reply
      .type(file.mediaType)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(file.bytes);
  });
}
