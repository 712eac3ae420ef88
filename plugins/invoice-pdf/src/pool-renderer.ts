import { type DocumentRenderer, type DocumentView, Refused, RetryLater } from '@traliccio/sdk';
import type { WorkerPool } from './worker-pool.ts';

/** Renders in the threads of a pool, so that a mailing of thousands leaves the main thread to requests. */
export function poolRenderer(pool: WorkerPool, color: string): DocumentRenderer {
  return {
    async render(request, { signal }) {
      if (signal.aborted) throw new RetryLater('the document was not rendered: the caller gave up first');
      const result = await pool.run({ request, color });
      if ('error' in result) {
        const { id, numberText } = request.document;
        throw new Refused(
          'document_not_renderable',
          `document ${id} (${numberText}) can't be made a PDF: ${result.error}`,
        );
      }
      return { fileName: fileName(request.document), mediaType: 'application/pdf', bytes: result.bytes };
    },
  };
}

function fileName({ kind, numberText, date, number }: DocumentView): string {
  const what = kind === 'credit_note' ? 'Nota di credito' : 'Fattura';
  const safe = numberText.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return `${number === null ? 'Proforma' : what} ${safe} ${date}.pdf`;
}
