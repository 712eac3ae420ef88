import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { domainApi, type Send } from '../../../../test/host/domain-api.ts';
import { openProvider, type Provider } from '../../../../test/host/provider.ts';

const ROSSI = {
  code: 'C1',
  kind: 'private',
  firstName: 'Mario',
  lastName: 'Rossi',
  taxCode: 'rssmra80a01h501u',
  address: { street: 'Via Roma', houseNumber: '7', postcode: '33010', city: 'Tavagnacco', province: 'UD' },
};
type Note = { readonly id: number; readonly kind: string; readonly text: string; readonly operator: string };

eachDatabase((_name, open) => {
  const withCustomers = async (): Promise<{ p: Provider; send: Send }> => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    await send('POST', '/customers', ROSSI);
    await send('POST', '/customers', { ...ROSSI, code: 'C2' });
    return { p, send };
  };
  const textsOf = (body: Record<string, unknown>): string[] => (body['items'] as Note[]).map((n) => n.text);

  it('notes of a customer are read page by page, the newest first, and no others', async () => {
    const { send } = await withCustomers();
    for (const text of ['prima', 'seconda', ' terza '])
      equal((await send('POST', '/customers/1/notes', { kind: 'call', text })).status, 201);
    await send('POST', '/customers/2/notes', { kind: 'note', text: 'di un altro' });
    const first = (await send('GET', '/customers/1/notes?limit=2')).body;
    deepEqual(textsOf(first), ['terza', 'seconda']);
    deepEqual((first['items'] as Note[])[0]?.operator, 'anna@example.it');
    const rest = (await send('GET', `/customers/1/notes?limit=2&cursor=${first['next']}`)).body;
    deepEqual([textsOf(rest), rest['next']], [['prima'], null]);
    deepEqual(textsOf((await send('GET', '/customers/2/notes')).body), ['di un altro']);
    // The place in one customer's notes is no place in another's.
    equal((await send('GET', `/customers/2/notes?cursor=${first['next']}`)).body['code'], 'list.cursor');
  });

  it('a note leaves the customer as it was, and the log says that it is there but not what it says', async () => {
    const { p, send } = await withCustomers();
    const before = (await send('GET', '/customers/1')).body;
    const { body } = await send('POST', '/customers/1/notes', { kind: 'note', text: 'ha cambiato router' });
    deepEqual((await send('GET', '/customers/1')).body, before);
    deepEqual(await p.rows("SELECT actor, entity_id, detail FROM audit_log WHERE action = 'customer.note'"), [
      {
        actor: 'operator:anna@example.it',
        entity_id: 1,
        detail: JSON.stringify({ note: body['id'], kind: 'note' }),
      },
    ]);
  });

  it('nothing is noted of nobody, nor nothing of somebody', async () => {
    const { p, send } = await withCustomers();
    equal((await send('POST', '/customers/9/notes', { kind: 'call', text: 'x' })).status, 404);
    equal((await send('GET', '/customers/9/notes')).status, 404);
    for (const body of [
      { kind: 'call', text: '' },
      { kind: 'call', text: '  \n' },
      { kind: 'fax', text: 'x' },
      { kind: 'call', text: 'x'.repeat(2001) },
    ])
      equal((await send('POST', '/customers/1/notes', body)).status, 400);
    deepEqual(await p.rows('SELECT id FROM customer_note'), []);
  });
});
