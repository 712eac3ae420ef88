import { FileReply } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import type { DocumentPrinting } from '../documents/printing.ts';
import { ATTACHMENT_TYPES, type DraftAttachments, MOST_BYTES } from './attachments.ts';
import { draftDetail } from './draft-detail.ts';
import {
  AttachmentParams,
  AttachmentQuery,
  DraftChanges,
  DraftCreation,
  DraftPreview,
  DraftView,
} from './draft.schema.ts';
import type { DraftService } from './draft.service.ts';

type Needs = {
  readonly database: Database;
  readonly drafts: DraftService;
  readonly draftAttachments: DraftAttachments;
  readonly printing: DocumentPrinting;
};

export const draftRoutes = (needs: Needs): readonly CoreRoute[] =>
  inApiTerms({}, [...writing(needs), ...attaching(needs), ...becoming(needs)]);

const writing = ({ database, drafts }: Needs): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/drafts/:id',
    summary: 'A draft as it was written',
    permission: 'drafts.read',
    mode: 'read',
    params: IdParams,
    response: DraftView,
    handler: ({ params }) => draftDetail(database.sql, params.id),
  }),
  route({
    method: 'POST',
    path: '/drafts',
    summary: 'Keeps an invoice that somebody writes; it has no number before it is issued',
    permission: 'drafts.write',
    mode: 'write',
    body: DraftCreation,
    response: DraftView,
    status: 201,
    handler: async ({ body, actor }, tx) => draftDetail(tx, await drafts.create(tx, body, actor)),
  }),
  route({
    method: 'PATCH',
    path: '/drafts/:id',
    summary: 'Changes what is given; lines are replaced as a whole',
    permission: 'drafts.write',
    mode: 'write',
    versioned: true,
    params: IdParams,
    body: DraftChanges,
    response: DraftView,
    async handler({ params: { id }, body: input, version, actor }, tx) {
      await drafts.update(tx, { id, version, input }, actor);
      return draftDetail(tx, id);
    },
    current: ({ params }) => draftDetail(database.sql, params.id),
  }),
  route({
    method: 'POST',
    path: '/drafts/preview',
    summary: 'What a draft comes to, and what keeps it from being issued; nothing is kept',
    permission: 'drafts.write',
    mode: 'own',
    body: DraftCreation,
    response: DraftPreview,
    handler: ({ body }) => drafts.preview(body),
  }),
  route({
    method: 'POST',
    path: '/documents/:id/copy',
    summary: 'A new draft with the lines of an issued invoice',
    permission: 'drafts.write',
    mode: 'write',
    params: IdParams,
    response: DraftView,
    status: 201,
    handler: async ({ params, actor }, tx) => draftDetail(tx, await drafts.copy(tx, params.id, actor)),
  }),
];

const attaching = ({ database, draftAttachments }: Needs): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/drafts/:id/attachments',
    summary: 'Adds a file that the invoice will carry',
    permission: 'drafts.write',
    mode: 'write',
    versioned: true,
    params: IdParams,
    query: AttachmentQuery,
    upload: { types: ATTACHMENT_TYPES, maxBytes: MOST_BYTES },
    response: DraftView,
    async handler({ params: { id }, query, upload: bytes, version, actor }, tx) {
      await draftAttachments.add(tx, { id, version }, { ...query, bytes }, actor);
      return draftDetail(tx, id);
    },
    current: ({ params }) => draftDetail(database.sql, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/drafts/:id/attachments/:attachment',
    summary: 'Takes a file of a draft away',
    permission: 'drafts.write',
    mode: 'write',
    versioned: true,
    params: AttachmentParams,
    response: DraftView,
    async handler({ params: { id, attachment }, version, actor }, tx) {
      await draftAttachments.remove(tx, { id, version }, attachment, actor);
      return draftDetail(tx, id);
    },
    current: ({ params }) => draftDetail(database.sql, params.id),
  }),
];

const becoming = ({ database, drafts, printing }: Needs): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/drafts/:id/issue',
    summary: 'Gives a draft its number, dated today; one that was issued already answers the same again',
    permission: 'drafts.issue',
    mode: 'own',
    versioned: true,
    params: IdParams,
    response: DraftView,
    async handler({ params: { id }, version, actor }) {
      await drafts.issue({ id, version }, actor);
      return draftDetail(database.sql, id);
    },
    current: ({ params }) => draftDetail(database.sql, params.id),
  }),
  route({
    method: 'POST',
    path: '/drafts/:id/void',
    summary: 'Marks a draft that comes to nothing: it stays, and no number is used',
    permission: 'drafts.write',
    mode: 'write',
    params: IdParams,
    response: DraftView,
    async handler({ params: { id }, actor }, tx) {
      await drafts.void(tx, id, actor);
      return draftDetail(tx, id);
    },
  }),
  route({
    method: 'GET',
    path: '/drafts/:id/pdf',
    summary: 'A pro-forma invoice: no number, no fiscal file',
    permission: 'drafts.read',
    mode: 'read',
    params: IdParams,
    produces: 'application/pdf',
    handler: async ({ params: { id }, signal }) =>
      new FileReply(await printing.proForma(await drafts.proForma(id), signal)),
  }),
];
