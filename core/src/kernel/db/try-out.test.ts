import assert from 'node:assert/strict';
import { mkdir, readdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import type { CoreTx } from './database.ts';
import { tryOut } from './try-out.ts';

const add = (name: string) => (tx: CoreTx) => tx.insert('id_block', ['name', 'next_id'], [[name, 1]]);
const names = async (tx: Pick<CoreTx, 'all'>): Promise<unknown[]> =>
  (await tx.all<{ name: string }>("SELECT name FROM id_block WHERE name LIKE 'x%' ORDER BY name")).map(
    (r) => r.name,
  );

eachDatabase((name, open) => {
  it('what is tried out sees itself, and is gone afterwards', async () => {
    const { database } = await open();
    await database.transaction(add('x0'));
    const seen = await tryOut(database, async (run) => {
      await run(add('x1'));
      await run(add('x2'));
      return run(names);
    });
    assert.deepEqual(seen, ['x0', 'x1', 'x2']);
    assert.deepEqual(await names(database.sql), ['x0']);
    await assert.rejects(
      tryOut(database, async (run) => {
        await run(add('x1'));
        throw new Error('no');
      }),
      /no/,
    );
    assert.deepEqual(await names(database.sql), ['x0']);
  });

  if (name === 'MySQL') return;

  it('nobody waits while something is tried out on the embedded database, and no copy is left', async () => {
    const { database } = await open();
    const beside = dirname(database.file!);
    const killed = join(beside, '.try-out-killed');
    await mkdir(killed);
    await utimes(killed, 0, 0);
    const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const trying = tryOut(database, (run) =>
      run(async (tx) => {
        await add('x1')(tx);
        begun.resolve();
        await end.promise;
      }),
    );
    await begun.promise;
    await database.transaction(add('x0'));
    end.resolve();
    await trying;
    assert.deepEqual(await names(database.sql), ['x0']);
    assert.deepEqual(
      (await readdir(beside)).filter((one) => one.startsWith('.try-out')),
      [],
    );
  });
});
