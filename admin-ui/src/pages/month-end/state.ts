import type { paths } from '@traliccio/sdk/client';

export type State = paths['/api/reports/month-end']['get']['responses']['200']['content']['application/json'];

/** After what was issued. */
export const STEPS = ['withXml', 'transmitted', 'accepted', 'mailed', 'collected'] as const;
export type StepState = NonNullable<State['mailed']>;

/** Null is what nobody tells: documents are not transmitted yet, and may not be mailed. */
export const stepOf = (state: State, name: (typeof STEPS)[number]): StepState | null =>
  name === 'transmitted' || name === 'accepted' ? null : state[name];

export const GAPS = ['withXml', 'mailed', 'collected'] as const;
