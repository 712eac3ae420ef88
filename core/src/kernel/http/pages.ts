import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The admin UI as it was built: one page that loads the rest, which never changes under its name. */
export type Pages = { readonly html: string; readonly policy: string; readonly assets: string };

/** Undefined where it has not been built, as in a checkout before `npm start`. */
export async function readPages(index: URL): Promise<Pages | undefined> {
  const html = await readFile(index, 'utf8').catch(() => undefined);
  if (html === undefined) return undefined;
  return { html, policy: policyOf(html), assets: fileURLToPath(new URL('assets/', index)) };
}

/**
 * Addresses of pages: words, numbers and the like. Whatever is spelled otherwise is no page, and neither is what the
 * API and the monitors have.
 */
const PAGE =
  /^\/(?!(?:api|health|metrics|assets|plugin-pages)(?:\/|$))(?:[a-z][a-z-]*(?:\/[A-Za-z0-9_-]+)*)?$/;

/** Its files; the page itself is what is answered where there is nothing else. */
export async function serveAssets(fastify: FastifyInstance, { assets }: Pages): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
}

/** Whether a browser goes to a page, and not a program to an address that there is not. */
export const asksForPage = ({ method, headers, raw }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html') && PAGE.test(raw.url?.split('?')[0] ?? '');

export const sendPage = (reply: FastifyReply, { html, policy }: Pages): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' })
    .send(html);

/** Only what comes from here runs. Styles may be inline: the components' sizes and colours are. */
function policyOf(html: string): string {
  const inline = [...html.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${inline.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
