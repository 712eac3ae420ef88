import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openServer } from '../../../../test/host/http.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';
import { clockOffset } from '../../kernel/clock.ts';

eachDatabase((_name, open) => {
  it('in a locked month nothing is issued: the run says so before it plans anything', async () => {
    const p = await openProvider(open, { day: '2026-03-31' });
    await p.customer('C1');
    await p.contract('K1', { startOn: '2026-03-01' });
    p.on('2026-04-02');
    await p.tx((tx) => p.app.documentLocks.lock(tx, '2026-03-31', BY));
    await assert.rejects(p.bill({ date: '2026-03-31' }), { code: 'document.month_locked' });
    assert.equal(await p.number('SELECT COUNT(*) AS n FROM document'), 0);
    assert.equal(await p.number('SELECT COUNT(*) AS n FROM parked_contract'), 0);
    assert.equal((await p.bill()).documents, 1, 'a later date is fine');
  });

  it('a month is locked when it is over, and the last lock is taken back with a reason', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-03-15' });
    const s = await openServer(async () => place, { env: { clockOffset: clockOffset('2026-03-15')! } });
    const url = '/api/documents/lock';
    const lock = (through: unknown) => s.ask('POST', url, { body: { through } });
    const reader = await s.tokenFor('documents.read', 'documents.credit');
    assert.equal((await s.ask('POST', url, { body: { through: '2026-02-28' }, token: reader })).status, 403);
    const codes: string[] = [];
    for (const through of ['2026-02-27', '2026-03-31', '2027-01-31', '2026-02-30', 7, null])
      codes.push((await lock(through)).json.code);
    assert.deepEqual(codes.slice(0, 3), [
      'document.lock_month_end',
      'document.lock_future',
      'document.lock_future',
    ]);
    assert.equal((await lock('2026-01-31')).json.through, '2026-01-31');
    assert.equal((await lock('2026-01-31')).json.code, 'document.lock_earlier');
    assert.equal((await lock('2026-02-28')).json.through, '2026-02-28');
    const release = (reason: string) => s.ask('POST', `${url}/release`, { body: { reason } });
    assert.equal((await release('  ')).json.code, 'document.lock_reason_missing');
    const back = (await release('Fattura dimenticata')).json;
    assert.equal(back.through, '2026-01-31', 'the one before is in force again');
    assert.deepEqual(
      [back.history.length, back.history[0].reason, back.history[1].releasedAt],
      [2, 'Fattura dimenticata', null],
    );
    await release('Anche questa');
    assert.equal((await release('Niente')).json.code, 'document.lock_none');
    assert.equal((await s.ask('GET', url, { token: reader })).json.through, null);
    const audit = await p.rows(
      "SELECT action FROM audit_log WHERE action IN ('document.locked', 'document.unlocked') ORDER BY id",
    );
    assert.deepEqual(
      audit.map((row) => row['action']),
      ['document.locked', 'document.locked', 'document.unlocked', 'document.unlocked'],
    );
  });
});
