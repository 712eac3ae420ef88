import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer, type Answered, type TestServer } from '../../../../test/host/http.ts';
import { serve } from '../../serve.ts';

const PASSWORD = 'dodici gru volano storte';
const OTHER_PASSWORD = 'sette cani bevono il tè';

eachDatabase((_name, open) => {
  it('the first operator is made with the token of the console, and logs in by cookie and by token', async () => {
    const { config } = await open();
    const server = await serve({ ...config, web: { ...config.web, port: 0 } }, { roles: ['web'] });
    try {
      const ask = asker(server.address!);
      deepEqual((await ask('GET', '/setup')).json, { needed: true });
      const first = { email: 'Capo@wisp.it', name: 'Carla Po', password: PASSWORD };
      equal((await ask('POST', '/setup', { body: { ...first, token: 'x'.repeat(43) } })).status, 403);
      const made = await server.app.setup.token();
      const created = await ask('POST', '/setup', { body: { ...first, token: made!.token } });
      deepEqual(
        [created.status, created.json.email, created.json.groups],
        [201, 'capo@wisp.it', [{ id: 1, name: 'Amministratori' }]],
      );
      deepEqual((await ask('GET', '/setup')).json, { needed: false });
      equal(
        (await ask('POST', '/setup', { body: { ...first, token: made!.token } })).json.code,
        'setup.done',
      );

      const wrong = await ask('POST', '/session', { body: { email: first.email, password: OTHER_PASSWORD } });
      deepEqual(
        [wrong.status, wrong.json.code, wrong.headers.get('set-cookie')],
        [401, 'session.refused', null],
      );

      const browser = await ask('POST', '/session', { body: { email: first.email, password: PASSWORD } });
      equal(browser.json.token, null);
      const cookie = browser.headers.get('set-cookie')!;
      match(cookie, /^traliccio=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
      equal(browser.text.includes(cookie.slice(10, 53)), false, 'no script reads the token');
      const headers = { cookie: cookie.split(';')[0]!, 'x-traliccio': '1' };
      const me = await ask('GET', '/session', { headers });
      deepEqual([me.json.operator.email, me.json.permissions], ['capo@wisp.it', ['*']]);
      const out = await ask('DELETE', '/session', { headers });
      equal(out.status, 204);
      match(out.headers.get('set-cookie')!, /^traliccio=; .*Max-Age=0/);
      equal((await ask('GET', '/session', { headers })).status, 401);

      const program = await ask('POST', '/session', {
        body: { email: first.email, password: PASSWORD, token: true },
      });
      equal(program.headers.get('set-cookie'), null);
      equal((await ask('GET', '/session', { token: program.json.token })).status, 200);
    } finally {
      await server.stop();
    }
  });

  it('operators and groups are made, changed and shown', async () => {
    const s = await openServer(open);
    const ask = asking(s);
    const group = await ask('POST', '/groups', { body: { name: 'Ufficio', permissions: ['sites.read'] } });
    deepEqual(
      [group.status, group.json.permissions, group.headers.get('etag')],
      [201, ['sites.read'], '"1"'],
    );
    const input = { email: 'anna@wisp.it', name: 'Anna Verdi', groups: [group.json.id], password: PASSWORD };
    const anna = await ask('POST', '/operators', { body: input });
    deepEqual([anna.status, anna.json.mustChangePassword, anna.json.enabled], [201, true, true]);
    equal(anna.text.includes(PASSWORD) || anna.text.includes('$2b$'), false);
    const path = `/operators/${anna.json.id}`;
    const again = await ask('POST', '/operators', { body: input });
    deepEqual([again.status, again.json.code, again.json.field], [409, 'operator.email_taken', 'email']);

    equal((await ask('PATCH', path, { body: { name: 'x' } })).status, 428);
    const renamed = await ask('PATCH', path, { body: { name: 'Anna Neri' }, headers: { 'if-match': '"1"' } });
    deepEqual([renamed.status, renamed.json.name, renamed.json.version], [200, 'Anna Neri', 2]);
    const stale = await ask('PATCH', path, { body: { name: 'y' }, headers: { 'if-match': '"1"' } });
    deepEqual([stale.status, stale.json.current.name], [409, 'Anna Neri']);

    const [one, two] = [await ask('GET', '/operators?limit=1'), await ask('GET', '/operators')];
    const rest = await ask('GET', `/operators?limit=50&cursor=${one.json.next}`);
    deepEqual([...one.json.items, ...rest.json.items], two.json.items);
    equal((await ask('GET', '/operators?cursor=abc')).status, 422);
    deepEqual((await ask('GET', path)).json, renamed.json);
    equal((await ask('GET', '/operators/999')).status, 404);

    const listed = await ask('GET', '/groups');
    deepEqual(
      listed.json.items.map((g: { name: string }) => g.name),
      ['Amministratori', 'Ufficio'],
    );
    const more = { body: { permissions: ['sites.read', 'plans.read'] }, headers: { 'if-match': '"1"' } };
    equal((await ask('PATCH', `/groups/${group.json.id}`, more)).json.version, 2);
    const remove = (version: number) =>
      ask('DELETE', `/groups/${group.json.id}`, { headers: { 'if-match': `"${version}"` } });
    equal((await remove(2)).json.code, 'group.in_use');
    const all = (await ask('GET', '/permissions')).json.items as { id: string; label: { it: string } }[];
    ok(all.some((p) => p.id === 'operators.manage' && p.label.it === 'Gestire gli operatori e i gruppi'));
    equal((await ask('POST', `${path}/unlock`)).status, 204);
  });

  it('whoever was given a password can do nothing before changing it', async () => {
    const s = await openServer(open);
    const ask = asking(s);
    const input = { email: 'anna@wisp.it', name: 'Anna Verdi', groups: [1], password: PASSWORD };
    const { json: anna } = await ask('POST', '/operators', { body: input });
    const login = (password: string) =>
      ask('POST', '/session', { body: { email: 'anna@wisp.it', password, token: true }, token: null });
    const { token } = (await login(PASSWORD)).json;
    for (const path of ['/operators', '/session/list', '/permissions'])
      equal((await ask('GET', path, { token })).json.code, 'session.password_expired', path);
    equal((await ask('GET', '/session', { token })).json.mustChangePassword, true);
    const change = { old: PASSWORD, new: OTHER_PASSWORD };
    const changed = await ask('POST', '/session/password', { body: change, token });
    deepEqual([changed.status, changed.json.mustChangePassword], [200, false]);
    equal((await ask('GET', '/operators', { token })).status, 401);
    const fresh = changed.json.token as string;
    equal((await ask('GET', '/operators', { token: fresh })).status, 200);
    const own = await ask('POST', `/operators/${anna.id}/password`, {
      body: { password: PASSWORD },
      headers: { 'if-match': '"2"' },
      token: fresh,
    });
    deepEqual([own.status, own.json.code], [409, 'operator.own_password']);
    const reset = await ask('POST', `/operators/${anna.id}/password`, {
      body: { password: PASSWORD },
      headers: { 'if-match': '"2"' },
    });
    deepEqual([reset.status, reset.json.mustChangePassword], [200, true]);
    equal((await ask('GET', '/operators', { token: fresh })).status, 401);
  });

  it('tokens are made, listed and revoked by the operator himself, and never by a token', async () => {
    const s = await openServer(open);
    const ask = asking(s);
    await ask('POST', '/groups', { body: { name: 'Ufficio', permissions: ['sites.read'] } });
    const input = {
      email: 'anna@wisp.it',
      name: 'Anna Verdi',
      groups: [2],
      password: PASSWORD,
      mustChangePassword: false,
    };
    const id = await s.server.app.operators.create(input, {
      actor: { kind: 'system', name: 'test' },
      can: () => true,
    });
    const login = await ask('POST', '/session', {
      body: { email: input.email, password: PASSWORD, token: true },
      token: null,
    });
    const { token } = login.json;
    const key = { 'idempotency-key': 'anna-made-this-token' };
    const made = await ask('POST', '/session/tokens', {
      body: { name: 'Zabbix', days: 7 },
      token,
      headers: key,
    });
    equal(made.status, 201);
    match(made.json.token, /^tr_/);
    const kept = await s.server.app.database.sql.all('SELECT * FROM idempotency');
    equal(JSON.stringify(kept).includes(made.json.token), false);
    const listed = (await ask('GET', '/session/list', { token: made.json.token })).json.items;
    deepEqual(
      listed.map((one: { kind: string; name: string; isThis: boolean }) => [one.kind, one.name, one.isThis]),
      [
        ['bearer', null, false],
        ['token', 'Zabbix', true],
      ],
    );
    const byToken: [string, string, object][] = [
      ['POST', '/session/tokens', { body: { name: 'x' } }],
      ['DELETE', '/session', {}],
      ['DELETE', `/session/list/${listed[0].id}`, {}],
      ['POST', '/session/password', { body: { old: PASSWORD, new: OTHER_PASSWORD } }],
    ];
    for (const [method, path, options] of byToken) {
      const answer = await ask(method, path, { ...options, token: made.json.token });
      deepEqual([answer.status, answer.json?.code], [403, 'session.not_for_tokens'], `${method} ${path}`);
    }
    equal((await ask('GET', '/operators', { token: made.json.token })).status, 403);
    const seen = (await ask('GET', `/operators/${id}/sessions`)).json.items;
    equal(seen.length, 2);
    equal((await ask('DELETE', `/session/list/${made.json.id}`, { token })).status, 204);
    equal((await ask('GET', '/session', { token: made.json.token })).status, 401);
    equal((await ask('DELETE', `/operators/${id}/sessions/${listed[0].id}`)).status, 204);
    equal((await ask('GET', '/session', { token })).status, 401);
    const mine = (await ask('GET', '/session/list')).json.items[0].id;
    equal((await ask('DELETE', `/operators/1/sessions/${mine}`)).json.code, 'session.own');
  });

  it('an operator who may manage operators makes no administrator of himself', async () => {
    const s = await openServer(open);
    const ask = asking(s);
    const token = await s.tokenFor('operators.manage', 'operators.read');
    const attempts: [string, string, object][] = [
      ['PATCH', '/operators/2', { body: { groups: [1] }, headers: { 'if-match': '"1"' } }],
      ['PATCH', '/groups/2', { body: { permissions: ['*'] }, headers: { 'if-match': '"1"' } }],
      ['POST', '/groups', { body: { name: 'Miei', permissions: ['*'] } }],
      ['POST', '/operators', { body: { email: 'x@wisp.it', name: 'X', groups: [1], password: PASSWORD } }],
      ['POST', '/operators/1/password', { body: { password: PASSWORD }, headers: { 'if-match': '"1"' } }],
      ['PATCH', '/operators/1', { body: { email: 'x@wisp.it' }, headers: { 'if-match': '"1"' } }],
    ];
    for (const [method, path, options] of attempts) {
      const answer = await ask(method, path, { ...options, token });
      deepEqual([answer.status, answer.json.code], [403, 'operator.beyond_own_rights'], `${method} ${path}`);
    }
    const extra = {
      id: 9,
      role: 'admin',
      enabled: true,
      passwordHash: 'x',
      version: 3,
      permissions: ['*'],
      epoch: 0,
    };
    for (const [field, value] of Object.entries(extra)) {
      const body = { email: 'y@wisp.it', name: 'Y', groups: [2], password: PASSWORD, [field]: value };
      equal((await ask('POST', '/operators', { body, token })).status, 400, field);
    }
  });

  it('too many wrong passwords are answered with the seconds to wait', async () => {
    const s = await openServer(open);
    const login = () =>
      asking(s)('POST', '/session', {
        body: { email: 'operator1@example.it', password: 'sbagliata ma lunga' },
        token: null,
      });
    let answer = await login();
    // The sixth has to wait, but on a machine that is slow enough it has waited already.
    for (let n = 1; n < 11 && answer.status === 401; n++) answer = await login();
    deepEqual([answer.status, answer.json.code], [429, 'session.too_many_tries']);
    const seconds = Number(answer.headers.get('retry-after'));
    ok(seconds >= 1 && seconds <= 900, String(seconds));
  });
});

const asking = (s: TestServer) => (method: string, path: string, options?: object) =>
  s.ask(method, `/api${path}`, options);

/** Without anybody logged in. */
function asker(url: string) {
  return async (
    method: string,
    path: string,
    { body, headers = {}, token }: { body?: object; headers?: Record<string, string>; token?: string } = {},
  ): Promise<Answered> => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  };
}
