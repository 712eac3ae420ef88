import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Value } from 'typebox/value';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer, type TestServer } from '../../../../test/host/http.ts';
import { AuditView } from '../audit/audit.schema.ts';
import { OutboxView } from '../events/outbox.schema.ts';
import { NoticeView } from '../notices/notice.schema.ts';

const BAD_IDS = ['0', '-1', '1.5', 'abc', 'null', '__proto__', '1%27--', '%00', '9'.repeat(30)];
const post = (s: TestServer, key: string): Promise<void> =>
  s.server.app.notices.post('core', { key, level: 'warning', message: { it: 'Attenzione', en: 'Look' } });
const rowsOf = (s: TestServer, sql: string): Promise<object[]> => s.server.app.database.sql.all(sql);

eachDatabase((_name, open) => {
  it('a notice is read and closed by who may, once, on the record', async () => {
    const s = await openServer(open);
    await post(s, 'full');
    const [{ id } = { id: 0 }] = await s.server.app.notices.list();
    const { json } = await s.ask('GET', `/api/notices/${id}`);
    assert.ok(Value.Check(NoticeView, json));
    assert.deepEqual(
      [json.key, json.level, json.message.it, json.closedAt],
      ['full', 'warning', 'Attenzione', null],
    );
    const reader = await s.tokenFor('notices.read');
    assert.equal((await s.ask('POST', `/api/notices/${id}/close`, { token: reader })).status, 403);
    const closed = await s.ask('POST', `/api/notices/${id}/close`);
    assert.deepEqual([closed.status, typeof closed.json.closedAt], [200, 'number']);
    assert.equal((await s.ask('POST', `/api/notices/${id}/close`)).json.code, 'notice.not_found');
    const [entry] = (await rowsOf(s, "SELECT id FROM audit_log WHERE action = 'notice.closed'")) as {
      id: number;
    }[];
    const audit = (await s.ask('GET', `/api/audit/${entry!.id}`)).json;
    assert.ok(Value.Check(AuditView, audit));
    assert.deepEqual(
      [audit.actor, audit.entityId, audit.detail],
      [{ kind: 'operator', name: 'operator1@example.it' }, id, { source: 'core', key: 'full' }],
    );
  });

  it('a dead letter is tried again or put away, once', async () => {
    const s = await openServer(open);
    const { sql } = s.server.app.database;
    const columns = [
      'delivery_key',
      'event',
      'aggregate',
      'subscriber',
      'payload',
      'state',
      'last_error',
      'created_at',
    ];
    await sql.insert(
      'outbox',
      columns,
      ['dead', 'uncertain', 'done'].map((state) => [
        `k:${state}`,
        'x.y',
        'x:1',
        'nobody',
        '{}',
        state,
        'no',
        1,
      ]),
    );
    const [dead, uncertain, done] = (await rowsOf(
      s,
      "SELECT id FROM outbox WHERE subscriber = 'nobody' ORDER BY id",
    )) as {
      id: number;
    }[];
    const shown = (await s.ask('GET', `/api/outbox/${dead!.id}`)).json;
    assert.ok(Value.Check(OutboxView, shown));
    const decide = async (id: number, decision: string): Promise<[number, string]> => {
      const body = decision === 'discard' ? { body: { reason: 'delivered by hand' } } : {};
      const { status, json } = await s.ask('POST', `/api/outbox/${id}/${decision}`, body);
      return [status, status === 200 ? json.state : json.code];
    };
    assert.deepEqual(await decide(dead!.id, 'retry'), [200, 'ready']);
    assert.equal((await s.ask('POST', `/api/outbox/${uncertain!.id}/discard`, { body: {} })).status, 400);
    assert.deepEqual(await decide(uncertain!.id, 'discard'), [200, 'discarded']);
    const [entry] = (await rowsOf(s, "SELECT detail FROM audit_log WHERE action = 'outbox.discarded'")) as {
      detail: string;
    }[];
    assert.equal(JSON.parse(entry!.detail).reason, 'delivered by hand');
    for (const { id } of [dead!, uncertain!, done!])
      for (const decision of ['retry', 'discard'])
        assert.deepEqual(await decide(id, decision), [409, 'outbox.not_dead']);
    assert.deepEqual(await decide(999_999, 'retry'), [404, 'outbox.not_found']);
    const reader = await s.tokenFor('outbox.read');
    assert.equal((await s.ask('POST', `/api/outbox/${dead!.id}/retry`, { token: reader })).status, 403);
  });

  it('what is no id leads nowhere, whatever it is of', async () => {
    const s = await openServer(open);
    for (const what of ['notices', 'outbox', 'audit', 'runs', 'runs/previews']) {
      assert.equal((await s.ask('GET', `/api/${what}/999999`)).status, 404, what);
      for (const id of BAD_IDS)
        assert.equal((await s.ask('GET', `/api/${what}/${id}`)).status, 400, `${what}/${id}`);
    }
    for (const command of ['notices/:id/close', 'outbox/:id/retry', 'runs/:id/stop', 'runs/:id/confirm'])
      for (const id of [...BAD_IDS, '999999'])
        assert.equal(
          (await s.ask('POST', `/api/${command.replace(':id', id)}`)).status,
          id === '999999' ? 404 : 400,
          `${command} ${id}`,
        );
  });

  it('the check-up says over HTTP what it says on the command line, without a secret', async () => {
    const s = await openServer(open);
    const { status, json, text } = await s.ask('GET', '/api/health/deep');
    assert.deepEqual([status, json.state], [200, 'ok'], text);
    assert.ok(json.findings.some((one: { what: string }) => one.what === 'database'));
    assert.equal(
      (await s.ask('GET', '/api/health/deep', { token: await s.tokenFor('jobs.read') })).status,
      403,
    );
  });

  it('events come over a socket, and a client that comes back goes on behind its last one', async () => {
    const s = await openServer(open);
    const first = await listen(s);
    assert.match(await first.until(/event: ready/), /data: \{"resumed":false\}/);
    await post(s, 'one');
    const got = await first.until(/"key":"one"/);
    await first.leave();
    await post(s, 'two');
    const id = /id: (\d+)\nevent: notice/.exec(got)?.[1];
    const second = await listen(s, { 'last-event-id': id! });
    const missed = await second.until(/"key":"two"/);
    assert.match(missed, /data: \{"resumed":true\}/);
    assert.doesNotMatch(missed, /"key":"one"/);
    await second.leave();
    const refused = await s.ask('GET', '/api/events', { token: null });
    assert.equal(refused.status, 401);
  });
});

/** A client of `/api/events`. */
async function listen(s: TestServer, headers: Readonly<Record<string, string>> = {}) {
  const gone = new AbortController();
  const response = await fetch(`${s.url}/api/events`, {
    headers: { authorization: `Bearer ${s.token}`, ...headers },
    signal: gone.signal,
  });
  assert.match(response.headers.get('content-type')!, /^text\/event-stream/);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async until(what: RegExp): Promise<string> {
      while (!what.test(text)) text += (await reader.read()).value ?? assert.fail(`it ended with ${text}`);
      return text;
    },
    async leave() {
      gone.abort();
      await reader.closed.catch(() => undefined);
    },
  };
}
