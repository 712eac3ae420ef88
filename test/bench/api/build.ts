import { createApp, type App } from '@traliccio/core/src/app.ts';
import { searchSources } from '@traliccio/core/src/domain/search-sources.ts';
import { readConfig } from '@traliccio/core/src/kernel/config.ts';
import { rebuildIndex } from '@traliccio/core/src/kernel/search/rebuild.ts';
import { buildIsp } from '../isp.ts';
import { newToken } from './token.ts';

/**
 * Fills a database for the API: `build.ts CUSTOMERS DUE`, of which DUE contracts can be billed on 2026-11-01. Prints an
 * administrator's token, and a row of each list to take values from.
 */
const [customers = '100000', due = '10000'] = process.argv.slice(2);
const TABLES = ['customer', 'contract', 'document'] as const;

const app = await createApp(readConfig(process.env), { role: 'cli' });
await buildIsp(app.database, {
  contracts: Number(customers),
  dueThen: Number(due),
  due: '2026-11-01',
  history: 1,
});
for (const source of searchSources)
  for await (const report of rebuildIndex(app.database, source)) void report;
await analyze(app);
process.stdout.write(JSON.stringify({ token: await newToken(app), rows: await sampleRows(app) }));
await app.close();

async function analyze({ database }: App): Promise<void> {
  if (database.dialect === 'sqlite') {
    // Without samples of values: with them SQLite plans a statement anew for each value that it is given.
    await database.sql.run('PRAGMA analysis_limit = 1000');
    await database.sql.run('ANALYZE');
    return;
  }
  const tables = await database.sql.all<{ name: string }>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  await database.sql.all(`ANALYZE TABLE ${tables.map((table) => table.name).join(', ')}`);
}

/** One from the middle of each. */
async function sampleRows({ database: { sql } }: App): Promise<Record<string, object | undefined>> {
  const rows = TABLES.map(async (table) => {
    const [row] = await sql.all(
      `SELECT * FROM ${table} ORDER BY id LIMIT 1 OFFSET ${Math.floor(Number(customers) / 2)}`,
    );
    return [table, row] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
