import { amountCell, csvFile, dayCell, textCell } from '../csv-cells.ts';
import type { Statement, StatementEntry } from './statement.ts';

const HEAD = 'data;voce;documento;scadenza;modalità;causale;dare;avere;saldo';
const KINDS: Readonly<Record<StatementEntry['kind'], string>> = {
  invoice: 'fattura',
  credit_note: 'nota di credito',
  before: 'saldato in precedenza',
  payment: 'pagamento',
  refund: 'rimborso',
  return: 'insoluto',
  reversal: 'storno',
};
const METHODS: Readonly<Record<NonNullable<StatementEntry['method']>, string>> = {
  cash: 'contanti',
  pos: 'POS',
  transfer: 'bonifico',
  direct_debit: 'addebito diretto',
  card: 'carta',
  postal: 'bollettino',
  other: 'altro',
};

/** A statement as a file for spreadsheets: what is owed on the left, what takes it off on the right. */
export function statementCsv({ from, to, opening, entries, closing }: Statement): string {
  const balance = (day: Statement['from'], what: string, amount: number): string =>
    [dayCell(day), what, '', '', '', '', '', '', amountCell(amount)].join(';');
  return csvFile([
    HEAD,
    balance(from, 'saldo iniziale', opening),
    ...entries.map((one) =>
      [
        dayCell(one.date),
        KINDS[one.kind],
        one.numberText ?? '',
        dayCell(one.dueDate),
        one.method === null ? '' : METHODS[one.method],
        one.text === null ? '' : textCell(one.text),
        one.amount > 0 ? amountCell(one.amount) : '',
        one.amount > 0 ? '' : amountCell(-one.amount),
        amountCell(one.balance),
      ].join(';'),
    ),
    balance(to, 'saldo finale', closing),
  ]);
}
