import type { BillingCadence } from '@traliccio/sdk';
import { parseCadence } from './cadence.ts';
import { dayGrid, monthGrid } from './grid.ts';
import { describeCadence } from './labels.ts';

/** The cadences of this plugin, as the billing run asks for them: a few times for each contract of each run. */
export const cadences: BillingCadence = {
  offered: ['months:1', 'months:2', 'months:3', 'months:4', 'months:6', 'months:12'],
  describe(name) {
    const cadence = parseCadence(name);
    return cadence && describeCadence(cadence);
  },
  grid(name, anchor) {
    const cadence = parseCadence(name);
    if (!cadence) return undefined;
    if (cadence.unit === 'months') return monthGrid(cadence.count, anchor);
    return dayGrid(cadence.unit === 'weeks' ? cadence.count * 7 : cadence.count, anchor);
  },
};
