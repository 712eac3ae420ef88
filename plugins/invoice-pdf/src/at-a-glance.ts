import { type DocumentView, formatDate, formatEuro } from '@traliccio/sdk';
import type { Paper } from './paper.ts';
import { iban, isCollected, paymentMethod } from './words.ts';

/** The box that answers what a customer opens an invoice for: how much, until when, and how. */
export function drawAtAGlance(paper: Paper, document: DocumentView): void {
  const { x, width } = { x: paper.left, width: paper.width / 2 - 10 };
  const inner = { x: x + 12, width: width - 24 };
  const rest = facts(document).flatMap((fact) => paper.wrap(fact, inner.width, { size: 8.5 }));
  const height = 52 + rest.length * paper.lineHeight(8.5) + (rest.length ? 6 : 0);
  const top = paper.y;
  paper.box(x, top, width, height, '#f2f5f8');
  paper.artifact(() => paper.doc.rect(x, top, 3, height).fill(paper.color));
  paper.group(paper.root, 'Sect', (section) => {
    paper.y = top + 9;
    paper.y += paper.text(section, 'H2', heading(document), { ...inner, size: 8.5 });
    paper.y += paper.text(section, 'P', formatEuro(document.payable), {
      ...inner,
      size: 18,
      bold: true,
      color: paper.color,
    });
    paper.y += 4;
    paper.y += paper.write(section, 'P', rest, { ...inner, size: 8.5 });
  });
  paper.y = top + height;
}

function heading({ kind, payment }: DocumentView): string {
  if (kind === 'credit_note') return 'Importo a suo credito';
  if (!payment) return 'Totale';
  return `${isCollected(payment.method) ? 'Addebito il' : 'Da pagare entro il'} ${formatDate(payment.dueDate)}`;
}

function facts({ kind, payment }: DocumentView): string[] {
  if (kind === 'credit_note' || !payment) return [];
  const { method, bankName, reference } = payment;
  if (isCollected(method))
    return [
      `${paymentMethod(method)}: l’importo sarà addebitato sul conto indicato nel mandato.`,
      `Riferimento: ${reference}`,
    ];
  return [
    paymentMethod(method),
    ...(payment.iban ? [`IBAN ${iban(payment.iban)}`] : []),
    ...(payment.iban && bankName ? [bankName] : []),
    `Riferimento da indicare: ${reference}`,
  ];
}
