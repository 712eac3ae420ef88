import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer } from '../../../../test/host/http.ts';

eachDatabase((_, open) => {
  it('tells those who are at the same thing of each other', async () => {
    const { ask, tokenFor, server } = await openServer(open);
    const other = await tokenFor('customers.read');
    const say = async (body: object, token?: string) =>
      ask('PUT', '/api/presence', { body, ...(token === undefined ? {} : { token }) });
    const here = { subject: 'customer:12', here: true };
    assert.deepEqual((await say(here)).json, { others: [] });
    const { others } = (await say(here, other)).json;
    assert.equal(others.length, 1);
    assert.match(others[0].name, /./);
    assert.deepEqual((await say({ ...here, subject: 'customer:13' }, other)).json, { others: [] });
    assert.equal((await say(here)).json.others.length, 1);

    const gone = new AbortController();
    const events = server.app.live.events({ lastEventId: null, can: () => false, signal: gone.signal });
    const next = async (): Promise<unknown> => (await events.next()).value;
    assert.deepEqual(await next(), { event: 'ready', data: { resumed: false } });
    const seen = [await next(), await next()].map((one) => (one as { data: { operators: [] } }).data);
    assert.deepEqual(
      seen.map(({ operators }) => operators.length),
      [1, 2],
    );
    assert.deepEqual((await say({ ...here, here: false }, other)).json.others.length, 1);
    assert.deepEqual(await next(), {
      event: 'presence',
      data: { subject: 'customer:12', operators: [others[0]] },
    });
    gone.abort();
    await events.next();

    assert.equal((await ask('PUT', '/api/presence', { body: here, token: null })).status, 401);
    for (const subject of [
      'customer',
      'customer:0',
      'Customer:1',
      'customer:1 ',
      `customer:${'9'.repeat(17)}`,
    ])
      assert.equal((await say({ subject, here: true })).status, 400, subject);
  });
});
