import { FileReply, RetryLater } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import type { Metrics } from './metrics.ts';
import { route, type CoreRoute } from './route.ts';
import { Fields, OneOf } from './schemas.ts';

const State = Fields({ state: OneOf(['ok']) });

/** What monitors ask, outside `/api`. */
export const healthRoutes = (needs: {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly isStopping: () => boolean;
}): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/health/live',
    summary: 'Whether the process answers',
    permission: 'public',
    mode: 'read',
    response: State,
    handler: () => ({ state: 'ok' as const }),
  }),
  route({
    method: 'GET',
    path: '/health/ready',
    summary: 'Whether it can work: 503 while it stops or the database is away',
    permission: 'public',
    mode: 'read',
    response: State,
    async handler() {
      if (needs.isStopping()) throw new RetryLater('the process is stopping', { afterSeconds: 5 });
      await needs.database.sql.all('SELECT 1 AS one').catch((error: unknown) => {
        throw new RetryLater('the database does not answer', { afterSeconds: 5, cause: error });
      });
      return { state: 'ok' as const };
    },
  }),
  route({
    method: 'GET',
    path: '/metrics',
    summary: 'Figures for Prometheus',
    permission: 'metrics.read',
    mode: 'read',
    produces: 'text/plain',
    async handler() {
      const { mediaType, text } = await needs.metrics.read();
      return new FileReply({ fileName: 'metrics.txt', mediaType, bytes: Buffer.from(text) });
    },
  }),
];
