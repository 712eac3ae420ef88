import { formatDecimal, type Sql } from '@traliccio/sdk';
import { vatRows, type After, type Range } from './vat-report.ts';

const HEAD =
  'data;numero;tipo;cliente;denominazione;aliquota;natura;esigibilita;imponibile;imposta;totale documento';
const AT_ONCE = 2_000;

/** Amounts as Italian spreadsheets read them. */
const amount = (cents: number): string => formatDecimal(cents, 2).replace('.', ',');

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
const text = (value: string): string =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** The VAT register of a period as a file for spreadsheets, credit notes negative. */
export async function vatCsv(sql: Sql, range: Range, signal: AbortSignal): Promise<string> {
  const lines = [HEAD];
  let after: After | undefined;
  do {
    signal.throwIfAborted();
    const page = await vatRows(sql, range, { after, limit: AT_ONCE });
    for (const row of page.items)
      lines.push(
        [
          row.date.split('-').toReversed().join('/'),
          row.numberText,
          row.tipoDocumento,
          text(row.customer),
          text(row.customerName),
          amount(row.vatRate),
          row.natura ?? '',
          row.esigibilita ?? '',
          amount(row.base),
          amount(row.vat),
          amount(row.total),
        ].join(';'),
      );
    after = page.next;
  } while (after);
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
