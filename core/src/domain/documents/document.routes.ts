import { FileReply } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { documentIdOf } from './by-number.ts';
import { artifactViews, documentDetail, explainLine, oneArtifact } from './document-detail.ts';
import {
  ArtifactParams,
  Artifacts,
  DocumentDetail,
  LineExplanation,
  LineParams,
  NumberQuery,
} from './document.schema.ts';
import { safeName } from './file-name.ts';
import type { DocumentPrinting } from './printing.ts';

export const documentRoutes = ({
  database,
  printing,
}: {
  readonly database: Database;
  readonly printing: DocumentPrinting;
}): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/documents/:id',
    summary: 'A document as it was issued, and what became of it',
    permission: 'documents.read',
    mode: 'read',
    params: IdParams,
    response: DocumentDetail,
    handler: ({ params }) => documentDetail(database.sql, params.id),
  }),
  route({
    method: 'GET',
    path: '/documents/find',
    summary: 'The document with a number',
    permission: 'documents.read',
    mode: 'read',
    query: NumberQuery,
    response: DocumentDetail,
    handler: async ({ query }) =>
      documentDetail(database.sql, await documentIdOf(database.sql, query.number)),
  }),
  route({
    method: 'GET',
    path: '/documents/:id/pdf',
    summary: 'The copy for people, with the fiscal file in it',
    permission: 'documents.read',
    mode: 'read',
    params: IdParams,
    produces: 'application/pdf',
    async handler({ params, signal }) {
      return new FileReply(await printing.pdf(params.id, signal));
    },
  }),
  route({
    method: 'GET',
    path: '/documents/:id/artifacts',
    summary: 'The files kept with a document',
    permission: 'documents.read',
    mode: 'read',
    params: IdParams,
    response: Artifacts,
    handler: async ({ params }) => ({ items: await artifactViews(database.sql, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/documents/:id/artifacts/:kind',
    summary: 'A file kept with a document, byte by byte as it was issued',
    permission: 'documents.read',
    mode: 'read',
    params: ArtifactParams,
    produces: 'application/octet-stream',
    async handler({ params }) {
      const { fileName, bytes } = await oneArtifact(database.sql, params.id, params.kind);
      return new FileReply({ fileName: safeName(fileName), mediaType: 'application/octet-stream', bytes });
    },
  }),
  route({
    method: 'GET',
    path: '/documents/:id/lines/:line/explanation',
    summary: 'Why a line is what it is',
    permission: 'documents.read',
    mode: 'read',
    params: LineParams,
    response: LineExplanation,
    handler: ({ params }) => explainLine(database.sql, params.id, params.line),
  }),
];
