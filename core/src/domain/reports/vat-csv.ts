import type { Sql } from '@traliccio/sdk';
import { amountCell as amount, csvFile, dayCell, textCell as text } from '../csv-cells.ts';
import { vatRows, type After, type Range } from './vat-report.ts';

const HEAD =
  'data;numero;tipo;cliente;denominazione;aliquota;natura;esigibilita;imponibile;imposta;totale documento';
const AT_ONCE = 2_000;

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
          dayCell(row.date),
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
  return csvFile(lines);
}
