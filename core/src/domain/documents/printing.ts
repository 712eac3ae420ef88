import { availableParallelism } from 'node:os';
import {
  type Artifact,
  Conflict,
  DocumentRenderer,
  type DocumentView,
  type FileStore,
  RetryLater,
  type RenderedDocument,
} from '@traliccio/sdk';
import type { Capabilities } from '../../kernel/capabilities/capabilities.ts';
import { Places } from '../../kernel/jobs/places.ts';
import { inTime } from '../../kernel/plugins/in-time.ts';
import type { DocumentService } from './document.service.ts';
import { safeName } from './file-name.ts';

export type PrintingNeeds = {
  readonly documents: DocumentService;
  readonly capabilities: Capabilities;
  readonly files: FileStore;
};

/** So many wait for each that is rendered: a second or two of work. */
const WAITING = 20;
const RENDER_MS = 60_000;

/** The copy of a document that people read: rendered when it is asked for, the same each time, and not kept. */
export class DocumentPrinting {
  readonly #needs: PrintingNeeds;
  readonly #places: Places;

  constructor(needs: PrintingNeeds, atOnce = availableParallelism()) {
    this.#needs = needs;
    this.#places = new Places({ what: 'PDFs', atOnce, waiting: atOnce * WAITING });
  }

  /**
   * @throws NotFound; Conflict `capability.missing` when no plugin renders; Refused when the document can't be
   *   rendered; RetryLater when too many are asked for at once
   */
  async pdf(documentId: number, signal: AbortSignal): Promise<RenderedDocument> {
    const document = await this.#needs.documents.get(documentId);
    return this.#render(`pdf:${documentId}`, document, {
      attachments: () => this.#needs.documents.artifacts(documentId),
      signal,
    });
  }

  /** A document without a number has no fiscal file either. @throws as {@link pdf} */
  proForma(document: DocumentView, signal: AbortSignal): Promise<RenderedDocument> {
    return this.#render(`pro-forma:${document.id}`, document, { attachments: async () => [], signal });
  }

  #render(
    key: string,
    document: DocumentView,
    {
      attachments,
      signal,
    }: { readonly attachments: () => Promise<readonly Artifact[]>; readonly signal: AbortSignal },
  ): Promise<RenderedDocument> {
    return this.#places.run(async () => {
      const renderer = this.#needs.capabilities.find(DocumentRenderer);
      if (!renderer)
        throw new Conflict(
          'capability.missing',
          'no plugin that is up renders documents: enable invoice-pdf',
        );
      const { logoFile } = document.issuer;
      const logo = logoFile === null ? null : await this.#needs.files.get(logoFile);
      const files = await attachments();
      const call = {
        key,
        signal: AbortSignal.any([signal, AbortSignal.timeout(RENDER_MS)]),
      };
      const rendered = await inTime(
        RENDER_MS,
        () => renderer.render({ document, attachments: files, logo }, call),
        (seconds) => new RetryLater(`document ${document.id} was not rendered within ${seconds} s`),
      );
      return { ...rendered, fileName: safeName(rendered.fileName) };
    }, signal);
  }
}
