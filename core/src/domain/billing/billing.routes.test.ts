import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Value } from 'typebox/value';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { openServer, type TestServer } from '../../../../test/host/http.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import { clockOffset } from '../../kernel/clock.ts';
import type { Role } from '../../serve.ts';
import { RunView } from '../../kernel/jobs/run.schema.ts';
import type { PageOf } from '../../kernel/http/schemas.ts';
import { type PreviewBill, PreviewBills, PreviewView } from './preview.schema.ts';

/** Five customers with something due, one of them with a contract that can't be billed, and the server over them. */
async function provider(
  open: OpenDatabase,
  roles: readonly Role[] = ['web'],
): Promise<{ p: Provider; s: TestServer }> {
  const place = await open();
  const p = await openProvider(async () => place, { day: '2026-03-15' });
  for (const n of [1, 2, 3, 4, 5]) {
    await p.customer(`C${n}`);
    await p.contract(`K${n}`, { customer: `C${n}`, startOn: '2026-03-15' });
  }
  await p.app.database.sql.run("UPDATE contract_item_version SET cadence = 'moons:1' WHERE contract_id = 5");
  const env = { clockOffset: clockOffset('2026-03-16')! };
  const s = await openServer(async () => place, { roles, env });
  return { p, s };
}

async function ended(s: TestServer, kind: string, date = '2026-03-16'): Promise<RunView> {
  for (const since = Date.now(); ; await wait(50)) {
    const { status, json } = await s.ask('GET', `/api/runs/find?kind=${kind}&date=${date}`);
    if (status === 200 && json.state !== 'running' && json.finishedAt !== null) {
      assert.ok(Value.Check(RunView, json), JSON.stringify(json));
      return json;
    }
    assert.ok(Date.now() - since < 60_000, `${kind}: ${status} ${JSON.stringify(json)}`);
  }
}

const BAD_BODIES = [
  { date: '2026-02-30' },
  { date: 20260316 },
  { date: null },
  { date: '' },
  { date: { $gt: '' } },
  { date: `2026-03-16${' '.repeat(1000)}` },
  { by: { kind: 'operator', name: 'x' } },
  { pageSize: 1 },
  { preview: true },
  { constructor: 1 },
  [],
  'x',
  '{"__proto__":{"confirm":true}}',
] as const;

eachDatabase((_name, open) => {
  it('a run is previewed, held for want of history, confirmed, and done, all over HTTP', async () => {
    const { p, s } = await provider(open, ['web', 'worker']);
    const before = await s.ask('GET', '/api/runs/billing');
    assert.deepEqual(before.json, { today: '2026-03-16', billing: null, preview: null });
    const asked = await s.ask('POST', '/api/runs/previews', { body: {} });
    assert.deepEqual([asked.status, asked.json], [202, { kind: 'billing_preview', date: '2026-03-16' }]);
    const preview = await ended(s, 'billing_preview');
    const url = `/api/runs/previews/${preview.id}`;
    const shown: PreviewView = (await s.ask('GET', url)).json;
    assert.ok(Value.Check(PreviewView, shown), JSON.stringify(shown));
    assert.deepEqual(
      [shown.state, shown.figures?.documents, shown.figures?.bills, shown.figures?.parked],
      ['done', 4, 4, 1],
    );
    assert.deepEqual(
      shown.figures?.bounds.map((one) => one.code),
      ['bounds.no_history'],
    );
    const customers: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: PageOf<typeof PreviewBill> = (
        await s.ask('GET', `${url}/bills?limit=3${next && `&cursor=${next}`}`)
      ).json;
      assert.ok(Value.Check(PreviewBills, page));
      assert.ok(page.items.length <= 3);
      customers.push(...page.items.map((one) => one.customer));
      next = page.next;
    }
    assert.deepEqual(customers.toSorted(), ['C1', 'C2', 'C3', 'C4']);
    const parked = (await s.ask('GET', `${url}/parked`)).json;
    assert.deepEqual(
      parked.items.map((one: { contract: string; plugin: unknown }) => [one.contract, one.plugin]),
      [['K5', null]],
    );
    assert.equal(await p.number('SELECT COUNT(*) FROM document'), 0);

    assert.equal((await s.ask('POST', '/api/runs/billing', { body: {} })).status, 202);
    const held = await ended(s, 'billing');
    assert.equal(held.state, 'held', held.reason ?? '');
    assert.equal((await s.ask('POST', `/api/runs/${held.id}/confirm`)).status, 202);
    for (const since = Date.now(); (await ended(s, 'billing')).state === 'held'; await wait(50))
      assert.ok(Date.now() - since < 60_000);
    const done = await ended(s, 'billing');
    assert.equal(done.state, 'done', done.reason ?? '');
    assert.equal(await p.number('SELECT COUNT(*) FROM document'), 4);
    const today = (await s.ask('GET', '/api/runs/billing')).json;
    assert.deepEqual([today.billing, today.preview.id], [done, preview.id]);
    assert.equal(
      (await s.ask('GET', '/api/runs/billing', { token: await s.tokenFor('jobs.read') })).status,
      403,
    );
    assert.equal((await s.ask('POST', `/api/runs/${held.id}/confirm`)).json.code, 'run.not_held');
    assert.deepEqual(
      (await p.rows("SELECT actor, action FROM audit_log WHERE entity = 'run' ORDER BY id")).map((one) => [
        one['actor'],
        one['action'],
      ]),
      ['started', 'started', 'confirmed'].map((what) => ['operator:operator1@example.it', `run.${what}`]),
    );
    const [issued] = await p.rows("SELECT DISTINCT actor FROM audit_log WHERE action = 'document.issued'");
    assert.equal(issued!['actor'], 'operator:operator1@example.it');
  });

  it('a preview that is made anew while somebody pages through it says so, and only the latest keep their bills', async () => {
    const { p, s } = await provider(open);
    const make = async (date: `${number}-${number}-${number}`): Promise<number> => {
      await p.app.previews.make({ date, by: BY }, () => undefined);
      return (await p.app.runs.find('billing_preview', date))!.id;
    };
    const id = await make('2026-03-15');
    const { next } = (await s.ask('GET', `/api/runs/previews/${id}/bills?limit=1`)).json;
    p.on('2026-03-16');
    assert.equal(await make('2026-03-15'), id);
    const answer = await s.ask('GET', `/api/runs/previews/${id}/bills?limit=1&cursor=${next}`);
    assert.deepEqual([answer.status, answer.json.code], [409, 'preview.replaced']);
    p.on('2026-03-21');
    for (const day of [16, 17, 18, 19, 20, 21] as const) await make(`2026-03-${day}`);
    assert.equal(await p.number('SELECT COUNT(DISTINCT run_id) FROM preview_entry'), 5);
    const old = await s.ask('GET', `/api/runs/previews/${id}/bills`);
    assert.deepEqual([old.status, old.json.code], [409, 'preview.not_done']);
    assert.equal((await s.ask('GET', `/api/runs/previews/${id}`)).json.figures.bills, 4);
    for (const [query, status] of [
      ['cursor=', 400],
      ['cursor=x', 400],
      ['cursor=1-1', 409],
      [`cursor=${'9'.repeat(40)}-1`, 400],
      ['limit=0', 400],
      ['limit=201', 400],
      ['limit=x', 400],
      ['limit=1&limit=2', 400],
      ['sort=total', 400],
      ['__proto__=1', 400],
    ] as const)
      assert.equal((await s.ask('GET', `/api/runs/previews/${id}/bills?${query}`)).status, status, query);
  });

  it('a run that is stopped ends behind its page, and goes on there when it is started again', async () => {
    const { p } = await provider(open);
    let stopped: Promise<void> | undefined;
    const run = p.app.billingRun.execute({ by: BY, confirm: true, pageSize: 1 }, ({ what }) => {
      if (what === 'issue') stopped ??= p.tx((tx) => p.app.ledger.stop(tx, 1, 'stopped by anna@example.it'));
    });
    await assert.rejects(run, { code: 'run.lease_lost' });
    await stopped;
    const issued = await p.number('SELECT COUNT(*) FROM document');
    assert.ok(issued >= 1 && issued < 4, `${issued} issued`);
    const { state, reason } = await p.app.runs.get(1);
    assert.deepEqual([state, reason], ['held', 'stopped by anna@example.it']);
    const again = await p.bill({ confirm: false });
    assert.deepEqual([again.state, again.documents], ['done', 4]);
    assert.equal(await p.number('SELECT COUNT(DISTINCT customer_id) FROM document'), 4);
  });

  it('whoever may bill stops a run, on the record, and its process finds out at its next step', async () => {
    const { p, s } = await provider(open);
    const { run } = await p.app.ledger.open({ kind: 'billing', date: '2026-03-15' });
    const { status, json } = await s.ask('POST', `/api/runs/${run.id}/stop`);
    assert.deepEqual([status, json.state, json.reason], [200, 'held', 'stopped by operator1@example.it']);
    await assert.rejects(
      p.tx((tx) => run.fence(tx)),
      { code: 'run.lease_lost' },
    );
    assert.equal((await s.ask('POST', `/api/runs/${run.id}/stop`)).json.code, 'run.not_running');
    assert.deepEqual(await p.rows("SELECT actor, entity_id FROM audit_log WHERE action = 'run.stopped'"), [
      { actor: 'operator:operator1@example.it', entity_id: run.id },
    ]);
  });

  it('who may not bill sees no billing run and starts none; what is no input is refused', async () => {
    const { p, s } = await provider(open);
    await p.bill();
    const { run: other } = await p.app.ledger.open({ kind: 'backup', date: '2026-03-15' });
    await other.finish({});
    const billing = (await p.app.runs.find('billing', '2026-03-15'))!.id;
    const [biller, watcher, nobody] = [
      await s.tokenFor('billing.run'),
      await s.tokenFor('jobs.read'),
      await s.tokenFor('documents.read'),
    ];
    const statuses = async (token: string, method: string, ...paths: string[]): Promise<number[]> => {
      const answers: number[] = [];
      for (const path of paths) answers.push((await s.ask(method, `/api${path}`, { token })).status);
      return answers;
    };
    const seen = [
      `/runs/${billing}`,
      `/runs/${other.id}`,
      '/runs/find?kind=billing&date=2026-03-15',
      '/runs/find?kind=backup&date=2026-03-15',
    ];
    assert.deepEqual(await statuses(biller, 'GET', ...seen), [200, 404, 200, 404]);
    assert.deepEqual(await statuses(watcher, 'GET', ...seen), [200, 200, 200, 200]);
    assert.deepEqual(await statuses(nobody, 'GET', ...seen), [404, 404, 404, 404]);
    const commands = [`/runs/${billing}/confirm`, `/runs/${billing}/stop`];
    assert.deepEqual(await statuses(watcher, 'POST', ...commands), [403, 403]);
    assert.deepEqual(
      await statuses(biller, 'POST', `/runs/${other.id}/stop`, '/runs/99999/stop', '/runs/x/stop'),
      [404, 404, 400],
    );
    for (const path of ['/api/runs/billing', '/api/runs/previews']) {
      assert.equal((await s.ask('POST', path, { body: {}, token: watcher })).status, 403);
      for (const body of BAD_BODIES)
        assert.equal((await s.ask('POST', path, { body })).status, 400, JSON.stringify(body));
      const future = await s.ask('POST', path, { body: { date: '2026-03-17' } });
      assert.deepEqual([future.status, future.json.code], [422, 'run.date_in_future']);
    }
    assert.equal((await s.ask('POST', '/api/runs/billing', { body: { confirm: 'yes' } })).status, 400);
    for (const query of [
      '',
      '?kind=billing',
      '?kind=billing&date=x',
      "?kind=b'&date=2026-03-15",
      '?kind[]=a',
    ])
      assert.equal((await s.ask('GET', `/api/runs/find${query}`)).status, 400, query);
    const { run } = await p.app.ledger.open({ kind: 'billing', date: '2026-03-16' });
    const running = await s.ask('POST', '/api/runs/billing', { body: {} });
    assert.deepEqual([running.status, running.json.code], [409, 'run.running']);
    await run.release();
  });
});
