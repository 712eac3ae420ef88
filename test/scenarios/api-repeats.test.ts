import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../host/database.ts';
import type { TestServer } from '../host/http.ts';
import { openStocked } from '../host/stocked.ts';

const CUSTOMER = {
  code: 'C9',
  kind: 'private',
  firstName: 'Mario',
  lastName: 'Rossi',
  taxCode: 'RSSMRA80A01H501U',
  address: {
    street: 'Via Roma',
    houseNumber: '9',
    postcode: '33010',
    city: 'Tavagnacco',
    province: 'UD',
    country: 'IT',
  },
};

eachDatabase((_name, open) => {
  it(
    'a request that is sent 20 times at once with a key makes one customer',
    { timeout: 120_000 },
    async () => {
      const server = await openStocked(open);
      const before = await count(server, 'customer');
      for (const [i, key] of ['one-key-and-no-other', 'another-key'].entries()) {
        const create = (body: object, token = server.token) =>
          server.ask('POST', '/api/customers', { token, body, headers: { 'idempotency-key': key } });
        const body = { ...CUSTOMER, code: `C9${i}` };
        const answers = await Promise.all(Array.from({ length: 20 }, () => create(body)));
        const made = answers.filter(({ status }) => status === 201);
        const waiting = answers.filter(
          ({ status, json }) => status === 409 && json.code === 'request.in_progress',
        );
        assert.equal(
          made.length + waiting.length,
          20,
          answers.map(({ text }) => text.slice(0, 100)).join('\n'),
        );
        assert.ok(made.length > 0);
        assert.equal(made.filter(({ headers }) => headers.get('idempotent-replay') === null).length, 1);
        assert.equal(new Set(made.map(({ text }) => text)).size, 1);
        assert.equal(new Set(made.map(({ headers }) => headers.get('etag'))).size, 1);
        assert.equal(await count(server, 'customer'), before + i + 1);

        const later = await create(body);
        assert.deepEqual(
          [later.status, later.text, later.headers.get('idempotent-replay')],
          [201, made[0]!.text, 'true'],
        );
        const other = await create({ ...body, notes: 'x' });
        assert.deepEqual([other.status, other.json.code], [422, 'request.key_reused']);
        // Keys are each operator's own, and one who may not asks in vain, whatever was answered before.
        const may = await server.tokenFor('customers.write', 'customers.read');
        assert.equal((await create(body, may)).json.code, 'customer.code_taken');
        const mayNot = await server.tokenFor('customers.read');
        assert.equal((await create(body, mayNot)).status, 403);
      }
      const elsewhere = await server.ask('POST', '/api/sites', {
        body: { code: 'S9', name: 'x' },
        headers: { 'idempotency-key': 'another-key' },
      });
      assert.equal(elsewhere.status, 422);
      assert.equal(await count(server, 'customer'), before + 2);
    },
  );

  it('what was refused may be sent again with its key when it is right', async () => {
    const server = await openStocked(open);
    const headers = { 'idempotency-key': 'twice-with-this' };
    const wrong = await server.ask('POST', '/api/customers', {
      body: { ...CUSTOMER, taxCode: 'NONE' },
      headers,
    });
    assert.equal(wrong.status, 422);
    assert.equal((await server.ask('POST', '/api/customers', { body: CUSTOMER, headers })).status, 201);
  });

  it('an action that opens its own transactions is done once, too', { timeout: 120_000 }, async () => {
    const server = await openStocked(open);
    const csv = 'code,name\nX1,Monte\nX2,Valle\n';
    const send = (text: string) =>
      server.ask('POST', '/api/imports/sites', {
        body: text,
        headers: { 'content-type': 'text/csv', 'idempotency-key': 'import-once' },
      });
    const answers = await Promise.all([send(csv), send(csv), send(csv)]);
    const made = answers.filter(({ status }) => status === 200);
    assert.ok(made.length > 0);
    for (const { status, json } of answers.filter((one) => !made.includes(one)))
      assert.deepEqual([status, json.code], [409, 'request.in_progress']);
    const again = await send(csv);
    assert.deepEqual(
      [again.status, again.json.imported, again.headers.get('idempotent-replay')],
      [200, 2, 'true'],
    );
    assert.equal((await send(`${csv}X3,Colle\n`)).status, 422);
  });

  it(
    'of 100 changes that race, each names the version that it changes, and none is lost',
    { timeout: 120_000 },
    async () => {
      const server = await openStocked(open);
      const first = await server.ask('GET', '/api/customers/1');
      assert.equal(first.headers.get('etag'), `"${first.json.version}"`);
      const patch = (notes: string, version: string | null) =>
        server.ask('PATCH', '/api/customers/1', {
          body: { notes },
          headers: version === null ? {} : { 'if-match': version },
        });
      assert.equal((await patch('x', null)).status, 428);
      let refused = 0;
      const change = async (mark: string): Promise<void> => {
        for (;;) {
          const read = await server.ask('GET', '/api/customers/1');
          const answer = await patch(`${read.json.notes ?? ''},${mark}`, read.headers.get('etag'));
          if (answer.status === 200) return;
          assert.deepEqual([answer.status, answer.json.code], [409, 'customer.version'], answer.text);
          assert.ok(answer.json.current.version > read.json.version, 'it says what is there now');
          refused++;
        }
      };
      const writer = async (_: unknown, who: number): Promise<void> => {
        for (let i = 0; i < 10; i++) await change(`${who}.${i}`);
      };
      await Promise.all(Array.from({ length: 10 }, writer));
      const { json } = await server.ask('GET', '/api/customers/1');
      assert.equal(json.version, first.json.version + 100);
      assert.equal(new Set((json.notes as string).split(',').filter(Boolean)).size, 100);
      assert.ok(refused > 0, 'they did race');
    },
  );

  it('a change that was refused says what is there, and what was there is as it was', async () => {
    const server = await openStocked(open);
    for (const path of ['/api/customers/1', '/api/sites/1', '/api/plans/1', '/api/contracts/1']) {
      const before = await server.ask('GET', path);
      const body = path.includes('customers')
        ? { notes: 'x' }
        : path.includes('contracts')
          ? { paymentDays: 3 }
          : { name: 'x' };
      for (const version of ['"0"', '"999"']) {
        const answer = await server.ask('PATCH', path, { body, headers: { 'if-match': version } });
        assert.equal(answer.status, 409, answer.text);
        assert.deepEqual(answer.json.current, before.json, path);
      }
      assert.deepEqual((await server.ask('GET', path)).json, before.json);
    }
  });
});

const count = async ({ server }: TestServer, table: string): Promise<number> =>
  Number((await server.app.database.sql.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);
