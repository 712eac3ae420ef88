import type { operations } from '@traliccio/sdk/client';

export type PlanRow =
  operations['getPlans']['responses'][200]['content']['application/json']['items'][number];
export type Plan = operations['getPlansById']['responses'][200]['content']['application/json'];
export type PlanPrice = Plan['prices'][number];
export type NewPrice = NonNullable<
  operations['postPlansByIdPrices']['requestBody']
>['content']['application/json'];

export const KINDS = ['internet', 'voip', 'rental', 'service'] as const;
export const TIMINGS = ['advance', 'arrears'] as const;
export const PRORATIONS = ['calendar', 'thirty', 'none'] as const;
export const FIRST_PERIODS = ['alone', 'with_next', 'free'] as const;
/** Those that are asked for; a plan may have any other that a plugin knows. */
export const CADENCES = ['months:1', 'months:2', 'months:3', 'months:4', 'months:6', 'months:12', 'days:30'];
