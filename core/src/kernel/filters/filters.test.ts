import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FilterAnswer, FilterHandler, Tx } from '@traliccio/sdk';
import { sampleDocument } from '@traliccio/sdk/testing';
import { FilterFailed } from './filter-failed.ts';
import { Filters } from './filters.ts';

type Check = FilterHandler<'document.check'>;
type Found = FilterAnswer<'document.check'>;

const batch = [sampleDocument({ id: 1 }), sampleDocument({ id: 2 })];
const finding = (ref: number, code = '00423'): Found => ({
  ref,
  code,
  severity: 'error',
  path: 'Natura',
  message: 'wrong',
});

describe('filters', () => {
  it('collect what all plugins answer, in their order, each with its plugin', async () => {
    const filters = new Filters();
    filters.on('zeta', 'document.check', () => [finding(1, 'z')], { order: -1 });
    filters.on('beta', 'document.check', async () => [finding(2, 'b')]);
    filters.on('alfa', 'document.check', () => [finding(1, 'a')]);
    const answers = await filters.collect('document.check', batch, context());
    assert.deepEqual(
      answers.map(({ plugin, ref, code }) => [plugin, ref, code]),
      [
        ['zeta', 1, 'z'],
        ['alfa', 1, 'a'],
        ['beta', 2, 'b'],
      ],
    );
  });

  it('ask nobody when there is nothing to ask about', async () => {
    const filters = new Filters();
    filters.on('alfa', 'document.check', () => assert.fail('was asked'));
    assert.deepEqual(await filters.collect('document.check', [], context()), []);
  });

  it('show plugins a batch that they can not change, to its depths', async () => {
    const documents = [sampleDocument({ id: 1 })];
    const total = documents[0]!.total;
    const changes: ((items: typeof documents) => unknown)[] = [
      (items) => items.pop(),
      (items) => Object.assign(items[0]!, { total: 1 }),
      (items) => Object.assign(items[0]!.lines[0]!, { amount: 1 }),
      (items) => Object.assign(items[0]!.issuer.address, { city: 'Altrove' }),
    ];
    for (const change of changes) {
      const filters = new Filters();
      filters.on('rude', 'document.check', (items) => {
        change(items as typeof documents);
        return [];
      });
      await assert.rejects(filters.collect('document.check', documents, context()), {
        code: 'plugin.filter_threw',
      });
    }
    assert.equal(documents[0]!.total, total);
  });

  for (const [what, answers, field] of [
    ['about something that is not in the batch', [finding(9)], 'ref'],
    ['with a field missing', [{ ref: 1, code: 'x', severity: 'error', path: '' }], 'message'],
    ['with a value that can not be', [{ ...finding(1), severity: 'fatal' }], 'severity'],
    ['that is no object', [null], ''],
  ] as const)
    it(`refuse an answer ${what}, and say whose it was`, async () => {
      const filters = new Filters();
      filters.on('odd', 'document.check', (() => answers) as unknown as Check);
      await assert.rejects(filters.collect('document.check', batch, context()), (error: FilterFailed) => {
        assert.ok(error instanceof FilterFailed);
        assert.deepEqual(
          [error.code, error.plugin, error.filter, error.field],
          ['plugin.filter_answer', 'odd', 'document.check', field],
        );
        return true;
      });
    });

  for (const thrown of [new Error('out of paper'), undefined, 'text', null])
    it(`name the plugin that threw ${String(thrown)}`, async () => {
      const filters = new Filters();
      filters.on('loud', 'document.check', () => {
        throw thrown;
      });
      filters.on('loud', 'document.check', () => assert.fail('is not asked any more'));
      await assert.rejects(filters.collect('document.check', batch, context()), {
        code: 'plugin.filter_threw',
        plugin: 'loud',
        message: /^plugin loud, filter document.check: (out of paper|threw (undefined|text|null))$/,
      });
    });

  it('give up a plugin whose answer never comes', async () => {
    const filters = new Filters({ patienceMs: 40 });
    filters.on('mute', 'document.check', () => new Promise(() => undefined));
    await assert.rejects(filters.collect('document.check', batch, context()), {
      code: 'plugin.filter_silent',
      plugin: 'mute',
    });
  });

  it('wait for a plugin as long as it talks to the database', async () => {
    const filters = new Filters({ patienceMs: 40 });
    filters.on('busy', 'document.check', async (_, { tx }) => {
      for (let i = 0; i < 10; i++) await tx.all('SELECT 1');
      return [finding(1)];
    });
    const slow = context({ all: () => new Promise((resolve) => setTimeout(resolve, 15, [])) });
    assert.equal((await filters.collect('document.check', batch, slow)).length, 1);
  });

  it('take the transaction back when the handler has answered', async () => {
    const filters = new Filters();
    let kept: Tx | undefined;
    filters.on('late', 'document.check', (_, { tx }) => {
      kept = tx;
      return [];
    });
    await filters.collect('document.check', batch, context());
    await assert.rejects(kept!.run('DELETE FROM late_row'), { code: 'transaction.over' });
  });

  it('hand a message from plugin to plugin', async () => {
    const filters = new Filters();
    const say = (word: string): FilterHandler<'message.compose'> => {
      return (messages) => messages.map((m) => ({ ...m, text: `${m.text} ${word}` }));
    };
    filters.on('two', 'message.compose', say('two'), { order: 2 });
    filters.on('one', 'message.compose', say('one'), { order: 1 });
    const message = { id: 1, template: 'x', customerId: 1, subject: 's', text: 'zero', html: null };
    const [composed] = await filters.waterfall('message.compose', [message], context());
    assert.equal(composed!.text, 'zero one two');
  });

  it('ask one handler at a time where a silence must have one cause', async () => {
    const filters = new Filters({ serial: true });
    let running = 0;
    filters.on('alfa', 'document.check', async () => {
      assert.equal(++running, 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return [];
    });
    await Promise.all([1, 2, 3].map(() => filters.collect('document.check', batch, context())));
  });
});

function context(sql: Partial<Tx> = {}): { tx: Tx; today: '2026-11-24' } {
  const tx = { dialect: 'sqlite', all: async () => [], run: async () => 0, ...sql };
  return { tx: tx as unknown as Tx, today: '2026-11-24' };
}
