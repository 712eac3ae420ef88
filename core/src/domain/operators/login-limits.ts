/** How often passwords may be tried. */
export const WINDOW_MS = 15 * 60_000;
/** A counter that nobody has used for so long is as good as new. */
export const FORGOTTEN_MS = 24 * 3_600_000;

/** Tries that were let through to the password. */
export type Tries = {
  /** When, within the last window at least; ascending. */
  readonly at: readonly number[];
  /** In a row: each counts as failed until it has succeeded. */
  readonly failures: number;
};
export type Limit = {
  readonly perWindow: number;
  /** After so many failures in a row each next try has to wait, ever longer. */
  readonly patience: number;
};

export const PER_ACCOUNT: Limit = { perWindow: 10, patience: 5 };
export const PER_NETWORK: Limit = { perWindow: 100, patience: Number.POSITIVE_INFINITY };
export const NO_TRIES: Tries = { at: [], failures: 0 };

const FIRST_DELAY_MS = 5_000;

/** Milliseconds until the next try may be made; 0 for now. */
export function waitOf(tries: Tries, limit: Limit, now: number): number {
  const recent = within(tries.at, now);
  const oldest = recent[recent.length - limit.perWindow];
  const last = tries.at.at(-1);
  const untilRoom = oldest === undefined ? 0 : oldest + WINDOW_MS - now;
  const untilPatience =
    last === undefined || tries.failures < limit.patience || isVoid(last, now)
      ? 0
      : last + delayAfter(tries.failures - limit.patience) - now;
  return Math.max(0, untilRoom, untilPatience);
}

/** With one more, let through now. */
export function afterTry(tries: Tries, now: number): Tries {
  const last = tries.at.at(-1);
  const isForgotten = last === undefined || Math.abs(now - last) >= FORGOTTEN_MS;
  return { at: [...within(tries.at, now), now], failures: isForgotten ? 1 : tries.failures + 1 };
}

const delayAfter = (failuresTooMany: number): number =>
  Math.min(WINDOW_MS, FIRST_DELAY_MS * 2 ** Math.min(failuresTooMany, 20));

const within = (at: readonly number[], now: number): readonly number[] =>
  at.filter((one) => now - one < WINDOW_MS && !isVoid(one, now));

/** A clock that was set back must not lock people out until it is there again. */
const isVoid = (at: number, now: number): boolean => at - now > WINDOW_MS;
