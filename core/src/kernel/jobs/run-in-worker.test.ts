import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { systemClock } from '../clock.ts';
import { runInWorker } from './run-in-worker.ts';
import { RunLedger } from './run-ledger.ts';
import { LOG, until } from './testing/simulation.ts';

const DATE = '2026-11-24';

eachDatabase((_, open) => {
  it('ends a thread when its process stops, and gives up its run for another', async () => {
    const { database, config } = await open();
    const ledger = new RunLedger(database, systemClock('Europe/Rome'));
    const stop = new AbortController();
    const running = runInWorker(
      { kind: 'endless', args: { date: DATE }, signal: stop.signal },
      {
        config,
        ledger,
        plugins: { openBreaker: () => Promise.reject(new Error('nobody is to blame')) },
        log: LOG,
        entry: new URL('testing/endless-worker.ts', import.meta.url),
        watchdogMs: 2_000,
        safeMode: true,
      },
    );
    running.catch(() => undefined);
    await until(async () => (await ledger.find('endless', DATE))?.progress != null);
    const run = (await ledger.find('endless', DATE))!;
    assert.deepEqual([run.isLeased, run.progress], [true, { done: 1, total: 9, what: 'issue' }]);
    stop.abort();
    await assert.rejects(running, { code: 'run.stopped' });
    const left = (await ledger.find('endless', DATE))!;
    assert.deepEqual([left.state, left.isLeased, left.failures], ['running', false, 0]);
    const next = await ledger.open({ kind: 'endless', date: DATE });
    assert.equal(next.outcome, 'resumed');
    await next.run.finish({});
  });
});
