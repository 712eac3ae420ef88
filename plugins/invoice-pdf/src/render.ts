import { type Artifact, formatDate, type RenderRequest } from '@traliccio/sdk';
import { drawAtAGlance } from './at-a-glance.ts';
import type { Fonts } from './fonts.ts';
import { drawFeet } from './foot.ts';
import { drawCustomer, drawHead } from './head.ts';
import { drawLines } from './lines.ts';
import type { Logo } from './logo.ts';
import { drawNotes } from './notes.ts';
import { Paper } from './paper.ts';
import { drawTotals } from './totals.ts';
import { drawTransferCode } from './transfer-code.ts';
import { title } from './words.ts';

/** Draws a document and attaches its files. The same arguments give the same bytes: all dates are the document's. */
export async function renderPdf(
  { document, attachments }: Pick<RenderRequest, 'document' | 'attachments'>,
  { fonts, logo, color }: { readonly fonts: Fonts; readonly logo: Logo | null; readonly color: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { name, number } = title(document);
  const what = `${name} ${number} del ${formatDate(document.date)}`;
  const date = new Date(`${document.date}T12:00:00Z`);
  const paper = new Paper(fonts, { color, title: what, date });

  drawHead(paper, document, logo);
  const top = paper.y;
  drawAtAGlance(paper, document);
  const below = paper.y;
  paper.y = top;
  drawCustomer(paper, document.customer);
  paper.y = Math.max(paper.y, below) + 20;
  drawLines(paper, document);
  drawTotals(paper, document);
  drawTransferCode(paper, document);
  drawNotes(paper, document);
  drawFeet(paper, document.issuer, what);

  for (const file of attachments) attach(paper, file, date);
  return paper.finish();
}

/** `Source` is the XML that this copy was made from; what the document itself carries goes along. */
function attach(paper: Paper, file: Artifact, date: Date): void {
  const options = {
    name: file.fileName,
    type: file.mediaType,
    description: file.kind,
    relationship: file.kind.startsWith('attachment') ? 'Supplement' : 'Source',
    creationDate: date,
    modifiedDate: date,
  };
  paper.doc.file(Buffer.from(file.bytes), options);
}
