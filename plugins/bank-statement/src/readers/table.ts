import { createHash } from 'node:crypto';
import type { Cents } from '@traliccio/sdk';
import type { BankEntry, Statement } from './bank-entry.ts';
import { type Cell, cellCents, cellDate, cellText } from './cell.ts';
import type { Column, Mapping } from './mapping.ts';
import { badFile, badLine } from './refusal.ts';
import { endToEnd, ibanOf, joined, oneLine, orNull } from './words.ts';

export type Row = { readonly line: number; readonly cells: readonly Cell[] };

/** A bank puts its name, the account and the period above the headings. */
const HEADINGS_WITHIN = 40;

/** Rows of a CSV or XLSX as one statement. Its lines are known by what is in them, so its name says only which file it was. */
export function readTable(rows: readonly Row[], mapping: Mapping, bytes: Uint8Array): Statement {
  checkColumns(mapping);
  const { place, first } = findColumns(rows, mapping);
  const account = ibanOf(mapping.account) ?? oneLine(mapping.account);
  const id = `file:${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`;
  const cell = (row: Row, column: Column | undefined): Cell | undefined =>
    column === undefined ? undefined : row.cells[place(column)];
  const entries = rows.slice(first).flatMap((row): BankEntry[] => {
    const { columns } = mapping;
    const isMovement = cellText(cell(row, columns.bookedOn)) !== '';
    if (!isMovement) return refuseHalf(row, mapping, cell);
    const bookedOn = cellDate(cell(row, columns.bookedOn), mapping.dateFormat);
    if (bookedOn === undefined) {
      // A last row such as "Totale" or "Saldo finale" has words where the dates are, and nothing after them counts.
      if (isFooter(row, mapping, cell)) return [];
      throw badLine(
        `row ${row.line}`,
        `${JSON.stringify(cellText(cell(row, columns.bookedOn)))} is no date written as ${mapping.dateFormat}`,
      );
    }
    const valueText = cellText(cell(row, columns.valueDate));
    const valueDate = cellDate(cell(row, columns.valueDate), mapping.dateFormat);
    if (valueText !== '' && valueDate === undefined)
      throw badLine(
        `row ${row.line}`,
        `${JSON.stringify(valueText)} is no date written as ${mapping.dateFormat}`,
      );
    return [
      {
        account,
        statementId: id,
        entryRef: String(row.line),
        bookedOn,
        valueDate: valueDate ?? null,
        amount: amountOf(row, mapping, cell),
        currency: 'EUR',
        endToEndId: endToEnd(cellText(cell(row, columns.endToEndId))),
        payerName: orNull(cellText(cell(row, columns.payerName))),
        payerIban: ibanOf(cellText(cell(row, columns.payerIban))),
        text: joined(columns.text.map((column) => cellText(cell(row, column)))),
        bankCode: null,
        bankRef: orNull(cellText(cell(row, columns.bankRef))),
      },
    ];
  });
  if (entries.length === 0) throw badFile('there is no movement below the headings');
  return { account, id, currency: 'EUR', opening: null, closing: null, entries };
}

type Cells = (row: Row, column: Column | undefined) => Cell | undefined;

function checkColumns({ columns }: Mapping): void {
  const hasTwo = columns.credit !== undefined || columns.debit !== undefined;
  if ((columns.amount === undefined) === !hasTwo)
    throw badFile('the mapping needs either the column "amount", or "credit" and "debit"');
}

const columnsOf = ({ columns }: Mapping): Column[] => [...new Set(Object.values(columns).flat())];

/** Where the columns are, and the first row below the headings. Columns by place alone begin at the first row with a date. */
function findColumns(
  rows: readonly Row[],
  mapping: Mapping,
): { readonly place: (column: Column) => number; readonly first: number } {
  const names = columnsOf(mapping).filter((column) => typeof column === 'string');
  const plain = (text: string): string => oneLine(text).toLowerCase();
  if (names.length === 0) {
    const { bookedOn } = mapping.columns;
    const first = rows.findIndex(
      (row) => cellDate(row.cells[Number(bookedOn) - 1], mapping.dateFormat) !== undefined,
    );
    if (first < 0)
      throw badFile(`no row has a date written as ${mapping.dateFormat} in column ${String(bookedOn)}`);
    return { place: (column) => Number(column) - 1, first };
  }
  const headings = rows
    .slice(0, HEADINGS_WITHIN)
    .map((row) => row.cells.map((cell) => plain(cellText(cell))));
  const at = headings.findIndex((row) => names.every((name) => row.includes(plain(name))));
  if (at < 0) {
    const near = headings.find((row) => names.some((name) => row.includes(plain(name)))) ?? [];
    const missing = names.filter((name) => !near.includes(plain(name)));
    throw badFile(
      `the headings ${missing.map((name) => JSON.stringify(name)).join(', ')} are not in the first ${HEADINGS_WITHIN} rows: correct the mapping`,
    );
  }
  return {
    place: (column) =>
      typeof column === 'number' ? column - 1 : (headings[at]?.indexOf(plain(column)) ?? -1),
    first: at + 1,
  };
}

function amountOf(row: Row, mapping: Mapping, cell: Cells): Cents {
  const read = (column: Column | undefined): Cents | null => {
    const cents = cellCents(cell(row, column), mapping.decimal);
    if (cents === undefined)
      throw badLine(
        `row ${row.line}`,
        `${JSON.stringify(cellText(cell(row, column)))} is no amount with "${mapping.decimal}" before the cents`,
      );
    return cents;
  };
  const { amount, credit, debit } = mapping.columns;
  if (amount !== undefined) {
    const cents = read(amount);
    if (cents === null) throw badLine(`row ${row.line}`, 'the amount is missing');
    return mapping.sign === 'minus_in' && cents !== 0 ? -cents : cents;
  }
  const [into, out] = [read(credit), read(debit)];
  if ((into ?? 0) !== 0 && (out ?? 0) !== 0)
    throw badLine(`row ${row.line}`, 'it has an amount in both columns, credit and debit');
  if (into === null && out === null)
    throw badLine(`row ${row.line}`, 'it has no amount, neither credit nor debit');
  // Some banks write what goes out with a minus, some without.
  return (out ?? 0) !== 0 ? -Math.abs(out ?? 0) : (into ?? 0);
}

/** A row without a date is below or between the movements; one with amount and text lost its date. */
function refuseHalf(row: Row, mapping: Mapping, cell: Cells): [] {
  if (!isFooter(row, mapping, cell)) throw badLine(`row ${row.line}`, 'the date is missing');
  return [];
}

/** No payer's text and no date: balances and totals, or an empty row. */
function isFooter(row: Row, mapping: Mapping, cell: Cells): boolean {
  const { text, bookedOn } = mapping.columns;
  const said = oneLine([bookedOn, ...text].map((column) => cellText(cell(row, column))).join(' '));
  return said === '' || /^(saldo|totale|total|balance)\b/i.test(said);
}
