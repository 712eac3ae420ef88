import { text } from 'node:stream/consumers';
import { readConfig } from '@traliccio/core/src/kernel/config.ts';
import { serve } from '@traliccio/core/src/serve.ts';
import { onServer } from './http.ts';

/** Serves, sends each change of the plugin's settings that stands on standard input, and prints whatever is answered. */
const [plugin] = process.argv.slice(2);
const changes = JSON.parse(await text(process.stdin)) as unknown[];
const config = readConfig(process.env);
const server = await serve({ ...config, web: { ...config.web, port: 0 } }, { roles: ['web', 'worker'] });
const { ask } = await onServer(server, config);
const path = `/api/plugins/${plugin}/settings`;
const show = async (method: string, at: string, options: Parameters<typeof ask>[2] = {}): Promise<void> => {
  const { status, text: body } = await ask(method, at, options);
  process.stdout.write(`\n${method} ${at} ${status} ${body}\n`);
};
for (const body of changes) {
  const { headers } = await ask('GET', path);
  await show('PATCH', path, { body, headers: { 'if-match': headers.get('etag') ?? '' } });
  await show('PATCH', path, { body, headers: { 'if-match': '"0"' } });
}
for (const at of [path, ...(await listed()), '/metrics']) await show('GET', at);
await server.stop();

/** What can be asked for without naming one thing, and ends. */
async function listed(): Promise<string[]> {
  const { json } = await ask('GET', '/api/openapi.json');
  type Operation = { responses: Record<string, { content?: object }> };
  const paths = Object.entries((json as { paths: Record<string, { get?: Operation }> }).paths);
  return paths
    .filter(
      ([at, { get }]) => !at.includes('{') && 'application/json' in (get?.responses['200']?.content ?? {}),
    )
    .map(([at]) => at);
}
