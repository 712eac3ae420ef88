import type { Artifact, DocumentView } from '../views.ts';
import { defineCapability, type Call } from './token.ts';

/** Makes the copy of a document that people read. The same input gives the same bytes. */
export interface DocumentRenderer {
  /**
   * @param attachments what to embed (the fiscal XML)
   * @throws Refused when the document can't be rendered
   */
  render(request: RenderRequest, call: Call): Promise<RenderedDocument>;
}

export type RenderRequest = {
  readonly document: DocumentView;
  readonly attachments: readonly Artifact[];
  /** PNG or JPEG. */
  readonly logo: Uint8Array | null;
};

export type RenderedDocument = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export const DocumentRenderer = defineCapability<DocumentRenderer>('DocumentRenderer', { many: false });
