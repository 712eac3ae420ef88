import { Invalid } from '@traliccio/sdk';
import { Audit, type Actor } from '../kernel/audit/audit.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import { openDatabase } from '../kernel/db/open.ts';
import { MasterKeys } from '../kernel/secrets/master-keys.ts';
import { bringUpToDate } from '../migrations/up-to-date.ts';
import { configCommand, EXIT } from './command.ts';
import { table } from './output.ts';
import { onlyArgument } from './values.ts';

const CLI: Actor = { kind: 'operator', name: 'cli' };

export const keysShow = configCommand({
  name: 'keys show',
  summary: 'the keys that secrets are sealed with',
  async run(config, _args, out) {
    const keys = await withKeys(config, (all) => all.show());
    const day = (at: number | null): string | null =>
      at === null ? null : new Date(at).toISOString().slice(0, 10);
    out.result(keys, () =>
      table(
        ['KEY', 'STATE', 'SINCE', 'RETIRED', 'SECRETS'],
        keys.map((k) => [
          k.id,
          k.isCurrent ? 'current' : k.isInFile ? 'kept' : k.retiredAt === null ? 'missing' : 'retired',
          day(k.createdAt),
          day(k.retiredAt),
          k.values,
        ]),
      ),
    );
  },
});

export const keysRotate = configCommand({
  name: 'keys rotate',
  summary: 'make a new key and seal all secrets with it; goes on where an earlier one was stopped',
  async run(config, _args, out) {
    const result = await withKeys(config, (all) =>
      all.rotate(CLI, (rewrapped) => out.progress(`Sealing: ${rewrapped}`)),
    );
    const { current, isNew, rewrapped, damaged } = result;
    out.result(
      result,
      [
        isNew ? `${current} is the current key.` : `An earlier rotation to ${current} has been completed.`,
        `${rewrapped} secrets sealed with it.`,
        ...damaged.map((place) => `Can't be opened, and was left as it is: ${place}. Give it again.`),
      ].join('\n'),
    );
    return damaged.length > 0 ? EXIT.failed : EXIT.done;
  },
});

export const keysRetire = configCommand({
  name: 'keys retire',
  summary: 'take a key out of the file that no secret needs any more',
  usage: 'KEY',
  async run(config, { positionals }, out) {
    const id = onlyArgument(positionals, 'KEY');
    await withKeys(config, (all) => all.retire(id, CLI));
    out.result({ id, retired: true }, `${id} is retired, and no longer in the file.`);
  },
});

export const keysDiscard = configCommand({
  name: 'keys discard',
  summary: 'give up the secrets of a key that is lost, so that they can be given anew',
  usage: 'KEY --confirm',
  options: { confirm: { type: 'boolean', help: 'the secrets are gone for ever' } },
  async run(config, { positionals, values }, out) {
    const id = onlyArgument(positionals, 'KEY');
    if (values.confirm !== true)
      throw new Invalid('usage', `the secrets sealed with ${id} would be gone: add --confirm`, {
        field: '--confirm',
      });
    const discarded = await withKeys(config, (all) => all.discard(id, CLI));
    out.result({ id, discarded }, `${id} is retired; ${discarded} secrets must be given anew.`);
  },
});

/** Without the rest of the product, which doesn't start while a key is missing. */
async function withKeys<T>(config: Config, work: (keys: MasterKeys) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    await bringUpToDate(database);
    const clock = systemClock('UTC', config.clockOffset);
    return await work(new MasterKeys({ config, database, clock, audit: new Audit(clock) }));
  } finally {
    await database.close();
  }
}
