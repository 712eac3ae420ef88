import type { Types } from '../kernel/db/ddl.ts';
import { table, type Step } from './steps.ts';

/** What the documents of each day come to, so that nobody adds them up to look at a month. */
export const turnoverTables = (t: Types): Step[] => [
  table(
    t,
    'turnover',
    `date ${t.date} NOT NULL,
     kind ${t.code(12)} NOT NULL,
     series ${t.code(8)} NOT NULL,
     documents ${t.int} NOT NULL,
     net ${t.int} NOT NULL,
     vat ${t.int} NOT NULL,
     total ${t.int} NOT NULL,
     PRIMARY KEY (date, kind, series)`,
  ),
  // Of what was issued before there was this table.
  {
    name: 'rows turnover',
    sql: `REPLACE INTO turnover (date, kind, series, documents, net, vat, total)
      SELECT date, kind, series, COUNT(*), SUM(net), SUM(vat), SUM(total) FROM document WHERE state = 'issued' GROUP BY date, kind, series`,
  },
];
