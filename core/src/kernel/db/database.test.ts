import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';

eachDatabase((_, open) => {
  it('refuses to wait for itself: inside a transaction there is no other way to the database', async () => {
    const { database } = await open();
    for (const beside of [
      () => database.sql.all('SELECT 1'),
      () => database.transaction(async () => undefined),
    ])
      await assert.rejects(
        database.transaction(async () => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          await beside();
        }),
        { code: 'transaction.open' },
      );
    assert.equal((await database.sql.all('SELECT 1 AS one')).length, 1);
  });

  it('lets what a transaction has started go on by itself once it is over', async () => {
    const { database } = await open();
    let later: Promise<unknown> | undefined;
    await database.transaction(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 30)).then(() => database.sql.all('SELECT 1'));
    });
    await later;
  });
});
