import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatDate, formatEuro, type PlainDate } from '@traliccio/sdk';
import { createApp, type App } from '../app.ts';
import { ADMINISTRATORS } from '../domain/operators/group.store.ts';
import type { BillingRunResult } from '../domain/billing/run.ts';
import { FILE_KINDS } from '../domain/import/kinds.ts';
import { fileSource } from '../domain/import/source.ts';
import { clockOffset } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import { serve } from '../serve.ts';
import { configCommand } from './command.ts';
import { exportDocuments } from './documents.ts';
import { table, type Output } from './output.ts';
import { ended } from './serve.ts';

/** The ISP of `examples/import`, taken over from another system on this evening. */
const EXAMPLE = fileURLToPath(new URL('../../../examples/import/', import.meta.url));
const TAKE_OVER = '2026-10-31T20:00:00Z';
const NIGHTS: readonly PlainDate[] = [
  '2026-11-01',
  '2026-11-05',
  '2026-11-10',
  '2026-11-15',
  '2026-11-20',
  '2026-11-24',
];
const BY = { kind: 'system', name: 'demo' } as const;

type Night = { readonly date: PlainDate; readonly result: BillingRunResult; readonly mails: number };

export const demo = configCommand({
  name: 'demo',
  summary: 'import a small provider, bill some nights, leave the files to look at, and serve it',
  usage: '[--exit]',
  options: { exit: { type: 'boolean', help: 'end when it is billed' } },
  async run(config, { values }, out) {
    const dataDir = await freshFolder(config);
    const at = (clock: string): Config => ({
      ...config,
      dataDir,
      clockOffset: clockOffset(clock) ?? 0,
      database: { dialect: 'sqlite', file: join(dataDir, 'traliccio.db') },
      databaseUrl: `sqlite:${join(dataDir, 'traliccio.db')}`,
    });
    const log = (line: string): void => void (out.json || process.stdout.write(`${line}\n`));
    log(`A provider moves to Traliccio, in ${dataDir}\n`);
    await withApp(at(TAKE_OVER), (app) => takeOver(app, { log, out }));
    const nights: Night[] = [];
    for (const date of NIGHTS)
      nights.push(
        await withApp(at(date), (app) => billNight(app, { date, first: nights.length === 0, log, out })),
      );
    const summary = await withApp(at(NIGHTS.at(-1) as PlainDate), (app) =>
      exportAll(app, { dataDir, nights, out }),
    );
    out.result(summary, () => describe(summary));
    return values.exit ? 0 : stay(at(NIGHTS.at(-1) as PlainDate), log);
  },
});

/** Serves what was billed, on this machine only, to an operator of its own. */
async function stay(config: Config, log: (line: string) => void): Promise<number> {
  const email = 'demo@example.it';
  const password = randomBytes(9).toString('base64url');
  const local = { ...config, web: { ...config.web, host: '127.0.0.1', publicUrl: null, tls: null } };
  const server = await serve(local, { roles: ['web', 'worker'] });
  await server.app.operators.create(
    { email, name: 'Demo', groups: [ADMINISTRATORS], password, mustChangePassword: false },
    { actor: BY, can: () => true },
  );
  log(
    [
      '',
      `It is up at ${server.address}: log in as ${email} with ${password} (Ctrl-C ends it).`,
      `  curl -s ${server.address}/api/session -H 'content-type: application/json' -d '{"email":"${email}","password":"${password}","token":true}'`,
    ].join('\n'),
  );
  return ended(() => server.stop());
}

type Telling = { readonly log: (line: string) => void; readonly out: Output };

async function freshFolder(config: Config): Promise<string> {
  const parent = resolve(config.dataDir);
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'demo-'));
}

async function withApp<T>(config: Config, work: (app: App) => Promise<T>): Promise<T> {
  const app = await createApp(config, { role: 'cli' });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function takeOver(app: App, { log, out }: Telling): Promise<void> {
  const issuer: unknown = JSON.parse(await readFile(join(EXAMPLE, 'issuer.json'), 'utf8'));
  const row = await app.database.transaction((tx) => app.issuers.set(tx, issuer, BY));
  log(`Issuer       ${row.name}`);
  for (const kind of FILE_KINDS) {
    out.progress(`Importing ${kind}`);
    const result = await app.importer.run(kind, fileSource(join(EXAMPLE, `${kind}.csv`)), { by: BY });
    log(
      `${kind.padEnd(12)} ${result.imported} imported${result.refused.length > 0 ? `, ${result.refused.length} refused` : ''}`,
    );
  }
  log('');
}

async function billNight(
  app: App,
  { date, first, log, out }: Telling & { date: PlainDate; first: boolean },
): Promise<Night> {
  const result = (await app.runInWorker(
    'billing',
    { by: BY, confirm: first },
    {
      onProgress: (p) => out.progress(`${formatDate(date)} ${p.what}: ${p.done} of ${p.total}`),
    },
  )) as BillingRunResult;
  const { done } = await app.relay.drain({
    onProgress: (p) => out.progress(`${formatDate(date)} delivering: ${p.delivered} of ${p.total}`),
  });
  const held = result.state === 'held' ? `: held, ${result.bounds.map((b) => b.message).join('; ')}` : '';
  log(
    `Night of ${formatDate(date)}  ${String(result.documents).padStart(3)} documents  ${formatEuro(result.total).padStart(12)}  ${result.parked.length} parked${held}`,
  );
  return { date, result, mails: done };
}

type Summary = {
  readonly documents: number;
  readonly byType: Record<string, number>;
  /** Cents. */
  readonly total: number;
  readonly series: readonly {
    readonly series: string;
    readonly year: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly parked: number;
  readonly files: { readonly xml: string; readonly pdf: string; readonly eml: string };
  readonly dataDir: string;
};

async function exportAll(
  app: App,
  { dataDir, nights, out }: { dataDir: string; nights: readonly Night[]; out: Output },
): Promise<Summary> {
  const files = {
    xml: join(dataDir, 'xml'),
    pdf: join(dataDir, 'pdf'),
    eml: join(dataDir, 'plugins', 'mail-folder'),
  };
  await exportDocuments(app, {
    filter: { from: NIGHTS[0] as PlainDate },
    xml: files.xml,
    pdf: files.pdf,
    onProgress: (n) => out.progress(`Writing the files of document ${n}`),
  });
  await mkdir(files.eml, { recursive: true });
  const byType: Record<string, number> = {};
  const series = new Map<string, { series: string; year: number; from: number; to: number }>();
  for (const { result } of nights) {
    for (const [type, n] of Object.entries(result.byType)) byType[type] = (byType[type] ?? 0) + n;
    for (const s of result.series) {
      const known = series.get(`${s.series} ${s.year}`);
      series.set(`${s.series} ${s.year}`, {
        ...s,
        from: Math.min(known?.from ?? s.from, s.from),
        to: Math.max(known?.to ?? s.to, s.to),
      });
    }
  }
  return {
    documents: nights.reduce((n, { result }) => n + result.documents, 0),
    byType,
    total: nights.reduce((n, { result }) => n + result.total, 0),
    series: [...series.values()],
    parked: new Set(nights.flatMap(({ result }) => result.parked.map((p) => p.contract))).size,
    files,
    dataDir,
  };
}

function describe(summary: Summary): string {
  const types = Object.entries(summary.byType)
    .map(([type, n]) => `${n} ${type}`)
    .join(', ');
  return [
    '',
    table(
      ['SERIES', 'YEAR', 'FROM', 'TO'],
      summary.series.map((s) => [s.series, s.year, s.from, s.to]),
    ),
    '',
    `${summary.documents} documents (${types}), ${formatEuro(summary.total)}; ${summary.parked} contracts parked.`,
    '',
    `XML    ${summary.files.xml}`,
    `PDF    ${summary.files.pdf}`,
    `mails  ${summary.files.eml}`,
    '',
    `Look around:  DATA_DIR=${summary.dataDir} CLOCK=${NIGHTS.at(-1)} npx traliccio documents list`,
  ].join('\n');
}
