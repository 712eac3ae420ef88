import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase } from '../../../../test/host/database.ts';
import { Audit, SYSTEM } from './audit.ts';

eachDatabase((_, open) => {
  it('says who did what, and can not be changed afterwards', async () => {
    const { database } = await open();
    const audit = new Audit(fixedClock('2026-11-24'));
    const entry = { action: 'plan.changed', entity: 'plan', entityId: 3 };
    await database.transaction((tx) =>
      audit.recordMany(tx, [
        { ...entry, actor: { kind: 'operator', name: 'anna' }, detail: { price: 'più alto' } },
        { ...entry, actor: SYSTEM, at: 5 },
      ]),
    );
    const rows = await database.sql.all('SELECT at, actor, action, detail FROM audit_log ORDER BY id');
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { at: 1795518000000, actor: 'operator:anna', action: 'plan.changed', detail: '{"price":"più alto"}' },
        { at: 5, actor: 'system:traliccio', action: 'plan.changed', detail: null },
      ],
    );
    await assert.rejects(database.sql.run("UPDATE audit_log SET actor = 'x'"), /only appended to/);
    await assert.rejects(database.sql.run('DELETE FROM audit_log'), /only appended to/);
  });
});
