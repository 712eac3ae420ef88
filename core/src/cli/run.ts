import { formatDate, formatEuro, Invalid, parseDate, type PlainDate } from '@traliccio/sdk';
import type { BillingRunArgs, BillingRunResult } from '../domain/billing/run.ts';
import { appCommand, EXIT } from './command.ts';
import { table, type Output } from './output.ts';

export const runBilling = appCommand({
  name: 'run billing',
  summary: 'bill what is due: number the invoices, then mail them',
  usage: '[--date DATE] [--preview] [--confirm] [--no-deliver]',
  options: {
    date: {
      type: 'string',
      help: 'bill what is due on or before this day (today); documents carry the day of issue',
    },
    preview: { type: 'boolean', help: 'show what would be billed, and write nothing' },
    confirm: { type: 'boolean', help: 'bill although it is the first run, or a bound has tripped' },
    'no-deliver': { type: 'boolean', help: 'leave mails and the like to the workers' },
  },
  async run(app, { values }, out) {
    const args: BillingRunArgs = {
      by: { kind: 'operator', name: 'cli' },
      preview: values.preview === true,
      confirm: values.confirm === true,
      ...(values.date === undefined ? {} : { date: readDate(values.date) }),
    };
    const result = (await app.runInWorker('billing', args, {
      onProgress: ({ what, done, total }) =>
        out.progress(`${what === 'plan' ? 'Planning' : 'Issuing'}: ${done} of ${total}`),
    })) as BillingRunResult;
    const delivered =
      result.state === 'done' && values['no-deliver'] !== true
        ? await app.relay.drain({
            onProgress: (p) => out.progress(`Delivering: ${p.delivered} of ${p.total}`),
          })
        : null;
    const { bills, ...figures } = result;
    out.result({ ...figures, ...(result.state === 'done' ? {} : { bills }), delivered }, () =>
      describe(result, out),
    );
    return result.state === 'held' ? EXIT.failed : EXIT.done;
  },
});

export function readDate(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined)
    throw new Invalid('usage', `${JSON.stringify(text)} is no date: write it as 2026-11-24`, {
      field: '--date',
    });
  return date;
}

function describe(result: BillingRunResult, _out: Output): string {
  const parts: string[] = [];
  if (result.bills.length > 0)
    parts.push(
      table(
        ['CUSTOMER', 'NAME', 'CONTRACTS', 'LINES', 'TOTAL', 'BECOMES'],
        result.bills.map((b) => [
          b.customer,
          b.name,
          b.contracts.join(' '),
          b.lines.length,
          formatEuro(b.total),
          b.outcome,
        ]),
      ),
    );
  if (result.series.length > 0)
    parts.push(
      table(
        ['SERIES', 'YEAR', 'FROM', 'TO'],
        result.series.map((s) => [s.series, s.year, s.from, s.to]),
      ),
    );
  if (result.parked.length > 0)
    parts.push(
      table(
        ['PARKED', 'CODE', 'FIELD', 'WHY'],
        result.parked.map((p) => [p.contract, p.code, p.field, p.message]),
      ),
    );
  for (const bound of result.bounds)
    parts.push(`${result.state === 'held' ? 'Held' : 'Note'}: ${bound.message}.`);
  const what = { done: 'billed', held: 'held, nothing numbered', preview: 'preview, nothing written' }[
    result.state
  ];
  parts.push(
    `${formatDate(result.date)}: ${result.documents} documents, ${formatEuro(result.total)}, ${result.parked.length} parked (${what}).`,
  );
  return parts.join('\n\n');
}

export const parkedList = appCommand({
  name: 'parked',
  summary: 'contracts that the last runs could not bill, and why',
  async run(app, _args, out) {
    const rows = await app.database.sql.all<{
      contract: string;
      code: string;
      field: string;
      message: string;
      plugin: string | null;
      since: number;
    }>(
      'SELECT c.code AS contract, p.code AS code, p.field AS field, p.message AS message, p.plugin AS plugin, p.since AS since FROM parked_contract p JOIN contract c ON c.id = p.contract_id ORDER BY c.code',
    );
    out.result(rows, () =>
      rows.length === 0
        ? 'No contract is parked.'
        : table(
            ['CONTRACT', 'CODE', 'FIELD', 'WHY'],
            rows.map((r) => [r.contract, r.code, r.field, r.message]),
          ),
    );
  },
});
