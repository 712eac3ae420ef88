import type { Actor, PlainDate } from '@traliccio/sdk';

/** Somebody's wish to have a job run. Plain data: it is stored. */
export type Asked = { readonly date: PlainDate; readonly by: Actor; readonly confirm: boolean };

/**
 * Does what the job is to do now, or what was asked.
 * @returns false when it is not done, since the process stops or another has it at work: to be looked at again
 */
export type Work = (name: string, asked: Asked | null) => Promise<boolean>;

export type Timing = {
  readonly name: string;
  readonly zone: string;
  /** A time of day, or seconds; null when it is woken only by those who ask. */
  readonly when: { readonly at: string } | { readonly every: number } | null;
};

/**
 * Wakes one of the processes that work when a job is due. It may wake two, or none, or the wrong one: what is done is
 * decided by the ledger, what is late by the clock.
 */
export interface Waker {
  /** Has this process woken from now on. @throws BadConfiguration when there is nothing to be woken by */
  start(work: Work): Promise<void>;
  /** Says which jobs this process can do, and when each is to be woken by itself. */
  recur(timings: readonly Timing[]): Promise<void>;
  /** Has some process woken at once for what is due. */
  wake(name: string): Promise<void>;
  /** Has some process woken at once for what somebody asks; it is not forgotten when none is there. */
  ask(name: string, asked: Asked): Promise<void>;
  /** Wakes no more, waits for what is at work, and lets go of everything. */
  stop(): Promise<void>;
}
