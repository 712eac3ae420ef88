import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Refused, RetryLater, Unknown, type Delivery, type SubscriptionOptions } from '@traliccio/sdk';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase, type TestDatabase } from '../../../../test/host/database.ts';
import { Audit } from '../audit/audit.ts';
import { createLog } from '../log.ts';
import { PluginTable } from '../plugins/plugin-table.ts';
import { decideOutbox, listOutbox, pauseOutbox, resumeOutbox } from './dead-letters.ts';
import { Events } from './events.ts';
import { Outbox } from './outbox.ts';
import { Relay, type RelayOptions } from './relay.ts';

const KEEP: SubscriptionOptions = { whileDisabled: 'keep' };
const QUICK: RelayOptions = {
  pollMs: 20,
  leaseMs: 400,
  retry: { firstMs: 20, longestMs: 40, attempts: 3, giveUpAfterMs: 60_000 },
};

eachDatabase((_, open) => {
  it('delivers an event once, with its data and key, after the commit', async () => {
    const host = await hostOn(await open());
    const seen: Delivery[] = [];
    await host.subscribe('mail', KEEP, async (delivery) => void seen.push(delivery));
    await host.emit(1, { effectKey: '1:0' });
    const drained = await host.relay().drain();
    assert.equal(drained.done, 1);
    assert.deepEqual(
      seen.map(({ name, data, key, attempt }) => ({ name, data, key, attempt })),
      [{ name: 'customer.created', data: { customerId: 1 }, key: 'customer.created:1:0:mail', attempt: 1 }],
    );
    assert.equal((await host.relay().drain()).tried, 0);
  });

  it('records an effect once, however often it is emitted', async () => {
    const host = await hostOn(await open());
    await host.subscribe('mail', KEEP, async () => undefined);
    await host.emit(1, { effectKey: '1:0' });
    await host.emit(1, { effectKey: '1:0' });
    assert.equal((await host.relay().drain()).done, 1);
  });

  it('forgets an event whose transaction rolls back', async () => {
    const host = await hostOn(await open());
    await host.subscribe('mail', KEEP, async () => undefined);
    await assert.rejects(
      host.database.transaction(async (tx) => {
        await host.events.emit(tx, 'customer.created', 'customer:1', { customerId: 1 });
        throw new Error('no');
      }),
    );
    assert.equal((await host.relay().drain()).tried, 0);
  });

  it('tries again what threw, and at last gives it up where it can be seen', async () => {
    const host = await hostOn(await open());
    let attempts = 0;
    await host.subscribe('mail', KEEP, async () => {
      attempts++;
      // Plugins throw anything.
      throw undefined;
    });
    await host.emit(1);
    await host.drainAll();
    assert.equal(attempts, 3);
    const [letter] = await host.dead();
    assert.equal(letter!.error, 'given up after 3 attempts: threw undefined');
    const plugin = (await host.plugins.all()).get('mail')!;
    assert.equal(plugin.failures, 3);
    assert.match(plugin.lastError!, /^customer.created: given up/);
  });

  it('waits as long as the handler asks', async () => {
    const host = await hostOn(await open());
    await host.subscribe('mail', KEEP, async () => {
      throw new RetryLater('greylisted', { afterSeconds: 600 });
    });
    await host.emit(1);
    await host.drainAll();
    const [row] = await host.database.sql.all<{ wait: number; state: string }>(
      `SELECT state, next_at - ${host.database.nowExpression} AS wait FROM outbox`,
    );
    assert.equal(row!.state, 'ready');
    assert.ok(row!.wait > 590_000 && row!.wait <= 600_000, String(row!.wait));
  });

  it('does not try again what was refused, nor what may have gone out', async () => {
    const host = await hostOn(await open());
    await host.subscribe('mail', KEEP, async ({ data }) => {
      if (data.customerId === 1) throw new Refused('mail.no_such_mailbox', 'there is no such mailbox');
      throw new Unknown('the line broke after the text was sent');
    });
    await host.emit(1);
    await host.emit(2);
    assert.equal((await host.relay().drain()).tried, 2);
    assert.deepEqual(
      (await host.dead()).map(({ state, error }) => ({ state, error })),
      [
        { state: 'dead', error: '[mail.no_such_mailbox] there is no such mailbox' },
        { state: 'uncertain', error: '[unknown_outcome] the line broke after the text was sent' },
      ],
    );
  });

  it('delivers the events of an aggregate in order, and others meanwhile', async () => {
    const host = await hostOn(await open());
    const seen: string[] = [];
    let broken = true;
    await host.subscribe('mail', KEEP, async ({ key }) => {
      if (broken && key.includes(':1a:')) throw new Error('not yet');
      seen.push(key.split(':')[1]!);
    });
    await host.emit(1, { effectKey: '1a' });
    await host.emit(1, { effectKey: '1b' });
    await host.emit(2, { effectKey: '2a' });
    await host.relay({ retry: { ...QUICK.retry!, firstMs: 300 } }).drain();
    assert.deepEqual(seen, ['2a']);
    broken = false;
    await host.drainAll();
    assert.deepEqual(seen, ['2a', '1a', '1b']);
  });

  it('a dead letter releases the next event of its aggregate', async () => {
    const host = await hostOn(await open());
    const seen: string[] = [];
    await host.subscribe('mail', KEEP, async ({ key }) => {
      if (key.includes(':1a:')) throw new Refused('mail.no', 'no');
      seen.push(key.split(':')[1]!);
    });
    for (const effectKey of ['1a', '1b', '1c']) await host.emit(1, { effectKey });
    await host.relay().drain();
    assert.deepEqual(seen, ['1b', '1c']);
  });

  it('two relays at once deliver nothing twice', async () => {
    const test = await open();
    const host = await hostOn(test);
    const seen = new Map<number, number>();
    await host.subscribe('mail', KEEP, async ({ data }) => {
      seen.set(data.customerId, (seen.get(data.customerId) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 1));
    });
    await host.emitMany(300);
    await Promise.all([host.relay({ leaseMs: 5_000 }).drain(), host.relay({ leaseMs: 5_000 }).drain()]);
    assert.equal(seen.size, 300);
    assert.deepEqual(
      [...seen.values()].filter((times) => times !== 1),
      [],
    );
  });

  it('a worker that has lost its lease changes nothing', async () => {
    const host = await hostOn(await open());
    await host.subscribe('mail', KEEP, async () => undefined);
    await host.emit(1);
    const [stale] = await host.outbox.claim('mail', { limit: 10, leaseMs: -1_000 });
    await host.outbox.reclaim('mail');
    const [fresh] = await host.outbox.claim('mail', { limit: 10, leaseMs: 10_000 });
    assert.equal(await host.outbox.settle([{ row: stale!, outcome: { state: 'dead', error: 'late' } }]), 1);
    assert.deepEqual(await host.outbox.extend([stale!], 1_000), [stale]);
    assert.equal(await host.outbox.settle([{ row: fresh!, outcome: { state: 'done' } }]), 0);
    assert.deepEqual(await host.dead(), []);
  });

  it('tells a handler that its lease is lost', async () => {
    const host = await hostOn(await open());
    let reason: unknown;
    let calls = 0;
    await host.subscribe('mail', KEEP, async ({ signal }) => {
      if (++calls > 1) return;
      // Somebody else takes the row, as after a long pause of this process.
      await host.database.sql.run('UPDATE outbox SET token = 1');
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      reason = signal.reason;
      await host.database.sql.run('UPDATE outbox SET next_at = 1');
    });
    await host.emit(1);
    await host.drainAll();
    assert.match(String(reason), /lease was lost/);
    assert.equal(calls, 2);
  });

  it('leaves a handler behind that never ends', async () => {
    const host = await hostOn(await open());
    await host.subscribe('mail', KEEP, () => new Promise(() => undefined));
    await host.emit(1);
    await host.drainAll({ handlerMs: 50 });
    assert.match((await host.dead())[0]!.error!, /no end after 0.05 s/);
  });

  it('goes on with what a killed process had', async () => {
    const host = await hostOn(await open());
    let calls = 0;
    await host.subscribe('mail', KEEP, async () => void calls++);
    await host.emit(1);
    await host.outbox.claim('mail', { limit: 10, leaseMs: 300 });
    await host.relay().drain();
    assert.equal(calls, 1);
  });

  it('an event that kills the process is given up after so many attempts', async () => {
    const host = await hostOn(await open());
    let calls = 0;
    await host.subscribe('mail', KEEP, async () => void calls++);
    await host.emit(1);
    for (let i = 0; i < 3; i++) {
      await host.outbox.claim('mail', { limit: 10, leaseMs: -1_000 });
      await host.outbox.reclaim('mail');
    }
    await host.relay().drain();
    assert.equal(calls, 0);
    assert.match((await host.dead())[0]!.error!, /attempts ended with their process/);
  });

  it('a disabled plugin gets its events when it is enabled, or never, as it has said', async () => {
    const host = await hostOn(await open());
    const seen: string[] = [];
    await host.subscribe('sdi', KEEP, async () => void seen.push('sdi'));
    await host.subscribe('sms', { whileDisabled: 'skip' }, async () => void seen.push('sms'));
    for (const id of ['sdi', 'sms']) {
      await host.plugins.change(id, { enabled: 0 });
      await pauseOutbox(host.database.sql, id);
    }
    await host.events.load();
    await host.emit(1);
    await host.relay().drain();
    assert.deepEqual(seen, []);
    for (const id of ['sdi', 'sms']) await resumeOutbox(host.database.sql, id);
    await host.relay().drain();
    assert.deepEqual(seen, ['sdi']);
  });

  it('drops an event that is too old to be of use', async () => {
    const host = await hostOn(await open());
    let calls = 0;
    await host.subscribe('sms', { whileDisabled: 'keep', maxAgeHours: 24 }, async () => void calls++);
    await host.emit(1);
    host.clock.advance({ days: 2 });
    const drained = await host.relay().drain();
    assert.deepEqual([calls, drained.dropped], [0, 1]);
  });

  it('a dead letter is tried again, or put away, by hand', async () => {
    const host = await hostOn(await open());
    let broken = true;
    await host.subscribe('mail', KEEP, async () => {
      if (broken) throw new Refused('mail.no', 'no');
    });
    await host.emit(1);
    await host.emit(2);
    await host.relay().drain();
    const [first, second] = await host.dead();
    broken = false;
    const audit = new Audit(host.clock);
    const by = { kind: 'operator', name: 'test' } as const;
    const decide = (decision: 'retry' | 'discard', id: number): Promise<{ readonly state: string }> =>
      host.database.transaction((tx) => decideOutbox(tx, { decision, id, by }, audit));
    assert.equal((await decide('retry', first!.id)).state, 'ready');
    assert.equal((await decide('discard', second!.id)).state, 'discarded');
    assert.equal((await host.relay().drain()).done, 1);
    assert.deepEqual(await host.dead(), []);
    await assert.rejects(decide('retry', first!.id), { code: 'outbox.not_dead' });
    await assert.rejects(decide('discard', 999_999), { code: 'outbox.not_found' });
    assert.deepEqual(
      await host.database.sql.all('SELECT actor, action, entity_id FROM audit_log ORDER BY id'),
      [
        { actor: 'operator:test', action: 'outbox.retried', entity_id: first!.id },
        { actor: 'operator:test', action: 'outbox.discarded', entity_id: second!.id },
      ],
    );
  });

  it('runs until it is stopped, and gives back what it has not begun', async () => {
    const host = await hostOn(await open());
    let calls = 0;
    await host.subscribe('mail', KEEP, async () => {
      calls++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    await host.emitMany(60);
    const relay = host.relay();
    relay.start();
    while (calls < 9) await new Promise((resolve) => setTimeout(resolve, 5));
    await relay.stop();
    const rows = await host.database.sql.all<{ state: string; attempts: number; n: number }>(
      'SELECT state, attempts, COUNT(*) AS n FROM outbox GROUP BY state, attempts ORDER BY state',
    );
    assert.deepEqual(
      rows.map((row) => [row.state, row.attempts]),
      [
        ['done', 1],
        ['ready', 0],
      ],
    );
    assert.equal(rows[0]!.n, calls);
  });
});

async function hostOn({ database }: TestDatabase) {
  const clock = fixedClock('2026-11-24');
  const events = new Events(database, clock);
  const outbox = new Outbox(database, events, clock);
  const plugins = new PluginTable(database.sql, clock);
  const log = createLog({ level: 'silent', to: 'stderr' });
  const relay = (options: RelayOptions = {}): Relay =>
    new Relay({ events, outbox, log, clock }, { ...QUICK, ...options });
  return {
    database,
    clock,
    events,
    outbox,
    plugins,
    relay,
    async subscribe(
      plugin: string,
      options: SubscriptionOptions,
      handler: (d: Delivery<'customer.created'>) => Promise<void>,
    ) {
      await plugins.add(plugin, { enabled: true, source: null });
      events.on(plugin, 'customer.created', options, handler);
      await events.store(plugin);
      await events.load();
    },
    emit: (customerId: number, options: { effectKey?: string } = {}) =>
      database.transaction((tx) =>
        events.emit(tx, 'customer.created', `customer:${customerId}`, { customerId }, options),
      ),
    emitMany: (count: number) =>
      database.transaction((tx) =>
        events.emitMany(
          tx,
          'customer.created',
          Array.from({ length: count }, (_, i) => ({ aggregate: `customer:${i}`, data: { customerId: i } })),
        ),
      ),
    dead: () => listOutbox(database.sql),
    /** Drains until nothing is tried any more, waiting for what is due a little later. */
    async drainAll(options: RelayOptions = {}) {
      for (let idle = 0; idle < 3; idle++) {
        const { tried } = await relay(options).drain();
        if (tried > 0) idle = 0;
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
  };
}
