import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { NoticeInput } from '@traliccio/sdk';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase, type TestDatabase } from '../../../../test/host/database.ts';
import { Audit } from '../audit/audit.ts';
import { Notices } from './notices.ts';

const notice = (key: string, en = 'x'): NoticeInput => ({ key, level: 'warning', message: { it: en, en } });
const BY = { kind: 'operator', name: 'test' } as const;
const clock = fixedClock('2026-11-24');
const noticesOf = ({ database }: TestDatabase): Notices => new Notices(database, clock, new Audit(clock));

eachDatabase((_, open) => {
  it('a notice that is posted again is counted, with its newest text', async () => {
    const notices = noticesOf(await open());
    await notices.post('mail-folder', notice('full', 'the folder is full'));
    await notices.post('mail-folder', notice('full', 'the folder is still full'));
    await notices.post('other', notice('full'));
    const [other, full] = await notices.list();
    assert.deepEqual([other!.source, other!.count], ['other', 1]);
    assert.deepEqual(
      [full!.source, full!.key, full!.count, full!.message.en],
      ['mail-folder', 'full', 2, 'the folder is still full'],
    );
  });

  it('a notice that was closed opens again when it is posted', async () => {
    const place = await open();
    const notices = noticesOf(place);
    const close = (id: number): Promise<unknown> =>
      place.database.transaction((tx) => notices.close(tx, id, BY));
    await notices.post('core', notice('a'));
    const [first] = await notices.list();
    await close(first!.id);
    await assert.rejects(close(first!.id), { code: 'notice.not_found' });
    assert.deepEqual(await notices.list(), []);
    assert.equal((await notices.list({ closedToo: true })).length, 1);
    await notices.post('core', notice('a'));
    assert.equal((await notices.list())[0]!.count, 1);
    await notices.closeKey('core', 'a');
    assert.deepEqual(await notices.list(), []);
    const who = await place.database.sql.all('SELECT actor, action, entity_id FROM audit_log ORDER BY id');
    assert.deepEqual(who, [
      { actor: 'operator:test', action: 'notice.closed', entity_id: first!.id },
      { actor: 'system:traliccio', action: 'notice.closed', entity_id: first!.id },
    ]);
  });

  it('a notice that is said once is not said again when somebody has closed it', async () => {
    const place = await open();
    const notices = noticesOf(place);
    await notices.postOnce('core', notice('late:2026-11-24'));
    await notices.postOnce('core', notice('late:2026-11-24'));
    await notices.post('core', notice('latest'));
    await notices.post('other', notice('late:1'));
    const [, , said] = await notices.list();
    assert.equal(said!.count, 1);
    assert.deepEqual(await notices.openKeys('core', 'late:'), ['late:2026-11-24']);
    await place.database.transaction((tx) => notices.close(tx, said!.id, BY));
    await notices.postOnce('core', notice('late:2026-11-24'));
    assert.deepEqual(await notices.openKeys('core', 'late:'), []);
  });

  it('changes are numbered in the order of their commits, whatever began first', async () => {
    const place = await open();
    const notices = noticesOf(place);
    const seen: number[] = [];
    let last = 0;
    const look = async (): Promise<void> => {
      for (const { seq } of await notices.changesAfter(last, 1000)) seen.push((last = seq));
    };
    let isDone = false;
    const looking = (async () => {
      for (; !isDone; await new Promise((resolve) => setImmediate(resolve))) await look();
      await look();
    })();
    await Promise.all(
      Array.from({ length: 60 }, (_one, i) =>
        place.database.transaction(async (tx) => {
          await notices.post('core', notice(`n${i}`), tx);
          await new Promise((resolve) => setImmediate(resolve));
        }),
      ),
    );
    isDone = true;
    await looking;
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(seen).size, 60);
    assert.equal(await notices.lastChange(), last);
  });
});
