import type { RecurringJob } from '../../kernel/jobs/recurring-job.ts';
import type { PriceChangeApplier } from './apply-price-changes.ts';

/** Before the nightly billing, which asks for it, too: a price holds on its day whether or not anything is billed. */
export const priceChangeSchedule = (applier: PriceChangeApplier): RecurringJob => ({
  name: 'price-changes.apply',
  label: { it: 'Applicazione dei nuovi prezzi', en: 'New prices take effect' },
  at: async () => '00:30',
  run: ({ signal }) => applier.applyDue(signal),
});
