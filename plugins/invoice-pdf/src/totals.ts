import { type DocumentView, formatEuro } from '@traliccio/sdk';
import { FAINT, type Paper, type Placed, type Tag } from './paper.ts';
import { drawTable } from './table.ts';
import { amount, percent } from './words.ts';

/** The VAT summary, and the way from it to what is paid. */
export function drawTotals(paper: Paper, document: DocumentView): void {
  paper.y += 12;
  // The block stays together: a total alone on a page can't be checked.
  paper.room(40 + 30 * document.vat.length + 110);
  const top = paper.y;
  drawVat(paper, document);
  const below = paper.y;
  paper.y = top;
  paper.group(paper.root, 'Sect', (section) => drawSums(paper, section, document));
  paper.y = Math.max(paper.y, below) + 10;
}

function drawVat(paper: Paper, { vat }: DocumentView): void {
  const x = paper.left;
  drawTable(
    paper,
    [
      { label: 'IVA', x, width: 40 },
      { label: 'Imponibile €', x: x + 44, width: 62, align: 'right' },
      { label: 'Imposta €', x: x + 110, width: 56, align: 'right' },
      { label: 'Riferimento normativo', x: x + 178, width: 112 },
    ],
    vat.map((group) => [
      group.natura ? `${percent(group.vatRate)} ${group.natura}` : percent(group.vatRate),
      amount(group.base),
      amount(group.vat),
      group.reference ?? (group.esigibilita === 'S' ? 'Scissione dei pagamenti' : ''),
    ]),
  );
}

function drawSums(paper: Paper, section: Tag, document: DocumentView): void {
  const { net, vatTotal, rounding, total, payable, withholding } = document;
  const withheld = withholding?.amount ?? 0;
  const split = total - payable - withheld;
  const sums: [label: string, cents: number][] = [
    ['Imponibile', net],
    ['IVA', vatTotal],
    ...(rounding === 0 ? [] : [['Arrotondamento', rounding] as [string, number]]),
    ...(payable === total
      ? []
      : ([
          ['Totale documento', total],
          ...(split === 0 ? [] : [['IVA a carico del cessionario', -split]]),
          ...(withholding ? [[`Ritenuta d’acconto ${percent(withholding.rate)}`, -withheld]] : []),
        ] as [string, number][])),
  ];
  const [x, right] = [paper.left + 320, paper.right - 10];
  for (const [label, cents] of sums) {
    paper.y += 4;
    drawSum(paper, section, label, cents, { x, width: right - x });
  }
  paper.y += 8;
  paper.box(x - 10, paper.y, paper.right - x + 10, 26, paper.color);
  paper.y += 6;
  drawSum(paper, section, totalLabel(document), payable, {
    x,
    width: right - x,
    size: 11,
    bold: true,
    color: '#ffffff',
  });
  paper.y += 6;
}

function drawSum(paper: Paper, section: Tag, label: string, cents: number, at: Placed): void {
  paper.group(section, 'P', (line) => {
    paper.inside(line, [label], { color: FAINT, ...at });
    paper.y += paper.inside(line, [formatEuro(cents)], { ...at, align: 'right' });
  });
}

function totalLabel({ kind, payable, total }: DocumentView): string {
  if (kind === 'credit_note') return 'Totale a credito';
  return payable === total ? 'Totale' : 'Netto a pagare';
}
