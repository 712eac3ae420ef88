import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nextTurn, type SendingLimits, type SendingState, UNUSED } from './sending-limits.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;

/** Asks for turns at the given times; when each was to send, or none. */
function play(limits: SendingLimits, times: readonly number[], patienceMs = 20_000): (number | null)[] {
  let state: SendingState = UNUSED;
  return times.map((now) => {
    const turn = nextTurn(state, { limits, now, patienceMs });
    if (turn.state === null) return null;
    state = turn.state;
    return now + turn.waitMs;
  });
}

describe('turns to send', () => {
  it('are spread over the minute', () => {
    const now = [NOON, NOON, NOON, NOON + 5000];
    deepEqual(play({ perMinute: 30, perDay: 0 }, now), [NOON, NOON + 2000, NOON + 4000, NOON + 6000]);
  });

  it('further away than anybody waits are none, and say when to come back', () => {
    const limits = { perMinute: 6, perDay: 0 };
    deepEqual(play(limits, [NOON, NOON, NOON, NOON]), [NOON, NOON + 10_000, NOON + 20_000, null]);
    const state = { next: NOON + 30_000, hours: [] };
    deepEqual(nextTurn(state, { limits, now: NOON, patienceMs: 20_000 }), { waitMs: 30_000, state: null });
  });

  it('of a day come back when the hour of the oldest is a day old', () => {
    const limits = { perMinute: 0, perDay: 2 };
    const { state } = nextTurn(UNUSED, { limits, now: NOON, patienceMs: 0 }) as { state: SendingState };
    const later = NOON + 3 * HOUR;
    const both = nextTurn(state, { limits, now: later, patienceMs: 0 }) as { state: SendingState };
    deepEqual(nextTurn(both.state, { limits, now: later, patienceMs: 0 }), {
      waitMs: 22 * HOUR,
      state: null,
    });
    ok(nextTurn(both.state, { limits, now: later + 22 * HOUR, patienceMs: 0 }).state);
  });

  it('without limits come at once, and leave nothing that grows', () => {
    let state: SendingState = UNUSED;
    for (let day = 0; day < 30; day += 1) {
      const turn = nextTurn(state, {
        limits: { perMinute: 0, perDay: 0 },
        now: NOON + day * 5 * HOUR,
        patienceMs: 0,
      });
      equal(turn.waitMs, 0);
      state = turn.state as SendingState;
    }
    ok(state.hours.length <= 6);
  });

  it('are not kept away by a clock that was set back', () => {
    deepEqual(play({ perMinute: 60, perDay: 0 }, [NOON, NOON - 10 * HOUR]), [NOON, NOON - 10 * HOUR]);
  });

  it('are never more than the limits, in any minute and in any day', () => {
    const steps = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 9 * HOUR })),
      {
        maxLength: 200,
      },
    );
    const limits = fc.record({
      perMinute: fc.integer({ min: 1, max: 70 }),
      perDay: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(limits, steps, ({ perMinute, perDay }, all) => {
        let now = NOON;
        const asked = all.map((step) => (now += step));
        const sent = play({ perMinute, perDay }, asked).filter((at) => at !== null);
        for (const from of sent) {
          ok(sent.filter((at) => at >= from && at < from + 60_000).length <= perMinute, 'in a minute');
          ok(sent.filter((at) => at >= from && at < from + 24 * HOUR).length <= perDay, 'in a day');
        }
      }),
    );
  });
});
