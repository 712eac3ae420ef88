import { Invalid } from '@traliccio/sdk';
import type { EditionStatus } from '../kernel/plugins/edition.ts';
import { appCommand } from './command.ts';
import { table } from './output.ts';
import { onlyArgument } from './values.ts';

export const editionShow = appCommand({
  name: 'edition show',
  summary: 'the edition and its plugins',
  async run(app, _args, out) {
    const status = await app.edition.status();
    out.result(status, () => describe(status));
  },
});

export const editionSet = appCommand({
  name: 'edition set',
  summary: 'go to an edition: enable its plugins, stop none',
  usage: 'basic|pro',
  async run(app, args, out) {
    const wanted = onlyArgument(args.positionals, 'edition').toUpperCase();
    if (wanted !== 'BASIC' && wanted !== 'PRO')
      throw new Invalid(
        'usage',
        `there is no edition ${JSON.stringify(wanted.toLowerCase())}: write basic or pro`,
      );
    const status = await app.edition.set(wanted, { kind: 'operator', name: 'cli' });
    out.result(status, () => describe(status));
  },
});

const describe = ({ edition, plugins }: EditionStatus): string =>
  `${edition}\n\n${table(
    ['PLUGIN', 'EDITION', 'ENABLED'],
    plugins.map((one) => [one.id, one.edition, one.enabled ? 'yes' : 'no']),
  )}`;
