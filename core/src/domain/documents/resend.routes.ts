import { Type } from 'typebox';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Fields, IdParams } from '../../kernel/http/schemas.ts';
import { resendDocument, type ResendDeps } from './resend.ts';

const Resent = Fields({
  request: Type.Integer({ minimum: 1, description: 'How many times this document was sent again, so far' }),
});

export const resendRoutes = (deps: ResendDeps): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/documents/:id/resend',
    summary: 'Has a document’s notice sent to its customer again, by mail and SMS as when it was issued',
    permission: 'documents.resend',
    mode: 'write',
    params: IdParams,
    response: Resent,
    handler: async ({ params, actor }, tx) => ({
      request: await resendDocument(tx, { documentId: params.id, by: actor }, deps),
    }),
  }),
];
