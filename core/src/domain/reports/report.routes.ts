import { FileReply, Invalid, type PlainDate } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import type { CoreSettings } from '../../kernel/settings/core-settings.ts';
import {
  Conservation,
  MonthEnd,
  RangeQuery,
  RowsQuery,
  StampQuery,
  StampReport,
  VatReport,
  VatRows,
} from './report.schema.ts';
import { monthEnd } from './month-end.ts';
import { CONSERVATION_BY, CONSERVATION_EXPORTED_ON } from './settings.ts';
import { stampQuarters, stampRows } from './stamp-duty.ts';
import { vatCsv } from './vat-csv.ts';
import { vatRows, vatTotals, type After, type Range } from './vat-report.ts';

const PAGE = 50;

/** @throws Invalid for a period that ends before it begins, or is longer than a year */
function periodOf({ from, to }: Range): Range {
  if (to < from) throw new Invalid('report.period_reversed', `${to} is before ${from}`, { field: 'to' });
  if (
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1 ||
    (to.slice(4) >= from.slice(4) && to.slice(0, 4) > from.slice(0, 4))
  )
    throw new Invalid('report.period_long', 'a report is of a year at most: ask for a shorter period', {
      field: 'to',
    });
  return { from, to };
}

const cursorOf = ({ date, series, number, id }: After): string => [date, series, number, id].join('.');

function afterOf(cursor: string | undefined): After | undefined {
  if (cursor === undefined) return undefined;
  const [date, series, number, id] = cursor.split('.') as [PlainDate, string, string, string];
  return { date, series, number: Number(number), id: Number(id) };
}

export const reportRoutes = ({
  database: { sql },
  coreSettings,
}: {
  readonly database: Database;
  readonly coreSettings: CoreSettings;
}): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/reports/vat',
    summary: 'What the documents of a period come to by VAT rate, credit notes negative',
    permission: 'documents.read',
    mode: 'read',
    query: RangeQuery,
    response: VatReport,
    async handler({ query }) {
      const range = periodOf(query);
      const totals = await vatTotals(sql, range);
      const sum = (of: 'base' | 'vat'): number => totals.reduce((n, one) => n + one[of], 0);
      return { ...range, totals, base: sum('base'), vat: sum('vat') };
    },
  }),
  route({
    method: 'GET',
    path: '/reports/vat/rows',
    summary: 'The VAT register of a period, row by row',
    permission: 'documents.read',
    mode: 'read',
    query: RowsQuery,
    response: VatRows,
    async handler({ query: { after, limit, ...range } }) {
      const page = await vatRows(sql, periodOf(range), { after: afterOf(after), limit: limit ?? PAGE });
      return { items: page.items, next: page.next ? cursorOf(page.next) : null };
    },
  }),
  route({
    method: 'GET',
    path: '/reports/vat/file',
    summary: 'The VAT register of a period as CSV',
    permission: 'documents.read',
    mode: 'read',
    query: RangeQuery,
    produces: 'text/csv',
    async handler({ query, signal }) {
      const { from, to } = periodOf(query);
      return new FileReply({
        fileName: `registro-iva-${from}-${to}.csv`,
        mediaType: 'text/csv',
        bytes: new TextEncoder().encode(await vatCsv(sql, { from, to }, signal)),
      });
    },
  }),
  route({
    method: 'GET',
    path: '/reports/stamp-duty',
    summary: 'Documents with stamp duty of a year, and what each quarter comes to',
    permission: 'documents.read',
    mode: 'read',
    query: StampQuery,
    response: StampReport,
    async handler({ query: { year, after, limit = PAGE } }) {
      const items = await stampRows(sql, year, { after: after ?? 0, limit });
      const last = items.length === limit ? items.at(-1) : undefined;
      return { year, quarters: await stampQuarters(sql, year), items, next: last?.id ?? null };
    },
  }),
  route({
    method: 'GET',
    path: '/reports/month-end',
    summary:
      'How far the documents of a period have come: file, mail, payment; what is missing, VAT and stamp duty',
    permission: 'documents.read',
    mode: 'read',
    query: RangeQuery,
    response: MonthEnd,
    async handler({ query }) {
      const range = periodOf(query);
      const [steps, totals] = await Promise.all([monthEnd(sql, range), vatTotals(sql, range)]);
      const vat = {
        base: totals.reduce((sum, one) => sum + one.base, 0),
        vat: totals.reduce((sum, one) => sum + one.vat, 0),
      };
      return { ...range, ...steps, vat };
    },
  }),
  route({
    method: 'GET',
    path: '/reports/conservation',
    summary:
      'Who conserves the originals by the law, and what was last handed over when: it is not done here',
    permission: 'documents.read',
    mode: 'read',
    response: Conservation,
    async handler() {
      const exportedOn = await coreSettings.get(CONSERVATION_EXPORTED_ON);
      return {
        by: await coreSettings.get(CONSERVATION_BY),
        exportedOn: exportedOn === '' ? null : (exportedOn as PlainDate),
      };
    },
  }),
];
