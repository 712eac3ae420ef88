import { DocumentRenderer, type PlainDate, type RenderRequest } from '@traliccio/sdk';
import { createApp, type App } from '@traliccio/core/src/app.ts';
import { readConfig } from '@traliccio/core/src/kernel/config.ts';
import { fatturaOf } from '../../plugins/fatturapa/src/from-document.ts';
import { runRules } from '../../plugins/fatturapa/src/rules/table.ts';
import { writeFattura } from '../../plugins/fatturapa/src/write.ts';
import { validateXsd } from '../../plugins/fatturapa/src/xsd.ts';
import { floorRun } from './floor.ts';
import { buildIsp } from './isp.ts';

/**
 * One measurement in a process of its own, so that its CPU and peak memory are its own. Prints JSON.
 * `measure.ts build|product|floor|files` with the environment of the product.
 */
const [what, contracts = '10000', history = '0', due = '2026-11-01'] = process.argv.slice(2);
const config = readConfig(process.env);
const n = Number(contracts);

if (what === 'floor') {
  const { seconds, cpu } = await timed(() => floorRun(config.database, due));
  print({ perSecond: n / seconds, cpuMicros: (cpu * 1e6) / n });
} else {
  const app = await createApp(config, { role: 'cli' });
  if (what === 'build') await buildIsp(app.database, { contracts: n, due, history: Number(history) });
  else if (what === 'product') print(await product(app));
  else print(await files(app));
  await app.close();
}

async function product(app: App): Promise<object> {
  const marks: Record<string, number> = {};
  const started = performance.now();
  const run = async (): Promise<{ documents: number }> =>
    (await app.jobs.execute(
      'billing',
      { by: { kind: 'system', name: 'bench' }, confirm: true, date: due },
      { progress: ({ what: phase }) => void (marks[phase] = performance.now()) },
    )) as { documents: number };
  const { result, seconds, cpu } = await timed(run);
  if (result.documents !== n) throw new Error(`${result.documents} documents for ${n} contracts`);
  const plan = ((marks['plan'] ?? started) - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  const again = await timed(run);
  if (again.result.documents !== n) throw new Error('the second run billed something');
  return {
    seconds,
    perSecond: n / seconds,
    planPerSecond: n / plan,
    issuePerSecond: n / (seconds - plan),
    cpuMicros: (cpu * 1e6) / n,
    peakMegabytes: peak,
    secondRunSeconds: again.seconds,
  };
}

/** The files of the documents: what one XML and one PDF cost. */
async function files(app: App): Promise<object> {
  const listed = await app.documents.list({ from: due as PlainDate, limit: 500 });
  const views = await app.documents.views(listed.map((d) => d.id));
  const xml = views.map((v) => Buffer.from(writeFattura(fatturaOf(v, '00000').fattura)));
  const bare = (): void => xml.forEach((bytes) => void validateXsd(bytes));
  const whole = (): void =>
    views.forEach((view) => {
      const { fattura } = fatturaOf(view, '00000');
      runRules(fattura, due as PlainDate);
      validateXsd(Buffer.from(writeFattura(fattura)));
    });
  const noXsd = (): void =>
    views.forEach((view) => {
      const { fattura } = fatturaOf(view, '00000');
      runRules(fattura, due as PlainDate);
      writeFattura(fattura);
    });
  for (const warm of [bare, whole, noXsd]) warm();
  const micros = async (work: () => void): Promise<number> => {
    const runs: number[] = [];
    for (let i = 0; i < 5; i++) runs.push(((await timed(async () => work())).cpu * 1e6) / views.length);
    return runs.toSorted((a, b) => a - b)[2] as number;
  };
  const xsd = await micros(bare);
  const all = await micros(whole);
  const pdf = await pdfs(
    app,
    views.slice(0, 220).map((v) => v.id),
  );
  return {
    xsdPerSecond: 1e6 / xsd,
    bareXsdMicros: xsd,
    xmlRulesXsdMicros: all,
    xmlRulesMicros: await micros(noXsd),
    timesBareXsd: all / xsd,
    ...pdf,
  };
}

async function pdfs(app: App, ids: readonly number[]): Promise<object> {
  const renderer = app.capabilities.find(DocumentRenderer);
  if (!renderer) return {};
  const inputs: RenderRequest[] = [];
  for (const document of await app.documents.views(ids))
    inputs.push({ document, attachments: await app.documents.artifacts(document.id), logo: null });
  const render = async (some: readonly RenderRequest[]): Promise<number> => {
    const call = { key: 'bench', signal: new AbortController().signal };
    const rendered = await Promise.all(some.map((input) => renderer.render(input, call)));
    return rendered.reduce((sum, one) => sum + one.bytes.length, 0);
  };
  await render(inputs.slice(0, 20));
  const measured = inputs.slice(20);
  const { result: bytes, seconds, cpu } = await timed(() => render(measured));
  return {
    pdfPerSecond: measured.length / seconds,
    pdfCpuMillis: (cpu * 1e3) / measured.length,
    pdfKilobytes: bytes / measured.length / 1024,
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; cpu: number }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const used = process.cpuUsage(cpu);
  return { result, seconds: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6 };
}

function print(result: object): void {
  process.stdout.write(JSON.stringify(result));
}
