import type { DocumentView } from '@traliccio/sdk';
import newCode from 'qrcode-generator';
import { transferCode } from './epc.ts';
import { FAINT, type Paper } from './paper.ts';

const SIDE = 74;
/** White around it, in modules, without which readers don't find it. */
const QUIET = 4;

/** The code with which a bank's app fills in the transfer, with what it is for beside it. */
export function drawTransferCode(paper: Paper, document: DocumentView): void {
  const text = transferCode(document);
  if (text === null) return;
  paper.room(SIDE + 12);
  paper.y += 8;
  const top = paper.y;
  paper.figure(
    paper.root,
    `Codice QR per il bonifico: ${text.split('\n').slice(5).filter(Boolean).join(', ')}`,
    () => drawModules(paper, modulesOf(text)),
  );
  paper.y = top + 8;
  const x = paper.left + SIDE + 8;
  for (const [line, style] of [
    ['Paga con un bonifico', { size: 9, bold: true }],
    [
      'Inquadra il codice con l’app della tua banca: importo, IBAN e causale sono già compilati.',
      { size: 8, color: FAINT },
    ],
  ] as const)
    paper.y += 2 + paper.text(paper.root, 'P', line, { x, width: 220, ...style });
  paper.y = top + SIDE + 4;
}

/** Level M, as the EPC asks; the text as UTF-8. */
function modulesOf(text: string): boolean[][] {
  const code = newCode(0, 'M');
  // Byte mode takes characters for bytes.
  code.addData(Buffer.from(text).toString('latin1'), 'Byte');
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_row, row) =>
    Array.from({ length: count }, (_column, column) => code.isDark(row, column)),
  );
}

/** Dark modules that touch are one rectangle: a code of several hundred would double the size of a short invoice. */
function drawModules(paper: Paper, rows: readonly (readonly boolean[])[]): void {
  const { doc, left, y } = paper;
  doc.save();
  doc.translate(left, y).scale(SIDE / (rows.length + 2 * QUIET));
  rows.forEach((row, at) => {
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue;
      let to = from;
      while (row[to]) to += 1;
      doc.rect(QUIET + from, QUIET + at, to - from, 1);
      from = to;
    }
  });
  doc.fill('#000000');
  doc.restore();
}
