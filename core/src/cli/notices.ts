import { appCommand } from './command.ts';
import { onlyArgument } from './plugin.ts';
import { table } from './output.ts';

export const notices = appCommand({
  name: 'notices',
  summary: 'what operators should know',
  usage: '[--all]',
  options: { all: { type: 'boolean', help: 'closed ones too' } },
  async run(app, { values }, out) {
    const all = await app.notices.list({ closedToo: values.all === true });
    out.result(all, () =>
      table(
        ['ID', 'LEVEL', 'SOURCE', 'TIMES', 'MESSAGE'],
        all.map((n) => [n.id, n.level, n.source, n.count, n.message.en]),
      ),
    );
  },
});

export const noticesClose = appCommand({
  name: 'notices close',
  summary: 'close a notice that has been dealt with',
  usage: 'ID',
  async run(app, args, out) {
    const id = Number(onlyArgument(args, 'ID'));
    await app.database.transaction((tx) => app.notices.close(tx, id, { kind: 'operator', name: 'cli' }));
    out.result({ id, closed: true }, `notice ${id} is closed.`);
  },
});
