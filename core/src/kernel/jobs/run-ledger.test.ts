import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase, type TestDatabase } from '../../../../test/host/database.ts';
import { RunLedger } from './run-ledger.ts';

const DATE = '2026-11-24';
const BILLING = { kind: 'billing', date: DATE } as const;

eachDatabase((_, open) => {
  it('lets one of several processes have the run', async () => {
    const ledgers = [1, 2, 3, 4].map(ledgerOn(await open()));
    const tried = await Promise.allSettled(ledgers.map((ledger) => ledger.open(BILLING)));
    const opened = tried.filter((one) => one.status === 'fulfilled');
    const refused = tried.filter((one) => one.status === 'rejected').map((one) => one.reason.code);
    assert.equal(opened.length, 1);
    assert.deepEqual(refused, ['run.running', 'run.running', 'run.running']);
    await opened[0]!.value.run.finish({ documents: 3 });
    const run = await ledgers[0]!.find('billing', DATE);
    assert.deepEqual([run!.state, run!.summary], ['done', { documents: 3 }]);
  });

  it('happens once a date, unless it is asked for again', async () => {
    const ledger = ledgerOn(await open())();
    const first = await ledger.open(BILLING);
    assert.equal(first.outcome, 'opened');
    await first.run.finish({});
    await assert.rejects(ledger.open(BILLING), { code: 'run.done' });
    const again = await ledger.open({ ...BILLING, again: true });
    assert.deepEqual([again.outcome, again.run.id], ['resumed', first.run.id]);
    await again.run.finish({});
    await (await ledger.open({ kind: 'billing', date: '2026-11-25' })).run.finish({});
    assert.equal((await ledger.list('billing')).length, 2);
  });

  it('goes on where a killed process left it, once its lease has ended', async () => {
    const test = await open();
    const { database } = test;
    const killed = await ledgerOn(test)().open(BILLING);
    await stopRenewing(test, killed.run);
    const next = await ledgerOn(test)().open({ ...BILLING, wait: true });
    assert.equal(next.outcome, 'resumed');
    await assert.rejects(
      database.transaction((tx) => killed.run.fence(tx)),
      { code: 'run.lease_lost' },
    );
    assert.equal(killed.run.signal.aborted, true);
    await assert.rejects(killed.run.finish({}), { code: 'run.lease_lost' });
    await database.transaction((tx) => next.run.fence(tx));
    await next.run.finish({});
  });

  it('is not taken from a process that is alive, however long it takes', async () => {
    const test = await open();
    const alive = await ledgerOn(test)().open(BILLING);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await assert.rejects(ledgerOn(test)().open({ ...BILLING, wait: true }), { code: 'run.running' });
    await alive.run.finish({});
  });

  it('says why it is held, and goes on when it is started again', async () => {
    const ledger = ledgerOn(await open())();
    const { run } = await ledger.open(BILLING);
    await run.hold('the total is twice what it was last month', { total: 1 });
    const held = await ledger.find('billing', DATE);
    assert.deepEqual([held!.state, held!.reason], ['held', 'the total is twice what it was last month']);
    const next = await ledger.open(BILLING);
    assert.equal(next.outcome, 'resumed');
    await next.run.fail('no');
  });

  it('is ended by whoever watched over it only while it is the same process that had it', async () => {
    const ledger = ledgerOn(await open())();
    const { run } = await ledger.open(BILLING);
    assert.equal(await ledger.endFor({ id: run.id, token: 1 }, 'held', 'no'), false);
    assert.equal(await ledger.endFor(run, 'held', 'a plugin kept silent'), true);
    assert.equal((await ledger.find('billing', DATE))!.reason, 'a plugin kept silent');
    await assert.rejects(run.finish({}), { code: 'run.lease_lost' });
  });

  it('is free at once when it is given up', async () => {
    const ledger = ledgerOn(await open())();
    await (await ledger.open(BILLING)).run.release();
    const next = await ledger.open(BILLING);
    assert.equal(next.outcome, 'resumed');
    await next.run.finish({});
  });

  it('counts how often it has failed, until it is done', async () => {
    const ledger = ledgerOn(await open())();
    const failures = async (): Promise<number> => (await ledger.find('billing', DATE))!.failures;
    await (await ledger.open(BILLING)).run.fail('no route to host');
    const { run } = await ledger.open(BILLING);
    await ledger.endFor(run, 'failed', 'its thread ended');
    assert.equal(await failures(), 2);
    await (await ledger.open(BILLING)).run.hold('the total is twice what it was last month');
    assert.equal(await failures(), 2);
    await (await ledger.open(BILLING)).run.finish({});
    assert.equal(await failures(), 0);
  });

  it('tells other processes how far it is, once a second at most', async () => {
    const test = await open();
    const [ledger, other] = [ledgerOn(test)(), ledgerOn(test)()];
    const { run } = await ledger.open(BILLING);
    const told = async (): Promise<unknown> => (await other.find('billing', DATE))!.progress;
    assert.equal(await told(), null);
    run.progress({ done: 1, total: 8, what: 'plan' });
    run.progress({ done: 2, total: 8, what: 'plan' });
    for (const end = performance.now() + 5_000; (await told()) === null && performance.now() < end;);
    assert.deepEqual(await told(), { done: 1, total: 8, what: 'plan' });
    await run.fail('no');
    const { run: next } = await ledger.open(BILLING);
    assert.equal(await told(), null, 'a new start has told nothing yet');
    await next.finish({});
  });

  it('knows what is leased, what was done last, and what there is since a date', async () => {
    const ledger = ledgerOn(await open())();
    assert.equal(await ledger.lastDone('billing'), null);
    for (const date of ['2026-11-22', '2026-11-23'] as const)
      await (await ledger.open({ kind: 'billing', date })).run.finish({});
    const { run } = await ledger.open(BILLING);
    assert.equal(await ledger.lastDone('billing'), '2026-11-23');
    const since = async (): Promise<unknown[]> =>
      (await ledger.since('billing', '2026-11-23')).map((one) => [one.date, one.isLeased]);
    assert.deepEqual(await since(), [
      ['2026-11-23', false],
      [DATE, true],
    ]);
    await ledger.releaseFor({ id: run.id, token: 1 });
    assert.equal((await ledger.find('billing', DATE))!.isLeased, true, 'only by who knows its token');
    await ledger.releaseFor(run);
    assert.equal((await ledger.find('billing', DATE))!.isLeased, false);
    await run.release();
  });
});

const ledgerOn =
  ({ database }: TestDatabase) =>
  (): RunLedger =>
    new RunLedger(database, fixedClock(DATE), { leaseMs: 400 });

/** As if its process were gone: the lease is what it was, and nobody renews it. */
async function stopRenewing(test: TestDatabase, run: { id: number; token: number }): Promise<void> {
  await test.database.sql.run('UPDATE run SET token = token + 1 WHERE id = ?', [run.id]);
}
