import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { purgeOutbox } from './outbox-purge.ts';

const DAY = 24 * 60 * 60_000;

eachDatabase((_, open) => {
  it('forgets what ended ninety days ago, and neither what is newer nor what never ended', async () => {
    const { database } = await open();
    const now = Date.now();
    const ago = (days: number): number => now - days * DAY;
    const rows = [
      ...Array.from({ length: 1100 }, () => ['done', ago(120), ago(119)] as const),
      ['dropped', ago(120), ago(91)],
      ['dead', ago(120), null],
      ['done', ago(120), ago(89)],
      ['ready', ago(95), null],
      ['done', ago(30), ago(30)],
    ] as const;
    await database.sql.insert(
      'outbox',
      ['delivery_key', 'event', 'aggregate', 'subscriber', 'payload', 'state', 'created_at', 'done_at'],
      rows.map(([state, created, done], i) => [`k${i}`, 'e', 'a', 's', '{}', state, created, done]),
    );
    assert.equal(await purgeOutbox(database), 1101);
    const left = await database.sql.all<{ state: string }>('SELECT state FROM outbox ORDER BY id');
    assert.deepEqual(
      left.map((row) => row.state),
      ['dead', 'done', 'ready', 'done'],
    );
    assert.equal(await purgeOutbox(database), 0);
  });
});
