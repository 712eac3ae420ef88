import type { Cents, PlainDate } from '@traliccio/sdk';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import { REGISTER_HEAD, type RegisterRow, totalsOf } from './register.ts';
import { withDate } from './zip-dates.ts';

/** The register as a workbook: the rows, and on a sheet of their own what each rate comes to. */
export async function registerXlsx(rows: readonly RegisterRow[]): Promise<Uint8Array> {
  const bytes = await writeExcelFile([
    {
      sheet: 'Registro IVA vendite',
      data: [head(REGISTER_HEAD), ...rows.map(rowOf)],
      columns: WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'Totali per aliquota',
      data: [
        head(['aliquota', 'natura', 'esigibilita', 'imponibile', 'imposta']),
        ...totalsOf(rows).map((total): Row => [
          amount(total.vatRate),
          total.natura,
          total.esigibilita,
          amount(total.base),
          amount(total.vat),
        ]),
      ],
      columns: [{ width: 10 }, { width: 8 }, { width: 11 }, { width: 14 }, { width: 14 }],
      stickyRowsCount: 1,
    },
  ]).toBuffer();
  // The library puts the time of day into it.
  return withDate(bytes);
}

const WIDTHS = [11, 11, 14, 7, 40, 18, 9, 8, 13, 13, 11, 8, 13];

const rowOf = (row: RegisterRow): Row => [
  row.protocol,
  day(row.date),
  row.numberText,
  row.tipoDocumento,
  row.customer,
  row.taxId,
  amount(row.vatRate),
  row.natura,
  amount(row.base),
  amount(row.vat),
  row.esigibilita,
  amount(row.stampDuty),
  amount(row.total),
];

const head = (names: readonly string[]): Row =>
  names.map((value) => ({ type: String, value, fontWeight: 'bold' as const }));
const day = (date: PlainDate): Row[number] => ({
  type: Date,
  value: new Date(`${date}T00:00:00Z`),
  format: 'dd/mm/yyyy',
});
/** Hundredths of what is shown: a spreadsheet has no integers of cents. */
const amount = (hundredths: Cents | null): Row[number] =>
  hundredths === null ? null : { type: Number, value: hundredths / 100, format: '#,##0.00' };
