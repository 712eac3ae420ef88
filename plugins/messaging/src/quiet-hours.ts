import type { Instant } from '@traliccio/sdk';

/** Telephones stay silent before and after: bills are made at night. */
const [FROM, UNTIL] = [9, 20];
const MINUTE = 60_000;

/**
 * How long, in milliseconds, until an SMS disturbs nobody; 0 by day. In the nights that summer time begins and ends
 * it may be an hour off: whoever wakes up too early asks again.
 */
export function untilDaytime(now: Instant): number {
  const [hour = 0, minute = 0] = clockInItaly.format(now).split(':').map(Number);
  if (hour >= FROM && hour < UNTIL) return 0;
  return ((FROM * 60 - (hour * 60 + minute) + 24 * 60) % (24 * 60)) * MINUTE;
}

const clockInItaly = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  minute: '2-digit',
});
