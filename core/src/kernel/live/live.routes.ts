import { StreamReply } from '@traliccio/sdk';
import { type CoreRoute, route } from '../http/route.ts';
import type { Live } from './live.ts';

export const liveRoutes = ({ live }: { readonly live: Live }): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/events',
    summary:
      'Notices and runs as they change, as server-sent events: ready, notice (notices.read), run (jobs.read, or who may start it), presence, heartbeat',
    permission: 'session',
    mode: 'read',
    produces: 'text/event-stream',
    handler: ({ lastEventId, can, signal }) =>
      new StreamReply(live.events({ lastEventId, can: (permission) => can(permission), signal })),
  }),
];
