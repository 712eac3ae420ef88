import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { eachDatabase } from '../../../../test/host/database.ts';
import { IdBlocks } from './ids.ts';

eachDatabase((_, open) => {
  it('gives ids that no other process gives', async () => {
    const { database, url } = await open();
    const ids = new IdBlocks(database);
    const counts = Array.from({ length: 40 }, (_unused, i) => 1 + ((i * 7) % 90));
    const elsewhere = Promise.all([reserveElsewhere(url, counts), reserveElsewhere(url, counts)]);
    const here: number[] = [];
    for (const count of counts) {
      here.push(await ids.reserve('document', count));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const firsts = [here, ...(await elsewhere)];
    const taken = firsts.flatMap((of) =>
      of.flatMap((first, i) => Array.from({ length: counts[i]! }, (_u, k) => first + k)),
    );
    assert.equal(new Set(taken).size, 3 * counts.reduce((sum, count) => sum + count, 0));
  });

  it('gives ids to whoever asks at once', async () => {
    const ids = new IdBlocks((await open()).database);
    const firsts = await Promise.all(Array.from({ length: 200 }, () => ids.reserve('charge', 1)));
    assert.equal(new Set(firsts).size, 200);
  });

  it('counts each name by itself, from 1', async () => {
    const ids = new IdBlocks((await open()).database);
    assert.equal(await ids.reserve('charge', 3), 1);
    assert.equal(await ids.reserve('charge', 1), 4);
    assert.equal(await ids.reserve('document', 1), 1);
  });
});

/** The same in a process of its own. */
async function reserveElsewhere(url: string, counts: readonly number[]): Promise<number[]> {
  const from = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);
  const program = `
    import { Database } from ${from('./database.ts')};
    import { parseDatabaseUrl } from ${from('./database-url.ts')};
    import { IdBlocks } from ${from('./ids.ts')};
    const database = await Database.open(parseDatabaseUrl(${JSON.stringify(url)}));
    const ids = new IdBlocks(database);
    const firsts = [];
    for (const count of ${JSON.stringify(counts)}) firsts.push(await ids.reserve('document', count));
    console.log(JSON.stringify(firsts));
    await database.close();`;
  const flags = ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning'];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flags,
    '--input-type=module',
    '-e',
    program,
  ]);
  return JSON.parse(stdout) as number[];
}
