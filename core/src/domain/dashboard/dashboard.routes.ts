import type { Clock, PlainDate } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import type { Scheduler } from '../../kernel/jobs/scheduler.ts';
import { Dashboard } from './dashboard.schema.ts';
import { contractFigures, deliveryFigures, paymentFigures, turnoverFigures } from './figures.ts';
import { remembered } from './remembered.ts';

export const dashboardRoutes = ({
  database: { sql },
  clock,
  scheduler,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly scheduler: Pick<Scheduler, 'list'>;
}): readonly CoreRoute[] => {
  const contractsOn = remembered((today: PlainDate) => contractFigures(sql, today));
  const paymentsOn = remembered((today: PlainDate) => paymentFigures(sql, today));
  return [
    route({
      method: 'GET',
      path: '/dashboard',
      summary: 'How the business stands today; null is what whoever asks may not see',
      permission: 'session',
      mode: 'read',
      response: Dashboard,
      async handler({ can }) {
        const today = clock.today();
        const may = <T>(permission: string, read: () => Promise<T>): Promise<T> | null =>
          can(permission) ? read() : null;
        const [hasIssuer, turnover, contracts, payments, deliveries, lateJobs] = await Promise.all([
          sql.all('SELECT id FROM issuer LIMIT 1').then((rows) => rows.length > 0),
          may('documents.read', () => turnoverFigures(sql, today)),
          may('contracts.read', () => contractsOn(today)),
          may('payments.read', () => paymentsOn(today)),
          may('outbox.read', () => deliveryFigures(sql)),
          may('jobs.read', async () => (await scheduler.list()).filter(({ late }) => late).length),
        ]);
        return { today, hasIssuer, turnover, contracts, payments, deliveries, lateJobs };
      },
    }),
  ];
};
