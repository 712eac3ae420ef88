import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addMonths, lastDayOfMonth, type BillingGrid, type PlainDate } from '@traliccio/sdk';
import fc from 'fast-check';
import type { BillingHold, ItemVersion } from './item-version.ts';
import { missingOf, NOTHING_CHARGED, type Charged, type Missing } from './missing.ts';
import { owedBy } from './owed.ts';

/** A monthly grid written for the tests: core knows no cadence. */
function monthly(anchor: PlainDate, months: number, lastDay = false): BillingGrid {
  const boundary = (k: number): PlainDate =>
    lastDay ? lastDayOfMonth(addMonths(anchor, k * months)) : addMonths(anchor, k * months);
  return {
    boundary,
    indexOf(date) {
      let k = 0;
      while (boundary(k) > date) k -= 1;
      while (boundary(k + 1) <= date) k += 1;
      return k;
    },
  };
}

const base: ItemVersion = {
  id: 1,
  contractId: 1,
  item: 'main',
  description: 'Fibra 100',
  quantity: 1_000_000,
  validFrom: '2026-03-01',
  validTo: null,
  startsItem: true,
  cadence: 'months:1',
  anchor: '2026-03-01',
  anchorLastDay: false,
  timing: 'advance',
  offsetDays: 0,
  proration: 'calendar',
  firstPeriod: 'alone',
  endCredit: true,
  priceE8: 3_000_000_000,
  vatIncluded: false,
  vatRate: 2200,
  natura: null,
  vatReference: null,
  planPriceId: null,
  billedTo: null,
};

type Situation = {
  version: Partial<ItemVersion>;
  months?: number;
  holds?: BillingHold[];
  contractEnd?: PlainDate | null;
  day: PlainDate;
};

function owed({
  version: changes,
  months = 1,
  holds = [],
  contractEnd = null,
  day,
}: Situation): [string, string, number, number][] {
  const version = { ...base, ...changes };
  const { periods } = owedBy({
    version,
    grid: monthly(version.anchor, months),
    holds,
    contractEnd,
    settledTo: null,
    day,
  });
  return periods.map((p) => [p.start, p.due, p.days, p.amount]);
}

const hold = (changes: Partial<BillingHold>): BillingHold => ({
  id: 1,
  from: '2026-03-10',
  until: null,
  releasePolicy: 'resume',
  decidedOn: '2026-03-10',
  billedDays: [],
  ...changes,
});

describe('what an item owes', () => {
  it('30,00 a month from the 1st, started on 15 March: 17 days are 16,45', () => {
    assert.deepEqual(owed({ version: { validFrom: '2026-03-15' }, day: '2026-03-31' }), [
      ['2026-03-01', '2026-03-15', 17, 1645],
    ]);
  });

  it('24,90 a month anchored on the 31st, started on 10 February 2025: 18 of 28 days are 16,01', () => {
    const version = { priceE8: 2_490_000_000, anchor: '2025-01-31', validFrom: '2025-02-10' } as const;
    assert.deepEqual(owed({ version, day: '2025-02-20' }), [['2025-01-31', '2025-02-10', 18, 1601]]);
  });

  it('90,00 a quarter from 1 January 2025, started on 15 February: 45 of 90 days are 45,00', () => {
    const version = { priceE8: 9_000_000_000, anchor: '2025-01-01', validFrom: '2025-02-15' } as const;
    assert.deepEqual(owed({ version, months: 3, day: '2025-03-20' }), [
      ['2025-01-01', '2025-02-15', 45, 4500],
    ]);
  });

  it('200 -> 100 a month on 20 October, already billed: 77,42 are credited and 38,71 charged', () => {
    const old = {
      priceE8: 20_000_000_000,
      anchor: '2026-10-01',
      validFrom: '2026-10-01',
      validTo: '2026-10-20',
    } as const;
    const next = {
      id: 2,
      priceE8: 10_000_000_000,
      anchor: '2026-10-01',
      validFrom: '2026-10-20',
      startsItem: false,
    } as const;
    const ask = (version: Partial<ItemVersion>): ReturnType<typeof owedBy> =>
      owedBy({
        version: { ...base, ...version },
        grid: monthly('2026-10-01', 1),
        holds: [],
        contractEnd: null,
        settledTo: null,
        day: '2026-10-20',
      });
    assert.equal(missingOf(ask(old).periods[0]!, { amount: 20_000, days: 31, entries: 1 })?.amount, -7742);
    assert.equal(missingOf(ask(next).periods[0]!, NOTHING_CHARGED)?.amount, 3871);
  });

  it('catches up every period that fell due, one by one', () => {
    assert.deepEqual(
      owed({ version: {}, day: '2026-05-31' }).map((p) => p[0]),
      ['2026-03-01', '2026-04-01', '2026-05-01'],
    );
  });

  it('in arrears a period is due when it ends, and the last when the contract does', () => {
    assert.deepEqual(owed({ version: { timing: 'arrears' }, contractEnd: '2026-04-11', day: '2026-04-11' }), [
      ['2026-03-01', '2026-04-01', 31, 3000],
      ['2026-04-01', '2026-04-11', 10, 1000],
    ]);
  });

  it('a negative offset bills before the period starts, a positive one after', () => {
    assert.deepEqual(
      owed({ version: { offsetDays: -10 }, day: '2026-03-25' }).map((p) => p[1]),
      ['2026-02-19', '2026-03-22'],
    );
    assert.deepEqual(
      owed({ version: { offsetDays: 5 }, day: '2026-04-05' }).map((p) => p[1]),
      ['2026-03-06'],
    );
  });

  it('a first part of a period is billed with the next one, or not at all, where the plan says so', () => {
    const started = { validFrom: '2026-03-15' } as const;
    assert.deepEqual(owed({ version: { ...started, firstPeriod: 'with_next' }, day: '2026-03-31' }), []);
    assert.deepEqual(
      owed({ version: { ...started, firstPeriod: 'with_next' }, day: '2026-04-01' }).map((p) => [p[1], p[3]]),
      [
        ['2026-04-01', 1645],
        ['2026-04-01', 3000],
      ],
    );
    assert.deepEqual(
      owed({ version: { ...started, firstPeriod: 'free' }, day: '2026-04-01' }).map((p) => p[3]),
      [0, 3000],
    );
  });

  it('thirty-day months cost the same for the same number of days, whatever the month', () => {
    assert.deepEqual(
      owed({
        version: { proration: 'thirty', anchor: '2026-02-01', validFrom: '2026-02-16' },
        day: '2026-02-20',
      }).map((p) => p[3]),
      [1500],
    );
    assert.deepEqual(
      owed({ version: { proration: 'thirty', validFrom: '2026-03-16' }, day: '2026-03-20' }).map((p) => p[3]),
      [1500],
    );
  });

  it('without proration the first part costs the whole, and a change waits for the next period', () => {
    assert.deepEqual(
      owed({ version: { proration: 'none', validFrom: '2026-03-15' }, day: '2026-03-20' }).map((p) => p[3]),
      [3000],
    );
    assert.deepEqual(
      owed({
        version: { proration: 'none', validFrom: '2026-03-15', startsItem: false },
        day: '2026-04-01',
      }).map((p) => p[3]),
      [0, 3000],
    );
  });

  it('a contract that ends keeps its paid days only where no credit is due', () => {
    assert.deepEqual(
      owed({ version: {}, contractEnd: '2026-03-11', day: '2026-03-15' }).map((p) => p[3]),
      [968],
    );
    assert.deepEqual(
      owed({ version: { endCredit: false }, contractEnd: '2026-03-11', day: '2026-03-15' }).map((p) => p[3]),
      [3000],
    );
  });

  it('days up to "billed through" count as charged', () => {
    const version = { ...base, billedTo: '2026-03-16' } as const;
    const { periods } = owedBy({
      version,
      grid: monthly('2026-03-01', 1),
      holds: [],
      contractEnd: null,
      settledTo: null,
      day: '2026-03-16',
    });
    const missing = missingOf(periods[0]!, NOTHING_CHARGED);
    assert.deepEqual(
      [periods[0]?.due, missing?.days, missing?.amount, missing?.span],
      ['2026-03-16', 16, 1548, { from: '2026-03-16', to: '2026-04-01' }],
    );
  });
});

describe('a hold that blocks billing', () => {
  const lifted = { until: '2026-04-11' } as const;
  const amounts = (holds: BillingHold[], version: Partial<ItemVersion> = {}): [number, number][] =>
    owed({ version, holds, day: '2026-04-20' }).map((p) => [p[2], p[3]]);

  it('leaves what was due before it, and while it lasts owes nothing that falls due', () => {
    assert.deepEqual(amounts([hold({})]), [
      [31, 3000],
      [0, 0],
    ]);
  });
  it('resume: the unbilled days are dropped, billing goes on from its end', () => {
    assert.deepEqual(amounts([hold({ ...lifted })]), [
      [31, 3000],
      [20, 2000],
    ]);
  });
  it('back bill: all days are charged', () => {
    assert.deepEqual(amounts([hold({ ...lifted, releasePolicy: 'back_bill' })]), [
      [31, 3000],
      [30, 3000],
    ]);
  });
  it('credit: its days are dropped and those paid for are given back', () => {
    assert.deepEqual(amounts([hold({ ...lifted, releasePolicy: 'credit' })]), [
      [9, 871],
      [20, 2000],
    ]);
  });
  it('days on which access was seen are billed where the operator chose so', () => {
    assert.deepEqual(amounts([hold({ ...lifted, billedDays: ['2026-04-03', '2026-04-04'] })]), [
      [31, 3000],
      [22, 2200],
    ]);
  });
  it('in arrears the days before it stay owed', () => {
    assert.deepEqual(amounts([hold({ ...lifted })], { timing: 'arrears' }), [[9, 871]]);
  });
  it('never moves the grid', () => {
    assert.deepEqual(
      owed({ version: {}, holds: [hold({ ...lifted })], day: '2026-05-01' }).map((p) => p[0]),
      ['2026-03-01', '2026-04-01', '2026-05-01'],
    );
  });
});

describe('the same history', () => {
  type Event =
    | { on: number; kind: 'price'; cents: number; back: number }
    | { on: number; kind: 'hold'; length: number; policy: BillingHold['releasePolicy'] }
    | { on: number; kind: 'end'; ahead: number };
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({
      on: fc.integer({ min: 1, max: 300 }),
      kind: fc.constant('price' as const),
      cents: fc.integer({ min: 0, max: 20_000 }),
      back: fc.integer({ min: -20, max: 60 }),
    }),
    fc.record({
      on: fc.integer({ min: 1, max: 300 }),
      kind: fc.constant('hold' as const),
      length: fc.integer({ min: 1, max: 90 }),
      policy: fc.constantFrom('resume' as const, 'back_bill' as const, 'credit' as const, 'none' as const),
    }),
    fc.record({
      on: fc.integer({ min: 1, max: 300 }),
      kind: fc.constant('end' as const),
      ahead: fc.integer({ min: -30, max: 60 }),
    }),
  );
  const terms = fc.record({
    timing: fc.constantFrom('advance' as const, 'arrears' as const),
    offsetDays: fc.integer({ min: -15, max: 15 }),
    proration: fc.constantFrom('calendar' as const, 'thirty' as const, 'none' as const),
    firstPeriod: fc.constantFrom('alone' as const, 'with_next' as const, 'free' as const),
    endCredit: fc.boolean(),
    start: fc.integer({ min: 0, max: 60 }),
    months: fc.constantFrom(1, 2, 3, 6, 12),
    anchorDay: fc.integer({ min: 1, max: 31 }),
  });

  it('ends with the same amount and days per version and period, whatever the runs in between', () => {
    fc.assert(
      fc.property(
        terms,
        fc.array(event, { maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 25 }),
        (t, events, runs) => {
          const often = simulate(
            t,
            events,
            [...new Set([...runs, 400])].toSorted((a, b) => a - b),
          );
          const once = simulate(t, events, [400]);
          assert.deepEqual(often, once);
        },
      ),
      { numRuns: 3000 },
    );
  });

  /** A contract's life: events are recorded on their day, runs happen on theirs. */
  function simulate(
    t: typeof terms extends fc.Arbitrary<infer T> ? T : never,
    events: readonly Event[],
    runs: readonly number[],
  ): Record<string, { amount: number; days: number }> {
    const day = (n: number): PlainDate => fromStart(n);
    const anchor = `2025-01-${String(t.anchorDay).padStart(2, '0')}` as PlainDate;
    const grid = monthly(anchor, t.months);
    const { start: _start, months: _months, anchorDay: _anchorDay, ...rules } = t;
    let versions: ItemVersion[] = [{ ...base, ...rules, anchor, validFrom: day(t.start) }];
    const holds: BillingHold[] = [];
    let contractEnd = null as PlainDate | null;
    const charged = new Map<string, Charged>();
    const queue = [...events].toSorted((a, b) => a.on - b.on);
    for (const run of runs) {
      while (queue[0] && queue[0].on <= run) apply(queue.shift() as Event);
      const held = holds.some((h) => h.from <= day(run) && (h.until === null || h.until > day(run)));
      const ended = contractEnd !== null && contractEnd <= day(run);
      if (held && !ended) continue;
      for (const version of versions) {
        for (const period of owedBy({
          version,
          grid,
          holds,
          contractEnd,
          settledTo: null,
          day: day(run),
          chargedStarts: startsOf(version.id),
        }).periods) {
          const key = `${version.id} ${period.start}`;
          const before = charged.get(key) ?? NOTHING_CHARGED;
          const missing: Missing | undefined = missingOf(period, before);
          if (missing)
            charged.set(key, {
              amount: before.amount + missing.amount,
              days: before.days + missing.days,
              entries: before.entries + 1,
            });
        }
      }
    }
    // A version cut to nothing by a later, back-dated one leaves entries that sum to nothing.
    return Object.fromEntries(
      [...charged]
        .filter(([, c]) => c.amount !== 0 || c.days !== 0)
        .map(([k, c]) => [k, { amount: c.amount, days: c.days }] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );

    function startsOf(version: number): PlainDate[] {
      return [...charged.keys()]
        .filter((k) => k.startsWith(`${version} `))
        .map((k) => k.split(' ')[1] as PlainDate);
    }
    function apply(e: Event): void {
      const on = day(e.on);
      if (e.kind === 'end') contractEnd ??= day(Math.max(e.on + e.ahead, t.start + 1));
      if (e.kind === 'hold')
        holds.push({
          id: e.on,
          from: on,
          until: day(e.on + e.length),
          decidedOn: on,
          releasePolicy: e.policy,
          billedDays: [],
        });
      if (e.kind === 'price') {
        const from = day(Math.max(e.on - e.back, t.start + 1));
        const current = versions.at(-1) as ItemVersion;
        if (from <= current.validFrom) return;
        versions = [
          ...versions.slice(0, -1),
          { ...current, validTo: from },
          {
            ...current,
            id: current.id + 1,
            priceE8: e.cents * 1_000_000,
            validFrom: from,
            validTo: null,
            startsItem: false,
          },
        ];
      }
    }
  }
});

function fromStart(n: number): PlainDate {
  return new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10) as PlainDate;
}
