import { type DocumentLineView, type DocumentView, formatDate } from '@traliccio/sdk';
import { FAINT, type Paper } from './paper.ts';
import { type Cell, type Column, drawTable } from './table.ts';
import { amount, percent, price, quantity } from './words.ts';

/** What is charged, line by line, as it was charged: an advertised price is shown with its VAT and says so. */
export function drawLines(paper: Paper, { lines, contractCodes }: DocumentView): void {
  const several = contractCodes.length > 1;
  drawTable(
    paper,
    columns(paper.left),
    lines.map((line) => row(line, several)),
  );
  if (lines.some((line) => line.vatIncluded)) {
    paper.y += 4;
    paper.paragraph(paper.root, '* Prezzo e importo comprendono l’IVA.', { size: 7.5, color: FAINT });
  }
}

const columns = (x: number): Column[] => [
  { label: 'Descrizione', x, width: 186 },
  { label: 'Periodo', x: x + 194, width: 108 },
  { label: 'Q.tà', x: x + 305, width: 36, align: 'right' },
  { label: 'Prezzo €', x: x + 345, width: 58, align: 'right' },
  { label: 'Importo €', x: x + 407, width: 55, align: 'right' },
  { label: 'IVA', x: x + 466, width: 39, align: 'right' },
];

function row(line: DocumentLineView, several: boolean): Cell[] {
  const { description, contractCode, unit, vatIncluded, natura, vatRate } = line;
  return [
    { text: description, below: several && contractCode ? `Contratto ${contractCode}` : '' },
    period(line),
    `${quantity(line.quantity)}${unit ? ` ${unit}` : ''}`,
    price(line),
    amount(line.amount),
    natura ?? `${percent(vatRate)}${vatIncluded ? '*' : ''}`,
  ];
}

function period({ periodFrom, periodTo }: DocumentLineView): string {
  if (!periodFrom) return '';
  return periodTo && periodTo !== periodFrom
    ? `${formatDate(periodFrom)} – ${formatDate(periodTo)}`
    : formatDate(periodFrom);
}
