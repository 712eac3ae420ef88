import { equal, ok, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RetryLater } from './errors.ts';
import type { SendingLimits } from './sending-limits.ts';
import { sendingTurnsTable, takeSendingTurn } from './sending-turns.ts';
import { fakeDatabase } from './testing/index.ts';

const NEVER = new AbortController().signal;

function turns(limits: SendingLimits): (account?: string, signal?: AbortSignal) => Promise<void> {
  const database = fakeDatabase();
  database.migrate([sendingTurnsTable('001_turn', 'x_turn')]);
  return (account = 'a', signal = NEVER) =>
    takeSendingTurn(database, { table: 'x_turn', account, limits }, signal);
}

describe('a turn to send', () => {
  it('is waited for while it is near', async () => {
    const take = turns({ perMinute: 1200, perDay: 0 });
    const since = performance.now();
    await Promise.all(Array.from({ length: 5 }, () => take()));
    ok(performance.now() - since >= 195, 'four waits of 50 ms');
  });

  it('that is far away is for later, with the time to come back', async () => {
    const take = turns({ perMinute: 1, perDay: 0 });
    await take();
    await rejects(take(), (error: unknown) => {
      ok(error instanceof RetryLater);
      ok((error.afterSeconds ?? 0) > 55 && (error.afterSeconds ?? 0) <= 60);
      return true;
    });
  });

  it('is counted for each account by itself', async () => {
    const take = turns({ perMinute: 0, perDay: 1 });
    await take('a');
    await take('b');
    await rejects(take('a'), RetryLater);
  });

  it('is given up with its caller', async () => {
    const take = turns({ perMinute: 6, perDay: 0 });
    await take();
    const abort = new AbortController();
    const waiting = take('a', abort.signal);
    abort.abort();
    await rejects(waiting, RetryLater);
  });

  it('of an account without limits costs no look into the database', async () => {
    const database = { transaction: () => rejects(Promise.resolve()) } as never;
    equal(
      await takeSendingTurn(
        database,
        { table: 'x', account: 'a', limits: { perMinute: 0, perDay: 0 } },
        NEVER,
      ),
      undefined,
    );
  });
});
