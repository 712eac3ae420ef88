import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { eachDatabase } from '../host/database.ts';
import { openServer, type TestServer } from '../host/http.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';

const TOGGLES = 50;
const PER_SECOND = 50;
const MB = 1_048_576;

/** Subscribes, answers, keeps a timer and half a megabyte: all of it must go with it. */
const PLUGIN = `
  const ballast = Buffer.alloc(524_288, 1).toString('latin1');
  const timer = setInterval(() => ballast.length, 60_000);
  ctx.onStop(() => clearInterval(timer));
  ctx.events.on('customer.created', { whileDisabled: 'keep' }, async () => {});
  ctx.filters.on('document.check', () => []);
  ctx.http.route({ method: 'GET', path: '/size', summary: 'x', permission: 'session', mode: 'read',
    response: sdk.Type.Object({ size: sdk.Type.Integer() }), handler: () => ({ size: ballast.length }) });`;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

eachDatabase((name, open) => {
  it(
    `a plugin is switched ${TOGGLES} times under ${PER_SECOND} requests a second: none fails, nothing stays behind`,
    { timeout: 180_000 },
    async (t) => {
      const [folder] = await outsidePlugins({ id: 'switched', setup: PLUGIN });
      const server = await openServer(open, { env: { pluginPaths: [folder!] } });
      // What is compiled and cached once is there before it is measured.
      for (let i = 0; i < 6; i++) await toggle(server, i);
      const before = await measure();
      const load = startLoad(server);
      for (let i = 0; i < TOGGLES; i++) {
        const pause = new Promise((resolve) => setTimeout(resolve, 100));
        await toggle(server, i);
        await pause;
      }
      const { asked, failed } = await load.stop();
      const after = await measure();
      t.diagnostic(
        `${name}: ${asked} requests, heap ${(before.heap / MB).toFixed(1)} -> ${(after.heap / MB).toFixed(1)} MB`,
      );
      assert.deepEqual(failed, []);
      assert.ok(asked > 2 * TOGGLES, `only ${asked} requests were made`);
      assert.ok(after.heap - before.heap < 8 * MB, `the heap grew by ${(after.heap - before.heap) / MB} MB`);
      assert.deepEqual(after.handles, before.handles);
      assert.equal((await server.ask('GET', '/api/plugins/switched/size')).json.size, 524_288);
    },
  );
});

/** Off, on, off, on. */
async function toggle({ ask }: TestServer, i: number): Promise<void> {
  const verb = i % 2 === 0 ? 'disable' : 'enable';
  const answer = await ask('POST', `/api/plugins/switched/${verb}`);
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.json.state, `${verb}d`);
}

function startLoad({ ask }: TestServer): { stop: () => Promise<{ asked: number; failed: string[] }> } {
  const failed: string[] = [];
  const inFlight = new Set<Promise<void>>();
  let asked = 0;
  const timer = setInterval(() => {
    const path = ['/api/plugins', '/health/ready', '/api/edition', '/metrics'][asked++ % 4]!;
    const one: Promise<void> = ask('GET', path)
      .then(({ status }) => void (status === 200 || failed.push(`${path} ${status}`)))
      .catch((error: unknown) => void failed.push(`${path} ${String((error as Error).cause ?? error)}`))
      .finally(() => inFlight.delete(one));
    inFlight.add(one);
  }, 1_000 / PER_SECOND);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(inFlight);
      return { asked, failed };
    },
  };
}

async function measure(): Promise<{ heap: number; handles: Record<string, number> }> {
  // Builds that were replaced end in the background.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  for (let i = 0; i < 4; i++) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const handles: Record<string, number> = {};
  for (const one of process.getActiveResourcesInfo())
    if (!/^(TCPSocketWrap|TTYWrap|PipeWrap|Immediate)$/.test(one)) handles[one] = (handles[one] ?? 0) + 1;
  return { heap: process.memoryUsage().heapUsed, handles };
}
