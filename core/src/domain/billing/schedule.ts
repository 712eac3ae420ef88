import type { CoreSettings } from '../../kernel/settings/core-settings.ts';
import type { RecurringJob } from '../../kernel/jobs/recurring-job.ts';
import type { BillingRunArgs } from './run.ts';
import { BILLING_AT, BILLING_AUTOMATIC } from './settings.ts';

/** The nightly billing, at the hour that the operators set. */
export const billingSchedule = (settings: CoreSettings): RecurringJob => ({
  name: 'billing.run',
  label: { it: 'Fatturazione', en: 'Billing' },
  kind: 'billing',
  opensRun: true,
  at: async () => ((await settings.get(BILLING_AUTOMATIC)) ? settings.get(BILLING_AT) : null),
  run: ({ date, by, again, confirm, runJob }) => {
    const args: BillingRunArgs = { date, by, once: !again, confirm };
    return runJob('billing', args);
  },
});
