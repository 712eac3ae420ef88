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

  it('reads what was written before, however it was written', async () => {
    const { database } = await open();
    const next = async (): Promise<unknown> =>
      (await database.sql.all<{ n: number }>("SELECT next_id AS n FROM id_block WHERE name = 'x'"))[0]?.n;
    await database.sql.insert('id_block', ['name', 'next_id'], [['x', 1]]);
    assert.equal(await next(), 1);
    await database.sql.run("UPDATE id_block SET next_id = 2 WHERE name = 'x'");
    assert.equal(await next(), 2);
    for (let n = 3; n < 40; n++) {
      await database.transaction((tx) => tx.run('UPDATE id_block SET next_id = ? WHERE name = ?', [n, 'x']));
      assert.equal(await next(), n);
    }
  });

  it('reads beside an open transaction, and sees nothing of it', async () => {
    const { database } = await open();
    const written = Promise.withResolvers<void>();
    const read = Promise.withResolvers<void>();
    const writing = database.transaction(async (tx) => {
      await tx.insert('id_block', ['name', 'next_id'], [['y', 7]]);
      written.resolve();
      await read.promise;
    });
    await written.promise;
    assert.deepEqual(await database.sql.all("SELECT 1 FROM id_block WHERE name = 'y'"), []);
    read.resolve();
    await writing;
    assert.equal((await database.sql.all("SELECT 1 FROM id_block WHERE name = 'y'")).length, 1);
  });

  it('lets a text go on, or begin', async () => {
    const { database } = await open();
    const add = (texts: readonly (readonly [block: number, ids: string])[]): Promise<void> =>
      database.transaction((tx) =>
        tx.append(
          'search_gram',
          ['kind', 'block', 'gram', 'ids'],
          texts.map(([block, ids]) => [9, block, 1, ids]),
          { key: ['kind', 'block', 'gram'], column: 'ids' },
        ),
      );
    await add([
      [1, 'one'],
      [2, 'x'],
    ]);
    await add([
      [1, ' two'],
      [3, 'y'],
    ]);
    const rows = await database.sql.all<{ block: number; ids: string }>(
      'SELECT block, ids FROM search_gram WHERE kind = 9 ORDER BY block',
    );
    assert.deepEqual(
      rows.map((row) => [row.block, row.ids]),
      [
        [1, 'one two'],
        [2, 'x'],
        [3, 'y'],
      ],
    );
  });
});
