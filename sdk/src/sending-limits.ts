/** How much may go out over one account; 0 sets no limit. */
export type SendingLimits = {
  /** Evenly spread: 30 are one every two seconds, so that never more than so many go out in any minute. */
  readonly perMinute: number;
  /** In any 24 hours. */
  readonly perDay: number;
};

/** What an account has used; plain JSON. */
export type SendingState = {
  /** When the next turn is due, in milliseconds. */
  readonly next: number;
  /** Turns by the hour they were for (hours since 1970), the last day's. */
  readonly hours: readonly (readonly [hour: number, turns: number])[];
};

/** A turn that begins in `waitMs`, with the state that it leaves; or none, and when it is worth asking again. */
export type Turn =
  | { readonly waitMs: number; readonly state: SendingState }
  | { readonly waitMs: number; readonly state: null };

export const UNUSED: SendingState = { next: 0, hours: [] };

const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * Whose turn it is to send, as arithmetic: the next turn after those taken, unless it is further away than `patienceMs`.
 * @param now the database's clock, since processes on several machines share the account
 */
export function nextTurn(
  state: SendingState,
  { limits, now, patienceMs }: { limits: SendingLimits; now: number; patienceMs: number },
): Turn {
  const spacing = limits.perMinute > 0 ? Math.ceil(MINUTE / limits.perMinute) : 0;
  // Nobody takes a turn further away than that: the clock was set back, or the limit was raised.
  const isOutOfReach = state.next > now + patienceMs + spacing;
  const at = spacing === 0 || isOutOfReach ? now : Math.max(now, state.next);
  const hours = lastDay(state.hours, now);
  const dayMs = limits.perDay > 0 ? untilBelow(hours, limits.perDay, now) : 0;
  const waitMs = Math.max(at - now, dayMs);
  if (waitMs > patienceMs) return { waitMs, state: null };
  return { waitMs, state: { next: at + spacing, hours: withOneMore(hours, Math.floor(at / HOUR)) } };
}

type Hours = SendingState['hours'];

/** A whole hour counts until its last moment is a day old. */
const lastDay = (hours: Hours, now: number): Hours => hours.filter(([hour]) => (hour + 25) * HOUR > now);

/** How long until fewer than `most` turns lie in the last day: the oldest hours leave it first. */
function untilBelow(hours: Hours, most: number, now: number): number {
  let used = hours.reduce((sum, [, turns]) => sum + turns, 0);
  for (const [hour, turns] of hours) {
    if (used < most) return 0;
    used -= turns;
    if (used < most) return (hour + 25) * HOUR - now;
  }
  return 0;
}

function withOneMore(hours: Hours, hour: number): Hours {
  const counts = new Map(hours);
  counts.set(hour, (counts.get(hour) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}
