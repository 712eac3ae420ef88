import { deepEqual, equal, ok, rejects, throws } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, defineManifest, definePlugin, Type } from '../index.ts';
import { fakeContext, fixedClock, sampleCustomer, sampleDocument, sampleLine, startPlugin } from './index.ts';

const manifest = defineManifest({
  id: 'probe',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'x', en: 'x' },
  description: { it: 'x', en: 'x' },
  edition: 'BASIC',
  settings: Type.Object({ days: Type.Integer({ default: 3 }) }),
});

describe('the sample document', () => {
  const totals = (lines: Parameters<typeof sampleLine>[0][]): number[] => {
    const { net, vatTotal, rounding, total } = sampleDocument({
      lines: lines.map((line) => sampleLine(line)),
    });
    return [net, vatTotal, rounding, total];
  };

  it('adds up as invoices do', () => {
    deepEqual(totals([{ amount: 1999 }]), [1639, 360, 0, 1999]);
    deepEqual(totals([1, 2, 3].map(() => ({ amount: 819, vatIncluded: false }))), [2457, 541, 0, 2998]);
    deepEqual(totals([{ amount: 2990 }, { amount: 3500, vatIncluded: false }]), [5951, 1309, 0, 7260]);
  });

  it('has a summary whose rounding makes up for the lines’ decimals', () => {
    const { lines, vat } = sampleDocument();
    const sum = lines.reduce((all, line) => all + line.totalE8, 0);
    equal(
      vat.reduce((all, group) => all + group.base * 1_000_000 - group.roundingE8, 0),
      sum,
    );
  });

  it('of a public body leaves the VAT to it', () => {
    const document = sampleDocument({ customer: sampleCustomer({ kind: 'public_body' }) });
    equal(document.payable, document.net);
    equal(document.vat[0]?.esigibilita, 'S');
  });
});

describe('the fixed clock', () => {
  it('shows the time of Italy and moves only when it is told to', () => {
    const clock = fixedClock('2026-07-01', { time: '00:30' });
    equal(clock.now(), Date.parse('2026-06-30T22:30:00Z'));
    equal(clock.today(), '2026-07-01');
    clock.advance({ days: 1, minutes: -60 });
    equal(clock.today(), '2026-07-01');
    equal(fixedClock('2026-01-01').now(), Date.parse('2026-01-01T11:00:00Z'));
  });
});

describe('the fake host', () => {
  it('fills in the defaults of settings, and refuses what does not fit', () => {
    equal(fakeContext(manifest).context.settings.days, 3);
    equal(fakeContext(manifest, { settings: { days: 5 } }).context.settings.days, 5);
    throws(() => fakeContext(manifest, { settings: { days: 'many' as never } }), /settings of probe: \/days/);
  });

  it('undoes rows and events of a transaction that fails', async () => {
    const migrations = [{ name: '001_x', sqlite: 'CREATE TABLE probe_x (id INTEGER)', mysql: '' }];
    const { context, emitted } = await startPlugin(definePlugin(manifest, { migrations, setup() {} }));
    const work = (fails: boolean): Promise<void> =>
      context.transaction(async (tx) => {
        await tx.insert('probe_x', ['id'], [[1]]);
        await context.events.emit(tx, 'customer.created', 'customer:1', { customerId: 1 });
        if (fails) throw new Error('no');
      });
    await rejects(work(true), /no/);
    deepEqual([await context.sql.all('SELECT id FROM probe_x'), emitted], [[], []]);
    await work(false);
    equal(emitted.length, 1);
  });

  it('freezes what it asks about', async () => {
    const plugin = definePlugin(manifest, {
      setup: (ctx) =>
        ctx.filters.on('document.check', (batch) => {
          (batch as unknown[]).push(1);
          return [];
        }),
    });
    const host = await startPlugin(plugin);
    await rejects(host.ask('document.check', [sampleDocument()]), TypeError);
  });

  it('lets a plugin provide only what its manifest says', () => {
    const { context } = fakeContext(manifest);
    throws(
      () => context.capabilities.provide({ name: 'MailTransport', many: false }, {}),
      /manifest does not say so/,
    );
  });

  it('finds documents of a period a page at a time, with what is kept with them', async () => {
    const documents = [3, 1, 2].map((id) =>
      sampleDocument({
        id,
        number: id,
        date: addDays('2026-10-01', id),
        kind: id === 2 ? 'credit_note' : 'invoice',
      }),
    );
    const xml = { kind: 'fatturapa', fileName: 'a.xml', mediaType: 'text/xml', bytes: Buffer.from('x') };
    const { core } = fakeContext(manifest, { core: { documents, artifacts: { 1: [xml] } } }).context;
    const october = { from: '2026-10-01', to: '2026-10-31' } as const;
    const first = await core.documents.find(october, { limit: 2 });
    deepEqual(
      first.items.map(({ id, artifacts }) => [id, artifacts]),
      [
        [1, ['fatturapa']],
        [2, []],
      ],
    );
    const second = await core.documents.find(october, { limit: 2, after: first.next });
    deepEqual([second.items.map(({ id }) => id), second.next], [[3], null]);
    const notes = await core.documents.find({ ...october, kinds: ['credit_note'] });
    deepEqual(
      notes.items.map(({ id }) => id),
      [2],
    );
    deepEqual(await core.documents.artifactsOf([2, 1]), [{ documentId: 1, ...xml }]);
  });

  it('runs a daily job as the scheduler would', async () => {
    const plugin = definePlugin(manifest, {
      setup: (ctx) =>
        ctx.jobs.daily({
          name: 'count',
          label: { it: 'x', en: 'x' },
          at: '06:00',
          run: async ({ date }) => ({ date }),
        }),
    });
    const host = await startPlugin(plugin);
    deepEqual(await host.runDaily('count', '2026-11-24'), { date: '2026-11-24' });
    await rejects(host.runDaily('other', '2026-11-24'), /no daily job other/);
  });

  it('keeps files by what is in them', async () => {
    const { files } = fakeContext(manifest).context;
    const key = await files.put(Buffer.from('a'));
    ok(/^[0-9a-f]{64}$/.test(key));
    deepEqual(await files.get(key), new Uint8Array([97]));
    await rejects(files.get('0'.repeat(64)), { code: 'file_not_found' });
  });

  it('stops what was started, the last first', async () => {
    const host = fakeContext(manifest);
    const stopped: number[] = [];
    for (const n of [1, 2]) host.context.onStop(() => void stopped.push(n));
    await host.stop();
    deepEqual(stopped, [2, 1]);
  });
});
