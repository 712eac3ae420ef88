import type { Artifact, CoreApi, DocumentView, Ref, Tx } from '@traliccio/sdk';
import { fileNameOf, progressivoInvio } from './file-name.ts';
import { fatturaOf } from './from-document.ts';
import { createUtf8 } from './utf8.ts';
import { writeFattura } from './write.ts';

/** The XML files of documents that are being issued, each under a name of its own. One query an issuer. */
export async function artifactsOf(
  documents: readonly DocumentView[],
  tx: Tx,
  counters: CoreApi['counters'],
): Promise<(Artifact & Ref)[]> {
  const artifacts: (Artifact & Ref)[] = [];
  const encode = createUtf8();
  for (const [issuerId, issued] of byIssuer(documents)) {
    const first = await counters.take(tx, { issuerId, name: 'sdi-file' }, issued.length);
    for (const [index, document] of issued.entries()) {
      const progressive = progressivoInvio(first + index);
      const { fattura } = fatturaOf(document, progressive);
      artifacts.push({
        ref: document.id,
        kind: 'fatturapa',
        fileName: fileNameOf(document.issuer, progressive),
        mediaType: 'text/xml',
        bytes: encode(writeFattura(fattura)),
      });
    }
  }
  return artifacts;
}

function byIssuer(documents: readonly DocumentView[]): Map<number, DocumentView[]> {
  const groups = new Map<number, DocumentView[]>();
  for (const document of documents) {
    const group = groups.get(document.issuer.id);
    if (group) group.push(document);
    else groups.set(document.issuer.id, [document]);
  }
  return groups;
}
