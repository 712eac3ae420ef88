import { type DocumentView, formatDate, formatEuro } from '@traliccio/sdk';
import { FAINT, type Paper } from './paper.ts';

/** What the law asks a document to say, and what the parties agreed to have on it. */
export function drawNotes(paper: Paper, document: DocumentView): void {
  const notes = notesOf(document);
  const closing = courtesyNote(document);
  paper.y += 6;
  paper.group(paper.root, 'Sect', (section) => {
    for (const note of notes) {
      paper.room(30);
      paper.paragraph(section, note, { size: 8.5 });
      paper.y += 2;
    }
    paper.room(40);
    paper.y += 6;
    paper.paragraph(section, closing, { size: 7.5, color: FAINT });
  });
}

export function notesOf(document: DocumentView): string[] {
  const { credits, contractCodes, purchaseOrder, causale, stampDuty, vat } = document;
  const { declarationOfIntent, deliveryNotes = [], attachments = [] } = document;
  return [
    ...(credits
      ? [
          `A storno della fattura n. ${credits.numberText} del ${formatDate(credits.date)}. Motivo: ${credits.reason}.`,
        ]
      : []),
    ...(contractCodes.length
      ? [`${contractCodes.length === 1 ? 'Contratto' : 'Contratti'}: ${contractCodes.join(', ')}`]
      : []),
    ...(purchaseOrder ? [order(purchaseOrder)] : []),
    ...(deliveryNotes.length > 0
      ? [
          `Documenti di trasporto: ${deliveryNotes.map((n) => `n. ${n.number} del ${formatDate(n.date)}`).join(', ')}`,
        ]
      : []),
    ...(causale ? causale.split('\n') : []),
    ...(declarationOfIntent
      ? [
          `Dichiarazione d’intento n. ${declarationOfIntent.protocol}, ricevuta dall’Agenzia delle Entrate il ${formatDate(declarationOfIntent.receivedOn)}.`,
        ]
      : []),
    ...(vat.some((group) => group.esigibilita === 'S')
      ? [
          'Scissione dei pagamenti: IVA a carico del cessionario o committente ai sensi dell’art. 17-ter del D.P.R. 633/1972.',
        ]
      : []),
    ...(stampDuty > 0
      ? [`Imposta di bollo di ${formatEuro(stampDuty)} assolta in modo virtuale (D.M. 17 giugno 2014).`]
      : []),
    ...(attachments.length > 0 ? [`Allegati: ${attachments.map((file) => file.name).join(', ')}`] : []),
  ];
}

function order({ id, date, cig, cup }: NonNullable<DocumentView['purchaseOrder']>): string {
  return [
    `Ordine n. ${id}${date ? ` del ${formatDate(date)}` : ''}`,
    cig && `CIG ${cig}`,
    cup && `CUP ${cup}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Consumers are owed the place of the original (provvedimento 89757/2018, 3.4); others get it by the SDI. */
export function courtesyNote({ number, customer: { kind } }: DocumentView): string {
  if (number === null)
    return 'Proforma senza valore fiscale: non è una fattura. Numero e data sono assegnati all’emissione.';
  const original =
    kind === 'private' || kind === 'condominium'
      ? 'il documento originale è disponibile nell’area riservata del sito dell’Agenzia delle Entrate.'
      : 'il documento originale è il file XML trasmesso al Sistema di Interscambio.';
  return `Copia di cortesia priva di valore fiscale: ${original}`;
}
