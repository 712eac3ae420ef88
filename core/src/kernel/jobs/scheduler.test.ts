import assert from 'node:assert/strict';
import { afterEach, before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays, daysBetween, type Actor, type PlainDate } from '@traliccio/sdk';
import type { RecurringContext } from './recurring-job.ts';
import type { Scheduler } from './scheduler.ts';
import { eachJobStore, type TestJobStore } from './testing/job-stores.ts';
import { Simulation, until, type SimulationOptions } from './testing/simulation.ts';
import type { Asked, Waker, Work } from './waker.ts';

const ANNA: Actor = { kind: 'operator', name: 'anna@example.it' };

eachJobStore((store, open) => {
  let test: TestJobStore;
  const simulations: Simulation[] = [];
  before(async () => {
    test = await open();
  });
  afterEach(async () => {
    for (const simulation of simulations.splice(0)) await simulation.stopAll();
  });
  const simulate = (options: SimulationOptions): Simulation => {
    const simulation = new Simulation(test, options);
    simulations.push(simulation);
    return simulation;
  };

  /** Lives through days with one process, the nights in steps of half an hour. */
  async function live(simulation: Simulation, scheduler: Scheduler, to: PlainDate): Promise<void> {
    while (simulation.clock.today() < to) {
      const hour = Number(romanHour.format(simulation.clock.now()));
      await simulation.pass({ minutes: hour >= 4 && hour < 23 ? (23 - hour) * 60 : 30 }, scheduler);
    }
  }

  const spans = [
    ['2026-10-24', '2026-10-26', 'when clocks go back'],
    ['2027-03-27', '2027-03-29', 'when clocks go forward'],
    ['2027-02-27', '2027-03-02', 'at the end of a short month'],
    ['2026-12-30', '2027-01-02', 'at the end of the year'],
  ] as const;
  for (const at of ['02:00', '02:30'])
    for (const [from, to, when] of spans)
      it(`does each date once ${when}, at ${at}`, async () => {
        const simulation = simulate({ name: `${from} ${at}`, at, from: [from, '01:00'] });
        await live(simulation, await simulation.start(), addDays(to, 1));
        assert.deepEqual(simulation.made, dates(from, to));
        await isDoneOnce(simulation);
      });

  it('makes up for ten days without a process, each date once, oldest first', async () => {
    const simulation = simulate({ name: 'asleep', from: ['2026-10-20', '12:00'] });
    await live(simulation, await simulation.start(), '2026-10-22');
    await simulation.stopAll();
    simulation.clock.advance({ days: 10 });
    await live(simulation, await simulation.start(), '2026-11-03');
    assert.deepEqual(simulation.made, dates('2026-10-21', '2026-11-02'));
    await isDoneOnce(simulation);
  });

  it('is not early, and not on the day before it was there', async () => {
    const simulation = simulate({ name: 'fresh', from: ['2026-11-24', '10:00'] });
    const scheduler = await simulation.start();
    await simulation.pass({ minutes: 15 * 60 + 59 }, scheduler);
    assert.deepEqual(simulation.made, []);
    await simulation.pass({ minutes: 1 }, scheduler);
    assert.deepEqual(simulation.made, ['2026-11-25']);
  });

  it('is done once by two processes, whoever is woken, with a start by hand in the same second', async () => {
    let [atWork, most] = [0, 0];
    const simulation = simulate({
      name: 'race',
      from: ['2026-11-24', '01:00'],
      run: async () => {
        most = Math.max(most, ++atWork);
        await wait(15);
        atWork -= 1;
      },
    });
    const two = [await simulation.start(), await simulation.start()] as const;
    simulation.clock.advance({ days: 6 });
    await Promise.all(two.map((one) => one.tick()));
    await Promise.all(two.map((one) => one.tick()));
    await Promise.all(two.map((one) => simulation.settled(one)));
    await simulation.stopAll();
    assert.equal(most, 1, 'never two at the same time');
    assert.deepEqual(simulation.made, dates('2026-11-24', '2026-11-29'));
  });

  it('does what somebody asks for, in a process that works, in his name', async () => {
    const seen: Pick<RecurringContext, 'by' | 'again' | 'confirm'>[] = [];
    const simulation = simulate({
      name: 'asked',
      from: ['2026-11-24', '12:00'],
      run: async ({ by, again, confirm }) => void seen.push({ by, again, confirm }),
    });
    const web = await simulation.start({ executes: false });
    assert.deepEqual(await web.trigger('asked', { by: ANNA }), { kind: 'asked', date: '2026-11-24' });
    await web.trigger('asked', { by: ANNA, date: '2026-11-20', confirm: true });
    const worker = await simulation.start();
    await until(() => simulation.made.length === 2, 'what was asked for');
    assert.deepEqual(simulation.made, ['2026-11-24', '2026-11-20']);
    assert.deepEqual(seen, [
      { by: ANNA, again: true, confirm: false },
      { by: ANNA, again: true, confirm: true },
    ]);
    await worker.trigger('asked', { by: ANNA });
    await until(() => simulation.made.length === 3, 'once more');
    await assert.rejects(web.trigger('asked', { by: ANNA, date: '2026-11-25' }), {
      code: 'run.date_in_future',
    });
    await assert.rejects(web.trigger('nobody', { by: ANNA }), { code: 'job.not_found' });
    await simulation.settled(worker);
  });

  it('does what was asked for when the process that had it at work is gone, which nobody can know at first', async () => {
    const simulation = simulate({ name: 'left', from: ['2026-11-24', '12:00'] });
    const worker = await simulation.start();
    await simulation.leaveAtWork(1_500);
    await worker.trigger('left', { by: ANNA });
    await wait(500);
    assert.deepEqual(simulation.made, [], 'its lease has not ended');
    await until(() => simulation.made.length === 1, 'what was asked for');
    await simulation.settled(worker);
  });

  it('is listed the same by every process', async () => {
    const simulation = simulate({ name: 'listed', from: ['2026-11-24', '12:00'], at: '02:30' });
    const [worker, web] = [await simulation.start(), simulation.process()];
    await simulation.pass({ days: 1 }, worker);
    const [view] = await web.list();
    await simulation.stopAll();
    assert.deepEqual(view, {
      name: 'listed',
      label: { it: 'Prova', en: 'Trial' },
      kind: 'listed',
      nextRun: Date.parse('2026-11-26T01:30:00Z'),
      lastRun: { date: '2026-11-25', at: simulation.clock.now(), state: 'done', reason: null },
      lastDate: '2026-11-25',
      late: false,
      running: false,
    });
  });

  it('waits for what is at work when it stops', async () => {
    const simulation = simulate({ name: 'finish', from: ['2026-11-24', '01:00'], run: () => wait(80) });
    const scheduler = await simulation.start();
    simulation.clock.advance({ days: 3 });
    await scheduler.tick();
    await until(async () => (await scheduler.list())[0]!.running);
    await simulation.stopAll();
    assert.deepEqual(simulation.made, ['2026-11-24'], 'the one at work, and no other');
    assert.equal((await simulation.ledger.find('finish', '2026-11-24'))!.state, 'done');
  });

  it('gives up what takes too long when it stops, for the next process to go on with at once', async () => {
    let begun = 0;
    const simulation = simulate({
      name: 'endless',
      from: ['2026-11-24', '12:00'],
      job: { run: ({ signal }) => (++begun === 1 ? forever(signal) : Promise.resolve({ begun })) },
    });
    const first = await simulation.start();
    await first.trigger('endless', { by: ANNA });
    await until(() => begun === 1);
    await simulation.stopAll();
    assert.equal((await simulation.ledger.find('endless', '2026-11-24'))!.isLeased, false);
    const since = performance.now();
    await simulation.start();
    await until(async () => (await simulation.ledger.find('endless', '2026-11-24'))!.state === 'done');
    assert.ok(performance.now() - since < 1_500, 'without waiting for a lease');
    await simulation.stopAll();
    assert.deepEqual((await simulation.ledger.find('endless', '2026-11-24'))!.summary, { begun: 2 });
  });

  it('runs what comes every few seconds again and again, one at a time', async () => {
    let [atWork, most, count] = [0, 0, 0];
    const simulation = simulate({
      name: 'often',
      from: ['2026-11-24', '12:00'],
      job: {
        at: undefined,
        every: 0.05,
        run: async () => {
          most = Math.max(most, ++atWork);
          await wait(20);
          atWork -= 1;
          count += 1;
        },
      } as never,
    });
    const two = [await simulation.start(), await simulation.start()];
    await until(() => count >= 3);
    const [view] = await two[0]!.list();
    await simulation.stopAll();
    assert.equal(most, 1);
    assert.deepEqual([view!.late, view!.lastRun!.date], [false, '2026-11-24']);
  });

  // What follows has nothing to do with where the jobs are.
  if (store === 'MongoDB') return;

  it('is done once though every wake comes twice, to both processes', async () => {
    const simulation = simulate({ name: 'twice', from: ['2026-11-24', '01:00'], run: () => wait(5) });
    const waker = new Everybody();
    const one = await simulation.start({ waker });
    await simulation.start({ waker });
    await simulation.pass({ days: 5 }, one);
    await simulation.stopAll();
    assert.deepEqual(simulation.made, dates('2026-11-24', '2026-11-28'));
  });

  it('says that a date is late, once, though nobody is woken, and takes it back when it is done', async () => {
    const simulation = simulate({ name: 'late', from: ['2026-11-24', '01:00'] });
    const web = await simulation.start({ executes: false });
    await simulation.start({ waker: new Nobody() });
    simulation.clock.advance({ minutes: 2 * 60 + 59 });
    await web.tick();
    await simulation.tells([]);
    simulation.clock.advance({ minutes: 1 });
    await web.tick();
    await web.tick();
    await simulation.tells(['job.late:2026-11-24']);
    assert.equal((await web.list())[0]!.late, true);
    const posted = (await simulation.notices.list()).find((one) => one.key === 'job.late:late:2026-11-24')!;
    assert.equal(posted.count, 1);
    await test.database.transaction((tx) => simulation.notices.close(tx, posted.id, ANNA));
    simulation.clock.advance({ days: 1 });
    await web.tick();
    await simulation.tells(['job.late:2026-11-25']);
    await simulation.start();
    await simulation.settled(web);
    await web.tick();
    await simulation.tells([]);
    assert.equal((await web.list())[0]!.late, false);
  });

  it('calls nothing late that it is about to make up for', async () => {
    const simulation = simulate({ name: 'quiet', from: ['2026-11-24', '01:00'] });
    await simulation.start();
    await simulation.stopAll();
    simulation.clock.advance({ days: 10 });
    const scheduler = await simulation.start();
    await simulation.settled(scheduler);
    await simulation.stopAll();
    const all = await simulation.notices.list({ closedToo: true });
    assert.deepEqual(
      all.filter((one) => one.key.includes(':quiet')),
      [],
    );
  });

  it('leaves to people what is held, says so, and goes on with the dates after it', async () => {
    let bounds = true;
    const simulation: Simulation = simulate({
      name: 'held',
      from: ['2026-11-24', '01:00'],
      job: {
        opensRun: true,
        run: async ({ date, again, confirm }) => {
          const { run } = await simulation.ledger.open({ kind: 'held', date, again });
          simulation.made.push(date);
          if (bounds && !confirm) await run.hold('twice as much as last month');
          else await run.finish({});
        },
      },
    });
    const scheduler = await simulation.start();
    await simulation.pass({ days: 1 }, scheduler);
    await simulation.pass({ days: 1 }, scheduler);
    await simulation.pass({ minutes: 30 }, scheduler);
    assert.deepEqual(simulation.made, ['2026-11-24', '2026-11-25']);
    await simulation.tells(['job.held', 'job.late:2026-11-24', 'job.late:2026-11-25']);
    bounds = false;
    await scheduler.trigger('held', { by: ANNA, date: '2026-11-25', confirm: true });
    await until(async () => (await simulation.ledger.find('held', '2026-11-25'))!.state === 'done');
    await scheduler.tick();
    await simulation.tells([]);
  });

  it('tries again what has failed, a few times, and then says so', async () => {
    let works = false;
    const simulation: Simulation = simulate({
      name: 'fails',
      from: ['2026-11-24', '01:59'],
      run: async ({ date }) => {
        tried.push(`${date} ${new Date(simulation.clock.now()).toISOString().slice(11, 16)}`);
        if (!works) throw new Error('no route to host');
      },
    });
    const tried: string[] = [];
    const scheduler = await simulation.start();
    for (let minute = 0; minute < 12 * 60; minute += 5) await simulation.pass({ minutes: 5 }, scheduler);
    const night = ['01:04', '01:09', '01:24', '02:09', '03:39'].map((time) => `2026-11-24 ${time}`);
    assert.deepEqual(tried, night);
    const [view] = await scheduler.list();
    assert.deepEqual([view!.lastRun!.state, view!.lastRun!.reason], ['failed', 'no route to host']);
    await simulation.tells(['job.failed', 'job.late:2026-11-24']);
    works = true;
    await simulation.pass({ minutes: 14 * 60 }, scheduler);
    assert.deepEqual(simulation.made, ['2026-11-25']);
    await scheduler.tick();
    await simulation.tells([]);
  });

  it('writes down a failure before the run was opened', async () => {
    const simulation = simulate({
      name: 'early',
      from: ['2026-11-24', '01:59'],
      job: { opensRun: true, run: () => Promise.reject(new Error('the thread does not start')) },
    });
    const scheduler = await simulation.start();
    for (let n = 0; n < 3; n += 1) await simulation.pass({ minutes: 5 }, scheduler);
    const run = (await simulation.ledger.find('early', '2026-11-24'))!;
    assert.deepEqual([run.state, run.failures, run.reason], ['failed', 2, 'the thread does not start']);
  });

  it('makes up for forty days, and says what it gives up', async () => {
    const simulation = simulate({ name: 'long', from: ['2026-11-24', '01:00'] });
    await simulation.start();
    await simulation.stopAll();
    simulation.clock.advance({ days: 60 });
    const scheduler = await simulation.start();
    await simulation.settled(scheduler);
    assert.deepEqual(simulation.made, dates('2026-12-14', '2027-01-22'));
    await simulation.tells(['job.given_up:2026-11-24']);
  });

  it('does nothing by itself while it is not to, and misses nothing meanwhile', async () => {
    let at: string | null = '02:00';
    const simulation = simulate({
      name: 'off',
      from: ['2026-11-24', '12:00'],
      job: { at: async () => at } as never,
    });
    const scheduler = await simulation.start();
    at = null;
    await simulation.pass({ days: 5 }, scheduler);
    assert.equal((await scheduler.list())[0]!.nextRun, null);
    at = '14:00';
    await simulation.pass({ minutes: 60 }, scheduler);
    assert.deepEqual(simulation.made, []);
    await simulation.pass({ minutes: 60 }, scheduler);
    assert.deepEqual(simulation.made, ['2026-11-29']);
    await simulation.tells([]);
  });

  it('moves with the hour that operators set', async () => {
    let at = '02:00';
    const simulation = simulate({
      name: 'moved',
      from: ['2026-11-24', '01:00'],
      job: { at: async () => at } as never,
    });
    const scheduler = await simulation.start();
    at = '03:00';
    await simulation.pass({ minutes: 60 }, scheduler);
    assert.deepEqual(simulation.made, []);
    await simulation.pass({ minutes: 60 }, scheduler);
    assert.deepEqual(simulation.made, ['2026-11-24']);
    at = '20:00';
    await simulation.pass({ minutes: 18 * 60 }, scheduler);
    assert.deepEqual(simulation.made, ['2026-11-24'], 'a date that is done is done');
  });

  it('survives a setting that is no time, and other jobs go on', async () => {
    const simulation = simulate({ name: 'nonsense', at: 'noon', from: ['2026-11-24', '01:00'] });
    const scheduler = await simulation.start();
    await scheduler.tick();
    await assert.rejects(scheduler.list(), { code: 'job.time' });
  });
});

async function isDoneOnce({ ledger, job, made }: Simulation): Promise<void> {
  const runs = await ledger.list(job.name, 1000);
  assert.deepEqual([runs.length, ...new Set(runs.map((run) => run.state))], [made.length, 'done']);
}

const romanHour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', hour: '2-digit' });

const dates = (from: PlainDate, to: PlainDate): PlainDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));

const forever = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

/** Wakes everybody, twice. */
class Everybody implements Waker {
  readonly #work: Work[] = [];
  #busy: Promise<unknown>[] = [];

  async start(work: Work): Promise<void> {
    this.#work.push(work);
  }
  async recur(): Promise<void> {}
  async wake(name: string): Promise<void> {
    this.#busy.push(...[...this.#work, ...this.#work].map((work) => work(name, null)));
  }
  async ask(name: string, asked: Asked): Promise<void> {
    this.#busy.push(...[...this.#work, ...this.#work].map((work) => work(name, asked)));
  }
  async stop(): Promise<void> {
    await Promise.all(this.#busy);
    this.#busy = [];
  }
}

/** A job store that is broken. */
class Nobody implements Waker {
  async start(): Promise<void> {}
  async recur(): Promise<void> {
    throw new Error('connection refused');
  }
  async wake(): Promise<void> {
    throw new Error('connection refused');
  }
  async ask(): Promise<void> {
    throw new Error('connection refused');
  }
  async stop(): Promise<void> {}
}
