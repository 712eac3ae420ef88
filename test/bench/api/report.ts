import type { Report } from './bench.ts';
import type { Latencies } from './load.ts';

/** Kinds that are shown by name: the slowest. */
const SHOWN = 3;

export function describe(report: Report): string {
  const { database, customers, machine } = report;
  return `${database}, ${n(customers)} customers, Node ${machine.node}, ${machine.cores} x ${machine.cpu}
first answer      ${n(report.firstAnswerMs)} ms, without compiled code kept ${n(report.firstAnswerUncachedMs)} ms
idle memory       ${report.idleMegabytes === undefined ? 'not known here' : `${n(report.idleMegabytes)} MB`}
${report.ratios
  .map(
    ({ name, product, floor, ratio }) =>
      `${name.padEnd(24)} ${n(product).padStart(6)} requests/s, floor ${n(floor).padStart(6)}, ratio ${n(ratio, 2)}`,
  )
  .join('\n')}
${latencies('pages', report.pages)}
${latencies('searches', report.searches)}
${latencies('pages while billing', report.whileBilling)}
`;
}

function latencies(what: string, { all, kinds }: Latencies): string {
  const slowest = Object.entries(kinds)
    .toSorted(([, a], [, b]) => b.p99 - a.p99)
    .slice(0, SHOWN)
    .map(([name, one]) => `  ${name}: p50 ${n(one.p50, 1)}, p99 ${n(one.p99, 1)} ms`);
  return [
    `${what}: ${n(all.requests)} at ${n(all.perSecond)} requests/s, p50 ${n(all.p50, 1)}, p99 ${n(all.p99, 1)}, max ${n(all.max, 1)} ms; slowest:`,
    ...slowest,
  ].join('\n');
}

const n = (value: number, places = 0): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: places, minimumFractionDigits: places });
