import { parseArgs } from 'node:util';
import { inDatabase, inFolder, machine, type Env, type Machine } from './place.ts';
import { runScript, type Figures } from './processes.ts';

export const BILLING_USAGE = `npm run bench -- billing [--contracts N] [--history MONTHS] [--database URL] [--json]

Builds N contracts with three lines each (10000), bills one day, and compares with the same day billed by hand-written
SQL over the same tables in the same run. URL is mysql://... of a server that may create databases; SQLite without it.`;

type Report = {
  readonly database: string;
  readonly contracts: number;
  readonly history: number;
  readonly product: Figures;
  readonly floor: Figures;
  readonly ratio: Figures;
  readonly machine: Machine;
};

/** One day billed by the product, and by hand. */
export async function benchBilling(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      contracts: { type: 'string', default: '10000' },
      history: { type: 'string', default: '0' },
      database: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { contracts, history, database: url } = values;
  const measure = async (what: string, env: Env): Promise<Figures> => {
    if (!values.json) process.stderr.write(`${what} ...\n`);
    // The nursery that the thread of a run has.
    const flags = ['--max-semi-space-size=8'];
    return (await runScript(new URL('./measure.ts', import.meta.url), [what, contracts, history], {
      env,
      flags,
    })) as Figures;
  };
  const report = await inFolder(async (folder): Promise<Report> => {
    const product = await inDatabase({ name: 'product', folder, url }, async (env) => {
      await measure('build', env);
      return { ...(await measure('product', env)), ...(await measure('files', env)) };
    });
    const floor = await inDatabase({ name: 'floor', folder, url }, async (env) => {
      await measure('build', env);
      return measure('floor', env);
    });
    return {
      database: url ? 'mysql' : 'sqlite',
      contracts: Number(contracts),
      history: Number(history),
      product,
      floor,
      ratio: {
        run: (product['perSecond'] ?? 0) / (floor['perSecond'] ?? 1),
        issue: (product['issuePerSecond'] ?? 0) / (floor['perSecond'] ?? 1),
      },
      machine: machine(),
    };
  });
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : describe(report));
}

function describe(report: Report): string {
  const { database, contracts, history, product, floor, ratio } = report;
  const n = (value: number | undefined, places = 0): string =>
    (value ?? 0).toLocaleString('en-US', { maximumFractionDigits: places, minimumFractionDigits: places });
  return `${database}, ${n(contracts)} contracts, ${history} months of history, Node ${report.machine.node}, ${report.machine.cores} x ${report.machine.cpu}
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
