import type { Artifact } from '@traliccio/sdk';
import type { Draft } from './draft.ts';
import { safeName } from './file-name.ts';

/** The files that a document carries, as they are kept with it. */
export const attachedFiles = ({ attachments = [] }: Pick<Draft, 'attachments'>): Artifact[] =>
  attachments.map(({ name, format, bytes }, i) => ({
    kind: `attachment-${i + 1}`,
    fileName: safeName(name),
    mediaType: MEDIA_TYPES[format?.toUpperCase() ?? ''] ?? 'application/octet-stream',
    bytes,
  }));

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  PDF: 'application/pdf',
  ZIP: 'application/zip',
  XML: 'text/xml',
  CSV: 'text/csv',
  TXT: 'text/plain',
  PNG: 'image/png',
  JPG: 'image/jpeg',
  JPEG: 'image/jpeg',
};
