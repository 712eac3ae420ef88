import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { StreamEvent } from '@traliccio/sdk';
import { fixedClock } from '@traliccio/sdk/testing';
import { Value } from 'typebox/value';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { Audit } from '../audit/audit.ts';
import type { Database } from '../db/database.ts';
import { RunLedger } from '../jobs/run-ledger.ts';
import { RunState } from '../jobs/run.schema.ts';
import { RunViews } from '../jobs/run-views.ts';
import { NoticeView } from '../notices/notice.schema.ts';
import { Notices } from '../notices/notices.ts';
import { Live } from './live.ts';

const clock = fixedClock('2026-11-24');
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const BY = { kind: 'operator', name: 'test' } as const;

type Process = { readonly database: Database; readonly notices: Notices; readonly live: Live };

/** A process over the database: its services, and who listens to it. */
async function processOf(open: OpenDatabase): Promise<Process> {
  const { database } = await open();
  const notices = new Notices(database, clock, new Audit(clock));
  const live = new Live({ notices, runs: new RunViews(database), log: SILENT }, { pollMs: 20 });
  after(() => live.stop());
  return { database, notices, live };
}

/** A client that keeps what it gets. */
function listen(live: Live, permissions: readonly string[], lastEventId: string | null = null) {
  const gone = new AbortController();
  const got: StreamEvent[] = [];
  const can = (permission: string): boolean => permissions.includes(permission);
  const ended = (async () => {
    for await (const event of live.events({ lastEventId, can, signal: gone.signal })) got.push(event);
  })();
  return {
    got,
    until: async (isSo: () => boolean) => {
      for (const since = Date.now(); !isSo(); await wait(10))
        assert.ok(Date.now() - since < 20_000, `after 20 s there were ${got.length} events`);
    },
    lastId: () => got.findLast((one) => one.id !== undefined)?.id ?? null,
    leave: async () => {
      gone.abort();
      await ended;
    },
  };
}
const named = (events: readonly StreamEvent[], event: string): StreamEvent[] =>
  events.filter((one) => one.event === event);
const keys = (events: readonly StreamEvent[]): string[] =>
  named(events, 'notice').map((one) => (one.data as NoticeView).key);

eachDatabase((_, open) => {
  it('1,000 events of two kinds reach who may see them, and nobody else', async () => {
    const { database, notices, live } = await processOf(open);
    const reader = listen(live, ['notices.read']);
    const biller = listen(live, ['billing.run']);
    const nobody = listen(live, []);
    for (const one of [reader, biller, nobody]) await one.until(() => one.got.length > 0);
    const ledger = new RunLedger(database, clock);
    const { run } = await ledger.open({ kind: 'billing', date: '2026-11-24' });
    const secret = await ledger.open({ kind: 'backup', date: '2026-11-24' });
    for (let i = 0; i < 1000; i += 100)
      await database.transaction(async (tx) => {
        for (let n = i; n < i + 100; n++)
          await notices.post('core', { key: `n${n}`, level: 'info', message: { it: 'x', en: 'x' } }, tx);
      });
    await run.finish({ documents: 3 });
    await secret.run.finish({});
    await reader.until(() => keys(reader.got).length === 1000);
    await biller.until(() => named(biller.got, 'run').some((one) => (one.data as RunState).state === 'done'));
    assert.deepEqual(
      keys(reader.got),
      Array.from({ length: 1000 }, (_one, n) => `n${n}`),
    );
    assert.deepEqual(named(reader.got, 'run'), []);
    assert.deepEqual(named(biller.got, 'notice'), []);
    assert.deepEqual(
      [...new Set(named(biller.got, 'run').map((one) => (one.data as RunState).kind))],
      ['billing'],
    );
    assert.deepEqual([nobody.got.length, nobody.got[0]?.event, nobody.lastId()], [1, 'ready', null]);
    for (const { data } of named(reader.got, 'notice')) assert.ok(Value.Check(NoticeView, data));
    for (const { data } of named(biller.got, 'run')) assert.ok(Value.Check(RunState, data));
    for (const one of [reader, biller, nobody]) await one.leave();
    assert.equal(live.listeners, 0);
  });

  it('a client that comes back, to another process even, has missed nothing', async () => {
    const here = await processOf(open);
    const there = new Live(
      { notices: here.notices, runs: new RunViews(here.database), log: SILENT },
      { pollMs: 20 },
    );
    after(() => there.stop());
    const post = (n: number): Promise<void> =>
      here.notices.post('core', { key: `n${n}`, level: 'info', message: { it: 'x', en: 'x' } });
    const got: string[] = [];
    let lastId: string | null = null;
    let posted = 0;
    const posting = (async () => {
      for (; posted < 400; posted++) await post(posted);
    })();
    for (let visit = 0; visit < 8; visit++) {
      const client = listen(visit % 2 === 0 ? here.live : there, ['notices.read'], lastId);
      await client.until(() => client.got.length > 0);
      // The first visit begins in the middle of it all: what came before is what a client loads then.
      if (visit === 0) got.push(...(await here.notices.list()).map((one) => one.key));
      else assert.deepEqual(client.got[0]?.data, { resumed: true });
      await client.until(() => keys(client.got).length > 10 || posted === 400);
      await client.leave();
      got.push(...keys(client.got));
      lastId = client.lastId();
    }
    await posting;
    const [open1] = await here.notices.list();
    await here.database.transaction((tx) => here.notices.close(tx, open1!.id, BY));
    const last = listen(there, ['notices.read'], lastId);
    await last.until(() => keys(last.got).includes(open1!.key) && last.lastId() !== lastId);
    await last.until(() =>
      named(last.got, 'notice').some((one) => (one.data as NoticeView).closedAt !== null),
    );
    await last.leave();
    got.push(...keys(last.got));
    assert.equal(new Set(got).size, 400);
  });

  it('a client that was away for long reads what it missed from the database, and one with a foreign id starts anew', async () => {
    const { database, notices, live } = await processOf(open);
    const other = listen(live, ['notices.read']);
    await other.until(() => other.got.length > 0);
    await database.transaction(async (tx) => {
      for (let n = 0; n < 1500; n++)
        await notices.post('core', { key: `n${n}`, level: 'info', message: { it: 'x', en: 'x' } }, tx);
    });
    await other.until(() => keys(other.got).length === 1500);
    const client = listen(live, ['notices.read'], '0');
    await client.until(() => keys(client.got).length >= 1500);
    assert.equal(new Set(keys(client.got)).size, 1500);
    await client.leave();
    for (const id of ['999999999', 'x', '', '-1', '1e3', '9'.repeat(40)]) {
      const foreign = listen(live, ['notices.read'], id);
      await foreign.until(() => foreign.got.length > 0);
      assert.deepEqual(foreign.got[0], { event: 'ready', data: { resumed: false }, id: client.lastId() }, id);
      await foreign.leave();
    }
    await other.leave();
  });

  it('a permission that is taken away ends what it gave at once', async () => {
    const { notices, live } = await processOf(open);
    const permissions = ['notices.read'];
    const client = listen(live, permissions);
    const post = (key: string): Promise<void> =>
      notices.post('core', { key, level: 'info', message: { it: 'x', en: 'x' } });
    await client.until(() => client.got.length > 0);
    await post('before');
    await client.until(() => keys(client.got).length === 1);
    permissions.pop();
    const other = listen(live, ['notices.read']);
    await other.until(() => other.got.length > 0);
    await post('after');
    await other.until(() => keys(other.got).length > 0);
    await other.leave();
    assert.deepEqual(keys(client.got), ['before']);
    await client.leave();
  });

  it('a run is shown as it stands to who comes, also when its process is gone', async () => {
    const { database, live } = await processOf(open);
    const { run } = await new RunLedger(database, clock, { leaseMs: 60 }).open({
      kind: 'billing',
      date: '2026-11-24',
    });
    const client = listen(live, ['jobs.read']);
    await client.until(() => named(client.got, 'run').length > 0);
    await run.release();
    await client.until(() => named(client.got, 'run').length > 1);
    const states = named(client.got, 'run').map((one) => (one.data as RunState).state);
    assert.deepEqual(states.slice(0, 2), ['running', 'interrupted']);
    await client.leave();
  });
});

it('nothing is asked of the database while nobody listens', async () => {
  let asked = 0;
  const notices = {
    lastChange: async () => ((asked += 1), 0),
    changesAfter: async () => ((asked += 1), []),
  } as unknown as Notices;
  const runs = { followed: async () => ((asked += 1), []) } as unknown as RunViews;
  const live = new Live({ notices, runs, log: SILENT }, { pollMs: 5 });
  const [one, two] = [listen(live, []), listen(live, [])];
  await one.until(() => asked > 10);
  await one.leave();
  await two.leave();
  const before = asked;
  await wait(50);
  assert.equal(asked, before);
});

it('a database that is away for a while ends no stream', async () => {
  const change = { seq: 1, notice: { key: 'late' } };
  let isAway = false;
  const notices = {
    lastChange: async () => 0,
    changesAfter: async (seq: number) => {
      if (isAway) throw new Error('away');
      return seq < 1 && hasChange ? [change] : [];
    },
  } as unknown as Notices;
  let hasChange = false;
  const runs = { followed: async () => [] } as unknown as RunViews;
  const live = new Live({ notices, runs, log: SILENT }, { pollMs: 5 });
  const client = listen(live, ['notices.read']);
  await client.until(() => client.got.length > 0);
  isAway = true;
  await wait(30);
  isAway = false;
  hasChange = true;
  await client.until(() => keys(client.got).length === 1);
  await client.leave();
});
