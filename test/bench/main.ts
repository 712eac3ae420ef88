import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { parseDatabaseUrl } from '@traliccio/core/src/kernel/db/database-url.ts';

const USAGE = `npm run bench -- billing [--contracts N] [--history MONTHS] [--database URL] [--json]

Builds N contracts with three lines each (10000), bills one day, and compares with the same day billed by hand-written
SQL over the same tables in the same run. URL is mysql://... of a server that may create databases; SQLite without it.`;

type Figures = Record<string, number>;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    contracts: { type: 'string' },
    history: { type: 'string' },
    database: { type: 'string' },
    json: { type: 'boolean' },
  },
});
if (positionals[0] !== 'billing') {
  process.stderr.write(`${USAGE}\n`);
  process.exit(1);
}
const contracts = values.contracts ?? '10000';
const history = values.history ?? '0';
const folder = mkdtempSync(join(tmpdir(), 'traliccio-bench-'));
try {
  const product = await inDatabase('product', (env) => {
    measure('build', env);
    return { ...measure('product', env), ...measure('files', env) };
  });
  const floor = await inDatabase('floor', (env) => {
    measure('build', env);
    return measure('floor', env);
  });
  const ratio = {
    run: (product['perSecond'] ?? 0) / (floor['perSecond'] ?? 1),
    issue: (product['issuePerSecond'] ?? 0) / (floor['perSecond'] ?? 1),
  };
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const report = {
    database: values.database ? 'mysql' : 'sqlite',
    contracts: Number(contracts),
    history: Number(history),
    product,
    floor,
    ratio,
    machine,
  };
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : describe(report));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs something with a database of its own, which is gone afterwards. */
async function inDatabase(name: string, work: (env: Record<string, string>) => Figures): Promise<Figures> {
  const dataDir = join(folder, name);
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'error', CLOCK: '2026-11-01' };
  if (values.database === undefined)
    return work({ ...env, DATABASE_URL: `sqlite:${join(folder, `${name}.db`)}` });
  const target = parseDatabaseUrl(values.database);
  if (target.dialect !== 'mysql') throw new Error('--database takes the URL of a MySQL or MariaDB server');
  const database = `${target.database}_bench_${name}`;
  const admin = await createConnection({
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
  });
  await admin.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  try {
    const url = new URL(values.database);
    url.pathname = `/${database}`;
    return work({ ...env, DATABASE_URL: url.href });
  } finally {
    await admin.query(`DROP DATABASE ${database}`);
    await admin.end();
  }
}

function measure(what: string, env: Record<string, string>): Figures {
  if (!values.json) process.stderr.write(`${what} ...\n`);
  const child = spawnSync(
    process.execPath,
    [
      // The nursery that the thread of a run has.
      '--max-semi-space-size=8',
      '--conditions=traliccio-source',
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL('./measure.ts', import.meta.url)),
      what,
      contracts,
      history,
    ],
    {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 26,
    },
  );
  if (child.status !== 0) throw new Error(`the measurement ${what} failed`);
  return child.stdout === '' ? {} : (JSON.parse(child.stdout) as Figures);
}

function describe({
  database,
  product,
  floor,
  ratio,
  machine,
}: {
  database: string;
  product: Figures;
  floor: Figures;
  ratio: Figures;
  machine: { node: string; cpu: string; cores: number };
}): string {
  const n = (value: number | undefined, places = 0): string =>
    (value ?? 0).toLocaleString('en-US', { maximumFractionDigits: places, minimumFractionDigits: places });
  return `${database}, ${n(Number(contracts))} contracts, ${history} months of history, Node ${machine.node}, ${machine.cores} x ${machine.cpu}
plan              ${n(product['planPerSecond'])} invoices/s (with all rules and the XSD check of each)
issue             ${n(product['issuePerSecond'])} invoices/s
run               ${n(product['perSecond'])} invoices/s, ${n(product['seconds'], 2)} s, CPU ${n(product['cpuMicros'])} us an invoice, peak ${n(product['peakMegabytes'])} MB
second run        ${n(product['secondRunSeconds'], 3)} s
floor             ${n(floor['perSecond'])} invoices/s, CPU ${n(floor['cpuMicros'])} us an invoice
ratio             run ${n(ratio['run'], 2)}, issue ${n(ratio['issue'], 2)} of the floor
XSD check         ${n(product['xsdPerSecond'])} files/s, ${n(product['bareXsdMicros'])} us CPU each
XML, rules, XSD   ${n(product['xmlRulesXsdMicros'])} us CPU each: ${n(product['timesBareXsd'], 2)} times the bare check (without XSD ${n(product['xmlRulesMicros'])} us)
PDF               ${n(product['pdfPerSecond'])} files/s, ${n(product['pdfCpuMillis'], 1)} ms CPU and ${n(product['pdfKilobytes'], 1)} KB each
`;
}
