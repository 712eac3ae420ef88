import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addDays, type PlainDate } from '@traliccio/sdk';
import { checkInvariants } from '@traliccio/core/src/domain/invariants.ts';
import fc from 'fast-check';
import { eachDatabase } from '../host/database.ts';
import { BY, MONTHLY, openProvider, type Provider } from '../host/provider.ts';

const START: PlainDate = '2026-01-10';
const DAYS = 200;

type Event = { readonly on: number } & (
  | { readonly kind: 'price'; readonly cents: number; readonly back: number }
  | {
      readonly kind: 'hold';
      readonly length: number;
      readonly policy: 'resume' | 'back_bill' | 'credit' | 'none';
    }
  | { readonly kind: 'end'; readonly ahead: number }
);
type History = {
  readonly timing: 'advance' | 'arrears';
  readonly offsetDays: number;
  readonly cadence: string;
  readonly proration: 'calendar' | 'thirty';
  readonly events: readonly Event[];
  readonly runs: readonly number[];
};

const on = fc.integer({ min: 1, max: DAYS - 60 });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    on,
    kind: fc.constant('price' as const),
    cents: fc.integer({ min: 500, max: 9000 }),
    back: fc.integer({ min: -15, max: 40 }),
  }),
  fc.record({
    on,
    kind: fc.constant('hold' as const),
    length: fc.integer({ min: 1, max: 50 }),
    policy: fc.constantFrom('resume' as const, 'back_bill' as const, 'credit' as const, 'none' as const),
  }),
  fc.record({ on, kind: fc.constant('end' as const), ahead: fc.integer({ min: -10, max: 40 }) }),
);
const history: fc.Arbitrary<History> = fc.record({
  timing: fc.constantFrom('advance' as const, 'arrears' as const),
  offsetDays: fc.integer({ min: -5, max: 5 }),
  cadence: fc.constantFrom('months:1', 'months:2', 'months:3'),
  proration: fc.constantFrom('calendar' as const, 'thirty' as const),
  events: fc.array(event, { minLength: 1, maxLength: 4 }),
  runs: fc.uniqueArray(fc.integer({ min: 0, max: DAYS }), { maxLength: 12 }),
});

/** Lives a contract's history, with runs on the given days, and says what was charged per item version and period. */
async function live(
  p: Provider,
  one: History,
  { code, runs }: { code: string; runs: readonly number[] },
): Promise<unknown[]> {
  const day = (n: number): PlainDate => addDays(START, n);
  p.on(START);
  await p.customer(code);
  const { timing, offsetDays, cadence, proration } = one;
  const items = [{ ...MONTHLY, timing, offsetDays, cadence, proration, anchor: '2026-01-01' as PlainDate }];
  // A series of its own: documents of other lives are dated later.
  await p.contract(code, { customer: code, startOn: START, items, series: code });
  const steps = [
    ...one.events.map((e) => ({ on: e.on, order: 0, act: () => apply(p, e, { code, day }) })),
    ...runs.map((n) => ({ on: n, order: 1, act: () => p.bill() })),
  ].toSorted((a, b) => a.on - b.on || a.order - b.order);
  for (const step of steps) {
    p.on(day(step.on));
    await step.act();
  }
  return p.rows(
    `SELECT v.valid_from AS version, c.grid_start AS period, SUM(c.amount) AS amount, SUM(c.days) AS days
     FROM charge c JOIN contract k ON k.id = c.contract_id JOIN contract_item_version v ON v.id = c.item_version_id
     WHERE k.code = '${code}' GROUP BY v.valid_from, c.grid_start HAVING SUM(c.amount) <> 0 OR SUM(c.days) <> 0 ORDER BY v.valid_from, c.grid_start`,
  );
}

/** What the services refuse (a change of what has ended) they refuse in both lives alike. */
async function apply(
  p: Provider,
  e: Event,
  { code, day }: { code: string; day: (n: number) => PlainDate },
): Promise<void> {
  const contract = { code };
  try {
    if (e.kind === 'price')
      await p.tx((t) =>
        p.app.items.change(
          t,
          {
            contract,
            from: day(Math.max(e.on - e.back, 1)),
            to: { ...MONTHLY, priceE8: e.cents * 1_000_000 },
          },
          BY,
        ),
      );
    if (e.kind === 'hold')
      await p.tx((t) =>
        p.app.holds.create(
          t,
          {
            contract,
            reason: 'prova',
            blocksBilling: true,
            releasePolicy: e.policy,
            until: day(e.on + e.length),
          },
          BY,
        ),
      );
    if (e.kind === 'end')
      await p.tx((t) => p.app.contracts.end(t, { contract, lastDay: day(Math.max(e.on + e.ahead, 1)) }, BY));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

eachDatabase((_name, open) => {
  it(
    'the same history ends with the same charges, whatever the runs in between',
    { timeout: 300_000 },
    async () => {
      const p = await openProvider(open, { day: START });
      let n = 0;
      await fc.assert(
        fc.asyncProperty(history, async (one) => {
          n += 1;
          const often = await live(p, one, { code: `A${n}`, runs: [...one.runs, DAYS] });
          const once = await live(p, one, { code: `B${n}`, runs: [DAYS] });
          assert.deepEqual(often, once);
        }),
        { numRuns: 15, seed: 20_261_124 },
      );
      assert.deepEqual((await checkInvariants(p.app)).violations, []);
    },
  );
});
