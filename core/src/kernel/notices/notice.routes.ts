import { type CoreRoute, route } from '../http/route.ts';
import { IdParams } from '../http/schemas.ts';
import { NoticeView } from './notice.schema.ts';
import type { Notices } from './notices.ts';

export const noticeRoutes = ({ notices }: { readonly notices: Notices }): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/notices/:id',
    summary: 'A notice, open or closed',
    permission: 'notices.read',
    mode: 'read',
    params: IdParams,
    response: NoticeView,
    handler: ({ params }) => notices.get(params.id),
  }),
  route({
    method: 'POST',
    path: '/notices/:id/close',
    summary: 'Closes a notice that has been dealt with; it opens again when what it says happens again',
    permission: 'notices.close',
    mode: 'write',
    params: IdParams,
    response: NoticeView,
    handler: ({ params, actor }, tx) => notices.close(tx, params.id, actor),
  }),
];
