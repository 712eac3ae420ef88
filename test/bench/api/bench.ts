import { parseArgs } from 'node:util';
import { inDatabase, inFolder, machine, type Env, type Machine } from '../place.ts';
import { firstLine, runScript, startScript, stop } from '../processes.ts';
import { latency, throughput, type Latencies, type Target } from './load.ts';
import { asker, pageKinds, type SampleRows } from './pages.ts';
import { billInAnotherProcess, residentMegabytes, startProduct } from './product.ts';
import { describe } from './report.ts';
import { sameAnswers } from './same-answers.ts';
import { searchTexts } from './searches.ts';
import { subjects, type Subject } from './subjects.ts';

export const API_USAGE = `npm run bench -- api [--customers N] [--seconds S] [--database URL] [--json]

Builds N customers with a contract and an invoice each (100000), and measures for S seconds each (8): start and memory,
requests a second beside bare Fastify with one hand-written statement, and latency at 300 requests a second: of every
page of every list, of searches, and while 10,000 contracts are billed. URL is mysql://... of a server that may create
databases; SQLite without it.`;

/** At 32 connections, and of how much work the floor is capable: requests a second. */
export type Ratio = {
  readonly name: string;
  readonly product: number;
  readonly floor: number;
  readonly ratio: number;
};
export type Report = {
  readonly database: string;
  readonly customers: number;
  readonly firstAnswerMs: number;
  readonly firstAnswerUncachedMs: number;
  readonly idleMegabytes: number | undefined;
  readonly ratios: readonly Ratio[];
  readonly pages: Latencies;
  readonly searches: Latencies;
  readonly whileBilling: Latencies;
  readonly machine: Machine;
};

const RATE = 300;
const STARTS = 5;
const IDLE_MS = 10_000;
const ROUNDS = 3;
/** Contracts that are billed meanwhile. */
const BILLED = 10_000;
const SEARCHES = 1000;

/** The API of the product beside the least that could answer the same. */
export async function benchApi(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      customers: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '8' },
      database: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const say = (what: string): void => void (values.json || process.stderr.write(`${what} ...\n`));
  const customers = Number(values.customers);
  const report = await inFolder((folder) =>
    inDatabase({ name: 'api', folder, url: values.database }, async (env) => {
      const asked = { env, customers, seconds: Number(values.seconds), say };
      const figures = await measure(asked);
      return { database: values.database ? 'mysql' : 'sqlite', customers, ...figures, machine: machine() };
    }),
  );
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : describe(report));
}

type Asked = {
  readonly env: Env;
  readonly customers: number;
  readonly seconds: number;
  readonly say: (what: string) => void;
};

async function measure({ env, customers, seconds, say }: Asked) {
  say('build');
  const { token, rows } = (await runScript(
    new URL('./build.ts', import.meta.url),
    [String(customers), String(Math.min(BILLED, customers))],
    { env },
  )) as { token: string; rows: SampleRows };
  say('starts');
  const firstAnswerUncachedMs = await medianStart(env, { cache: false });
  const firstAnswerMs = await medianStart(env, { cache: true });
  const product = await startProduct(env);
  const floor = startScript(new URL('./floor.ts', import.meta.url), [], { env });
  try {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const idleMegabytes = residentMegabytes(product.child);
    const ours = { url: product.url, token };
    const bare = { url: await firstLine(floor) };
    const ask = asker(ours);
    const ratios = await besideTheFloor(await subjects(customers, ask), { ours, bare, seconds, say });
    const kinds = await pageKinds(rows, ask);
    say('pages');
    await latency(ours, kinds, { rate: RATE, seconds: 2 });
    const pages = await latency(ours, kinds, { rate: RATE, seconds: seconds * 4 });
    say('searches');
    const texts = searchKinds(customers);
    await latency(ours, texts, { rate: RATE, seconds: 2 });
    const searches = await latency(ours, texts, { rate: RATE, seconds: seconds * 4 });
    say('pages while a run bills');
    const reads = kinds.filter((kind) => !kind.name.includes('-'));
    const run = billInAnotherProcess(env);
    const whileBilling = await latency(ours, reads, { rate: RATE, until: run });
    await run;
    return { firstAnswerMs, firstAnswerUncachedMs, idleMegabytes, ratios, pages, searches, whileBilling };
  } finally {
    await stop(floor);
    await stop(product.child);
  }
}

async function medianStart(env: Env, options: { cache: boolean }): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const { child, firstAnswerMs } = await startProduct(env, options);
    taken.push(firstAnswerMs);
    await stop(child);
  }
  return median(taken);
}

/** By turns, so that both have the same machine. */
async function besideTheFloor(
  all: readonly Subject[],
  { ours, bare, seconds, say }: { ours: Target; bare: Target } & Pick<Asked, 'seconds' | 'say'>,
): Promise<Ratio[]> {
  const ratios: Ratio[] = [];
  for (const subject of all) {
    say(subject.name);
    await sameAnswers(subject, { ours, bare });
    await throughput(ours, subject.product, 1);
    await throughput(bare, subject.floor, 1);
    const rounds: { product: number; floor: number }[] = [];
    for (let i = 0; i < ROUNDS; i++)
      rounds.push({
        product: await throughput(ours, subject.product, seconds / ROUNDS),
        floor: await throughput(bare, subject.floor, seconds / ROUNDS),
      });
    const product = median(rounds.map((round) => round.product));
    const floor = median(rounds.map((round) => round.floor));
    ratios.push({
      name: subject.name,
      product,
      floor,
      ratio: median(rounds.map((r) => r.product / r.floor)),
    });
  }
  return ratios;
}

function searchKinds(customers: number) {
  const texts = searchTexts(SEARCHES, customers);
  return ['/api/customers', '/api/contracts', '/api/search'].map((path) => ({
    name: path,
    paths: texts.map((text) => `${path}?q=${encodeURIComponent(text)}`),
  }));
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] as number;
