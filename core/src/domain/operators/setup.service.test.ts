import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { groupViews, operatorView } from './operator-views.ts';
import { officesIn, PASSWORD, PEER } from './testing/office.ts';

const FIRST = { email: 'capo@wisp.it', name: 'Carla Po', password: PASSWORD };
const HOUR = 3_600_000;

eachDatabase((_name, open) => {
  const { office, besides } = officesIn(open);

  it('after the installation nobody can log in, and the first group waits', async () => {
    const o = await office();
    equal(await o.setup.needed(), true);
    deepEqual(
      (await groupViews(o.database.sql)).map((g) => [g.name, g.permissions]),
      [['Amministratori', ['*']]],
    );
    const known = [
      'admin',
      'admin@localhost',
      'admin@example.com',
      'traliccio',
      'root',
      'root@localhost',
      '',
    ];
    for (const email of known)
      for (const password of ['', 'admin', 'password', 'traliccio', 'changeme'])
        await rejects(
          o.sessions.login({ email, password, peer: `10.${known.indexOf(email)}.0.1`, kind: 'cookie' }),
          { code: 'session.refused' },
        );
  });

  it('the token from the console makes one administrator, once', async () => {
    const o = await office();
    const made = await o.setup.token();
    match(made!.token, /^[A-Za-z0-9_-]{43}$/);
    for (const wrong of ['', 'x', 'a'.repeat(43), made!.token.slice(1)])
      await rejects(o.setup.complete({ ...FIRST, token: wrong }), { code: 'setup.refused', status: 403 });
    await rejects(o.setup.complete({ ...FIRST, token: made!.token, password: 'corta' }), {
      code: 'password.too_short',
    });
    const id = await o.setup.complete({ ...FIRST, token: made!.token });
    const view = await operatorView(o.database.sql, { id });
    deepEqual(
      [view.email, view.groups[0]?.name, view.mustChangePassword],
      [FIRST.email, 'Amministratori', false],
    );
    const { who } = await o.sessions.login({ ...FIRST, peer: PEER, kind: 'cookie' });
    ok(who.permissions.has('*'));
    equal(await o.setup.needed(), false);
    equal(await o.setup.token(), null);
    await rejects(o.setup.complete({ ...FIRST, email: 'altro@wisp.it', token: made!.token }), {
      code: 'setup.done',
    });
    deepEqual(
      (await o.audited('operator.setup')).map((row) => row.entity_id),
      [id],
    );
    equal((await o.database.sql.all('SELECT token_hash FROM setup_token')).length, 0);
  });

  it('a token is good for an hour', async () => {
    const o = await office();
    const made = await o.setup.token();
    equal(made!.expiresAt, o.clock.now() + HOUR);
    o.clock.advance(HOUR);
    await rejects(o.setup.complete({ ...FIRST, token: made!.token }), { code: 'setup.refused' });
    const next = await o.setup.token();
    o.clock.advance(HOUR - 1);
    await o.setup.complete({ ...FIRST, token: next!.token });
  });

  it('the database does not tell the token', async () => {
    const o = await office();
    const made = await o.setup.token();
    const rows = await o.database.sql.all<{ token_hash: string }>('SELECT * FROM setup_token');
    equal(JSON.stringify(rows).includes(made!.token), false);
    await rejects(o.setup.complete({ ...FIRST, token: rows[0]!.token_hash }), { code: 'setup.refused' });
  });

  it('of tokens of several processes one makes an administrator', async () => {
    const o = await office();
    const other = o.database.dialect === 'mysql' ? await besides() : o;
    const tokens = [await o.setup.token(), await other.setup.token()];
    const ended = await Promise.allSettled(
      [o, other].map((one, n) =>
        one.setup.complete({ ...FIRST, email: `capo${n}@wisp.it`, token: tokens[n]!.token }),
      ),
    );
    equal(ended.filter((end) => end.status === 'fulfilled').length, 1, JSON.stringify(ended));
    equal((await o.database.sql.all('SELECT id FROM operator')).length, 1);
  });
});
