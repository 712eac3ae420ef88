import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { it } from 'node:test';
import { eachDatabase } from '../host/database.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';
import { startServing } from '../host/serving.ts';

const CLIENTS = 20;
/** Answers after a third of a second, so that much is in flight at any instant. */
const SLOW = `ctx.http.route({ method: 'GET', path: '/slow', summary: 'x', permission: 'public', mode: 'read',
  response: sdk.Type.Object({}), handler: () => new Promise((resolve) => setTimeout(resolve, 333, {})) });`;

eachDatabase((_, open) => {
  it(
    'SIGTERM under load: what has begun is answered, and the process ends with 0',
    { timeout: 60_000 },
    async (t) => {
      const { url, config } = await open();
      const [plugin] = await outsidePlugins({ id: 'slow', setup: SLOW });
      const env = { DATABASE_URL: url, DATA_DIR: config.dataDir, TRALICCIO_PLUGINS: plugin! };
      const { child, address, ended } = await startServing(env);
      const load = startLoad(address!);
      await load.until(200);
      const since = performance.now();
      child.kill('SIGTERM');
      const [code, signal] = await ended;
      const took = performance.now() - since;
      const { answered, broken } = await load.stop();
      t.diagnostic(`${answered} answered, ended after ${Math.round(took)} ms`);
      assert.deepEqual([code, signal], [0, null]);
      assert.deepEqual(broken, []);
      assert.ok(took < 30_000);
    },
  );
});

/** Clients that ask again and again on connections that stay open, until nobody listens any more. */
function startLoad(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const broken: string[] = [];
  let answered = 0;
  let isOver = false;
  const ask = (path: string): Promise<boolean> =>
    new Promise((resolve) => {
      const one = request(`${address}${path}`, { agent }, (response) => {
        response.resume();
        response.once('end', () => {
          answered++;
          if (response.statusCode !== 200) broken.push(`status ${response.statusCode}`);
          resolve(true);
        });
        response.once('error', (error) => {
          broken.push(`answer: ${error.message}`);
          resolve(false);
        });
      });
      // Refused is not begun: the socket was never open.
      one.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNREFUSED') broken.push(`request: ${error.code} ${error.message}`);
        resolve(false);
      });
      one.end();
    });
  const clients = Array.from({ length: CLIENTS }, async (_, i) => {
    while (!isOver && (await ask(i % 2 === 0 ? '/health/live' : '/api/plugins/slow/slow')));
  });
  return {
    async until(count: number): Promise<void> {
      while (answered < count) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async stop(): Promise<{ answered: number; broken: string[] }> {
      isOver = true;
      await Promise.all(clients);
      agent.destroy();
      return { answered, broken };
    },
  };
}
