import type { operations } from '@traliccio/sdk/client';

/** What a subscriber is told of an event, and how far that is. */
export type Delivery =
  operations['getOutbox']['responses'][200]['content']['application/json']['items'][number];

/** Whether somebody has to decide what becomes of it. */
export const waits = ({ state }: Delivery): boolean => state === 'dead' || state === 'uncertain';
