import { parseArgs } from 'node:util';
import { recountTurnover } from '@traliccio/core/src/domain/documents/turnover.ts';
import type { Database } from '@traliccio/core/src/kernel/db/database.ts';
import { createApp } from '@traliccio/core/src/app.ts';
import { readConfig } from '@traliccio/core/src/kernel/config.ts';
import { addMonths, plainDate, yearOf, type PlainDate } from '@traliccio/sdk';
import { startProduct } from './api/product.ts';
import { newToken } from './api/token.ts';
import { buildIsp } from './isp.ts';
import { inDatabase, inFolder, type Env } from './place.ts';
import { stop } from './processes.ts';

export const DASHBOARD_USAGE = `npm run bench -- dashboard [--contracts N] [--months M] [--database URL]

Builds N contracts (100000) with an invoice in each of M months (12), and measures GET /api/dashboard, asked again and
again. URL is mysql://... of a server that may create databases; SQLite without it.`;

const DUE = plainDate('2026-11-01');
const ASKED = 500;

/** What the first page of everybody costs. */
export async function benchDashboard(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      contracts: { type: 'string', default: '100000' },
      months: { type: 'string', default: '12' },
      database: { type: 'string' },
    },
  });
  const size = { contracts: Number(values.contracts), months: Number(values.months) };
  await inFolder((folder) =>
    inDatabase({ name: 'dashboard', folder, url: values.database }, async (env) => {
      const token = await build(env, size);
      const product = await startProduct(env);
      try {
        const ask = (): Promise<Response> =>
          fetch(`${product.url}/api/dashboard`, { headers: { authorization: `Bearer ${token}` } });
        const first = await (await ask()).text();
        const taken = await measure(ask);
        const at = (part: number): string => taken[Math.floor(taken.length * part)]!.toFixed(2);
        process.stdout.write(
          `${values.database ? 'mysql' : 'sqlite'}, ${size.contracts * size.months} documents, ${size.contracts} contracts: median ${at(0.5)} ms, p99 ${at(0.99)} ms an answer over HTTP, one after the other\n${first}\n`,
        );
      } finally {
        await stop(product.child);
      }
    }),
  );
}

async function measure(ask: () => Promise<Response>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    const since = performance.now();
    await (await ask()).arrayBuffer();
    taken.push(performance.now() - since);
  }
  return taken.toSorted((a, b) => a - b);
}

async function build(
  env: Env,
  { contracts, months }: { contracts: number; months: number },
): Promise<string> {
  const app = await createApp(readConfig(env), { role: 'cli' });
  await buildIsp(app.database, { contracts, dueThen: Math.floor(contracts / 10), due: DUE });
  for (let ago = 0; ago < months; ago++) await buildDocuments(app.database, addMonths(DUE, -ago), ago);
  await recountTurnover(app.database);
  const token = await newToken(app);
  await app.close();
  return token;
}

/** An invoice for each contract, made by the database itself: nothing here reads lines or files. */
async function buildDocuments({ sql }: Database, date: PlainDate, ago: number): Promise<void> {
  await sql.run(
    `INSERT INTO document (id, issuer_id, customer_id, kind, tipo_documento, state, origin, series, year, number, revision, number_text, date, due_date,
       net, vat, rounding, total, payable, stamp_duty, issuer_snapshot, customer_snapshot, details, created_at)
     SELECT id + ?, 1, customer_id, 'invoice', 'TD01', 'issued', 'import', ?, ?, id, 0, code, ?, ?, 3400, 748, 0, 4148, 4148, 0, '', '{}', '{}', 0 FROM contract`,
    [1_000_000_000 + ago * 1_000_000, `H${ago}`, yearOf(date), date, date],
  );
  // Of each twenty, one is not paid.
  await sql.run(
    `INSERT INTO open_item (document_id, customer_id, kind, date, due_date, payable, settled_before, settled, pending, open_amount, is_open)
     SELECT id, customer_id, kind, date, due_date, payable, CASE WHEN number % 20 = 0 THEN 0 ELSE payable END, 0, 0,
       CASE WHEN number % 20 = 0 THEN payable ELSE 0 END, CASE WHEN number % 20 = 0 THEN 1 ELSE 0 END FROM document WHERE date = ?`,
    [date],
  );
}
