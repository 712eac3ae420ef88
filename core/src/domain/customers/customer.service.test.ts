import { deepEqual, equal, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';
import { customerByCode } from './customer.service.ts';
import { customerViews } from './find-customers.ts';
import type { CustomerInput } from './customer.input.ts';

const ROSSI: CustomerInput = {
  code: 'C1',
  kind: 'private',
  firstName: 'Mario',
  lastName: 'Rossi',
  taxCode: 'RSSMRA80A01H501U',
  address: {
    street: 'Via Roma',
    houseNumber: '7',
    postcode: '33010',
    city: 'Tavagnacco',
    province: 'UD',
    country: 'IT',
  },
  contacts: [
    { role: 'billing', email: 'mario@example.it' },
    { role: 'technical', phone: '0432 111' },
  ],
};

eachDatabase((_name, open) => {
  it('a customer is found by code and mailed at the billing contact', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    const { id } = await p.tx((tx) => p.app.customers.create(tx, ROSSI, BY));
    const [view] = await customerViews(p.app.database.sql, [id, 999]);
    deepEqual([view?.name, view?.invoiceEmails], ['Mario Rossi', ['mario@example.it']]);
    equal((await p.tx((tx) => customerByCode(tx, 'C1'))).taxCode, 'RSSMRA80A01H501U');
    await rejects(
      p.tx((tx) => customerByCode(tx, 'C2')),
      { code: 'customer.not_found' },
    );
  });

  it('a code is given once', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await p.tx((tx) => p.app.customers.create(tx, ROSSI, BY));
    await rejects(
      p.tx((tx) => p.app.customers.create(tx, ROSSI, BY)),
      { code: 'customer.code_taken' },
    );
  });

  it('of two operators who change a customer at once the second is told', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    const { id, version } = await p.tx((tx) => p.app.customers.create(tx, ROSSI, BY));
    const moved = { ...ROSSI, address: { ...ROSSI.address, street: 'Via Udine' } };
    const change = { id, version, input: moved };
    const after = await p.tx((tx) => p.app.customers.update(tx, change, BY));
    equal(after.version, version + 1);
    await rejects(
      p.tx((tx) => p.app.customers.update(tx, change, BY)),
      { code: 'customer.version' },
    );
    deepEqual(await p.rows('SELECT street, version FROM customer'), [{ street: 'Via Udine', version: 2 }]);
  });

  it('what is wrong with a customer is refused with code and field, and nothing is stored', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await rejects(
      p.tx((tx) => p.app.customers.create(tx, { ...ROSSI, taxCode: 'RSSMRA80A01H501X' }, BY)),
      {
        code: 'customer.tax_code_invalid',
        field: 'tax_code',
      },
    );
    equal(await p.number('SELECT COUNT(*) FROM customer'), 0);
  });

  it('consents are appended with their source, and who did what is audited', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    const { id } = await p.tx((tx) => p.app.customers.create(tx, ROSSI, BY));
    for (const granted of [true, false])
      await p.tx((tx) =>
        p.app.customers.recordConsent(
          tx,
          { customerId: id, purpose: 'marketing', granted, source: 'telefono' },
          BY,
        ),
      );
    deepEqual(await p.rows('SELECT granted, source FROM consent ORDER BY id'), [
      { granted: 1, source: 'telefono' },
      { granted: 0, source: 'telefono' },
    ]);
    deepEqual(
      (await p.rows("SELECT actor, action FROM audit_log WHERE entity = 'customer' ORDER BY id")).map((r) =>
        Object.values(r),
      ),
      [
        ['operator:test', 'customer.create'],
        ['operator:test', 'customer.consent'],
        ['operator:test', 'customer.consent'],
      ],
    );
  });
});
