import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { NoticeInput } from '@traliccio/sdk';
import { fixedClock } from '@traliccio/sdk/testing';
import { eachDatabase } from '../../../../test/host/database.ts';
import { Notices } from './notices.ts';

const notice = (key: string, en = 'x'): NoticeInput => ({ key, level: 'warning', message: { it: en, en } });

eachDatabase((_, open) => {
  it('a notice that is posted again is counted, with its newest text', async () => {
    const notices = new Notices((await open()).database, fixedClock('2026-11-24'));
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
    const notices = new Notices((await open()).database, fixedClock('2026-11-24'));
    await notices.post('core', notice('a'));
    const [first] = await notices.list();
    await notices.close(first!.id);
    await assert.rejects(notices.close(first!.id), { code: 'notice.not_found' });
    assert.deepEqual(await notices.list(), []);
    assert.equal((await notices.list({ closedToo: true })).length, 1);
    await notices.post('core', notice('a'));
    assert.equal((await notices.list())[0]!.count, 1);
    await notices.closeKey('core', 'a');
    assert.deepEqual(await notices.list(), []);
  });
});
