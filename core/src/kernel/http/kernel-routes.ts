import { auditRoutes } from '../audit/audit.routes.ts';
import { outboxRoutes } from '../events/outbox.routes.ts';
import { checkUpRoutes } from '../health/check-up.routes.ts';
import { jobRoutes } from '../jobs/job.routes.ts';
import { runRoutes } from '../jobs/run.routes.ts';
import type { Kernel } from '../kernel.ts';
import { liveRoutes } from '../live/live.routes.ts';
import { noticeRoutes } from '../notices/notice.routes.ts';
import { settingsRoutes } from '../settings/settings.routes.ts';
import type { CoreRoute } from './route.ts';

/** What the kernel answers, below `/api`. */
export const kernelRoutes = (kernel: Kernel): readonly CoreRoute[] => [
  ...auditRoutes(kernel),
  ...outboxRoutes(kernel),
  ...checkUpRoutes(kernel),
  ...jobRoutes(kernel),
  ...runRoutes(kernel),
  ...liveRoutes(kernel),
  ...noticeRoutes(kernel),
  ...settingsRoutes(kernel),
];
