import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openProvider, type Provider } from '../../../../test/host/provider.ts';
import { domainApi, type Send } from '../../../../test/host/domain-api.ts';

const ADDRESS = {
  street: 'Via Roma',
  houseNumber: '7',
  postcode: '33010',
  city: 'Tavagnacco',
  province: 'UD',
};
const ROSSI = {
  code: 'C1',
  kind: 'private',
  firstName: 'Mario',
  lastName: 'Rossi',
  taxCode: 'rssmra80a01h501u',
  address: ADDRESS,
  contacts: [{ role: 'billing', email: 'mario@example.it' }],
};
const MALGA = { code: 'C2', kind: 'company', name: 'Malga Srl', vatNumber: '01234567897', address: ADDRESS };

eachDatabase((_name, open) => {
  const customers = async (): Promise<{ p: Provider; send: Send }> => {
    const p = await openProvider(open, { day: '2026-11-10' });
    return { p, send: await domainApi(p) };
  };

  it('a customer is created with the defaults of its kind, and read again', async () => {
    const { p, send } = await customers();
    const made = await send('POST', '/customers', ROSSI);
    deepEqual([made.status, made.etag], [201, '"1"']);
    const { body, etag } = await send('GET', `/customers/${made.body['id']}`);
    deepEqual([body, etag], [made.body, '"1"']);
    const { name, taxCode, codiceDestinatario, address, contacts, splitPayment } = body;
    deepEqual(
      { name, taxCode, codiceDestinatario, address, contacts, splitPayment },
      {
        name: 'Mario Rossi',
        taxCode: 'RSSMRA80A01H501U',
        codiceDestinatario: '0000000',
        address: { ...ADDRESS, country: 'IT' },
        contacts: [{ role: 'billing', name: null, email: 'mario@example.it', phone: null }],
        splitPayment: false,
      },
    );
    deepEqual(await p.rows("SELECT actor FROM audit_log WHERE action = 'customer.create'"), [
      { actor: 'operator:anna@example.it' },
    ]);
  });

  it('what a change names is replaced, and all else stays', async () => {
    const { send } = await customers();
    const before = (await send('POST', '/customers', { ...ROSSI, paymentDays: 15 })).body;
    const renamed = await send('PATCH', '/customers/1', { firstName: 'Luigi' }, { 'if-match': '"1"' });
    deepEqual(
      [renamed.etag, renamed.body],
      ['"2"', { ...before, version: 2, firstName: 'Luigi', name: 'Luigi Rossi' }],
    );
    const contacts = [{ role: 'admin', name: 'Ida', email: null, phone: '0432 111' }];
    const called = await send('PATCH', '/customers/1', { contacts, notes: 'x' }, { 'if-match': '"2"' });
    deepEqual(called.body, { ...renamed.body, version: 3, notes: 'x', contacts });
  });

  it('who changes what somebody else has changed gets to see it', async () => {
    const { send } = await customers();
    await send('POST', '/customers', ROSSI);
    const change = (notes: string, version: string) =>
      send('PATCH', '/customers/1', { notes }, { 'if-match': version });
    equal((await change('first', '"1"')).status, 200);
    const second = await change('second', '"1"');
    deepEqual([second.status, second.body['code']], [409, 'customer.version']);
    deepEqual(second.body['current'], (await send('GET', '/customers/1')).body);
    equal((await send('PATCH', '/customers/1', { notes: 'third' })).status, 428);
    equal((await send('PATCH', '/customers/9', { notes: 'x' }, { 'if-match': '"1"' })).status, 404);
  });

  it('of those who change or create the same at once, one does and the others are told', async () => {
    const { p, send } = await customers();
    const created = await Promise.all(Array.from({ length: 4 }, () => send('POST', '/customers', ROSSI)));
    deepEqual(
      created.map((a) => a.status).toSorted((a, b) => a - b),
      [201, 409, 409, 409],
    );
    const { id } = created.find((a) => a.status === 201)!.body;
    const changed = await Promise.all(
      ['a', 'b', 'c', 'd'].map((notes) =>
        send('PATCH', `/customers/${id}`, { notes }, { 'if-match': '"1"' }),
      ),
    );
    deepEqual(
      changed.map((a) => a.status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    );
    deepEqual(await p.rows('SELECT version FROM customer'), [{ version: 2 }]);
    equal(await p.number("SELECT COUNT(*) FROM audit_log WHERE entity = 'customer'"), 2);
  });

  it('rules refuse a field by the path that it was sent under', async () => {
    const { send } = await customers();
    const contact = { role: 'technical', email: 'ok@example.it' };
    const cases: [change: object, field: string, code: string][] = [
      [{ taxCode: 'RSSMRA80A01H501X' }, 'taxCode', 'customer.tax_code_invalid'],
      [{ firstName: ' ' }, 'firstName', 'customer.first_name_missing'],
      [{ codiceDestinatario: 'ABC' }, 'codiceDestinatario', 'customer.codice_destinatario_invalid'],
      [{ address: { ...ADDRESS, postcode: '1' } }, 'address.postcode', 'customer.postcode_invalid'],
      [{ address: { ...ADDRESS, houseNumber: 'ü' } }, 'address.houseNumber', 'customer.house_number_invalid'],
      [
        { address: { ...ADDRESS, country: 'DE', province: null } },
        'address.country',
        'customer.country_not_italian',
      ],
      [
        { contacts: [contact, { role: 'billing', email: 'mario@' }] },
        'contacts[1].email',
        'customer.billing_email_invalid',
      ],
      [{ contacts: [{ ...contact, phone: '12' }] }, 'contacts[0].phone', 'customer.technical_phone_invalid'],
    ];
    for (const [change, field, code] of cases) {
      const { status, body } = await send('POST', '/customers', { ...ROSSI, ...change });
      deepEqual([status, body['field'], body['code']], [422, field, code]);
    }
    const missing = await send('POST', '/customers', { ...MALGA, name: null });
    equal(missing.body['detail'], 'name is missing');
  });

  it('the longest names of a person fit', async () => {
    const { send } = await customers();
    const long = { ...ROSSI, firstName: 'M'.repeat(60), lastName: 'R'.repeat(60) };
    const { status, body } = await send('POST', '/customers', long);
    deepEqual([status, String(body['name']).length], [201, 121]);
  });

  it('of the consents of a purpose the newest counts', async () => {
    const { send } = await customers();
    await send('POST', '/customers', ROSSI);
    await send('POST', '/customers', MALGA);
    const consent = (granted: boolean, purpose = 'marketing', id = 1) =>
      send('POST', `/customers/${id}/consents`, { purpose, granted, source: 'telefono' });
    await consent(true);
    await consent(true, 'profiling');
    await consent(true, 'marketing', 2);
    const { status, body } = await consent(false);
    equal(status, 201);
    deepEqual(
      (body['consents'] as { purpose: string; granted: boolean }[]).map((c) => [c.purpose, c.granted]),
      [
        ['marketing', false],
        ['profiling', true],
      ],
    );
    equal((await consent(true, 'marketing', 9)).body['code'], 'customer.not_found');
  });
});
