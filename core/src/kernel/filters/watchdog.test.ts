import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { pulseIn, pulseMemory, watch } from './watchdog.ts';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the watchdog', () => {
  it('barks when a handler waits for something that never comes', async () => {
    const { pulse, barks, seen } = start();
    pulse.enter(3);
    await wait(1500);
    assert.deepEqual([barks(), seen()], [1, { handler: 3, isCertain: true }]);
  });

  it('barks much sooner when a handler blocks its thread', async () => {
    const memory = pulseMemory();
    const loop = `import { workerData } from 'node:worker_threads';
      import { pulseIn } from ${JSON.stringify(new URL('./watchdog.ts', import.meta.url).href)};
      pulseIn(workerData, () => {}).enter(1);
      for (;;);`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(loop)}`), {
      workerData: memory,
    });
    const took = await new Promise<number>((resolve) => {
      const since = performance.now();
      watch(memory, {
        patienceMs: 100,
        waitingMs: 60_000,
        onSilence: () => resolve(performance.now() - since),
      });
    });
    await worker.terminate();
    assert.ok(took < 30_000, `${took} ms`);
  });

  it('keeps quiet while no handler runs, or while one goes on', async () => {
    const { pulse, barks } = start();
    await wait(120);
    pulse.enter(1);
    for (let i = 0; i < 10; i++) {
      await wait(20);
      pulse.query(i % 2 === 0);
    }
    pulse.leave(1);
    await wait(120);
    assert.equal(barks(), 0);
  });

  it('lets a handler wait for the database longer', async () => {
    const { pulse, barks } = start();
    pulse.enter(1);
    pulse.query(true);
    await wait(200);
    assert.equal(barks(), 0);
  });

  it('does not know whose fault it is while two different handlers run', async () => {
    const { pulse, seen } = start();
    pulse.enter(1);
    pulse.enter(2);
    assert.equal(seen().isCertain, false);
    pulse.leave(2);
    assert.deepEqual(seen(), { handler: 1, isCertain: true });
    pulse.enter(1);
    assert.deepEqual(seen(), { handler: 1, isCertain: true });
  });
});

function start() {
  const memory = pulseMemory();
  let barks = 0;
  const { seen } = watch(memory, { patienceMs: 100, waitingMs: 400, onSilence: () => void barks++ });
  return { pulse: pulseIn(memory, () => undefined), barks: () => barks, seen };
}
