import { describe, it } from 'node:test';
import { inDatabase, inFolder } from '../place.ts';
import { firstLine, runScript, startScript, stop } from '../processes.ts';
import { asker, type SampleRows } from './pages.ts';
import { startProduct } from './product.ts';
import { sameAnswers } from './same-answers.ts';
import { subjects } from './subjects.ts';

const CUSTOMERS = 120;

const compares = async (url: string | undefined): Promise<void> =>
  inFolder((folder) =>
    inDatabase({ name: 'floor', folder, url }, async (env) => {
      const build = new URL('./build.ts', import.meta.url);
      const args = [String(CUSTOMERS), '10'];
      const { token } = (await runScript(build, args, { env })) as { token: string; rows: SampleRows };
      const product = await startProduct(env);
      const floor = startScript(new URL('./floor.ts', import.meta.url), [], { env });
      try {
        const ours = { url: product.url, token };
        const bare = { url: await firstLine(floor) };
        for (const subject of await subjects(CUSTOMERS, asker(ours)))
          await sameAnswers(subject, { ours, bare });
      } finally {
        await Promise.all([stop(product.child), stop(floor)]);
      }
    }),
  );

/** What the API is measured against has to answer the same, or the measure says nothing. */
describe('the floor of the benchmark', () => {
  it('answers as the product does on SQLite', () => compares(undefined));
  const server = process.env['TRALICCIO_TEST_MYSQL'];
  it(
    'answers as the product does on MySQL',
    { skip: server ? false : 'TRALICCIO_TEST_MYSQL names no server' },
    () => compares(new URL('/bench', server).href),
  );
});
