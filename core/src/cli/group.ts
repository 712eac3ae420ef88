import { Invalid } from '@traliccio/sdk';
import { groupView, groupViews } from '../domain/operators/operator-views.ts';
import { appCommand } from './command.ts';
import { CONSOLE } from './operator.ts';
import { table } from './output.ts';
import { onlyArgument } from './values.ts';

const PERMISSION = {
  type: 'string',
  multiple: true,
  help: 'what those in it may do; may be given several times; * is everything',
} as const;

export const groupList = appCommand({
  name: 'group list',
  summary: 'groups of operators and what they may do; with --permissions, all that there is to be allowed',
  usage: '[--permissions]',
  options: { permissions: { type: 'boolean', help: 'all permissions, with what they mean' } },
  async run(app, { values }, out) {
    if (values.permissions) {
      const all = app.permissions.all();
      return out.result(all, () =>
        table(
          ['PERMISSION', 'MEANS', 'PLUGIN'],
          all.map((one) => [one.id, one.label.en, one.plugin]),
        ),
      );
    }
    const groups = await groupViews(app.database.sql);
    out.result(groups, () =>
      table(
        ['GROUP', 'PERMISSIONS'],
        groups.map((group) => [group.name, group.permissions.join(' ')]),
      ),
    );
  },
});

export const groupCreate = appCommand({
  name: 'group create',
  summary: 'create a group of operators',
  usage: 'NAME --permission ID...',
  options: { permission: PERMISSION },
  async run(app, { values, positionals }, out) {
    const input = { name: onlyArgument(positionals, 'name'), permissions: values.permission ?? [] };
    const id = await app.database.transaction((tx) => app.groups.create(tx, input, CONSOLE));
    const group = await groupView(app.database.sql, { id });
    out.result(group, `${group.name} is created.`);
  },
});

export const groupSet = appCommand({
  name: 'group set',
  summary: 'change what a group may do, or its name',
  usage: 'NAME [--permission ID]... [--rename NAME]',
  options: { permission: PERMISSION, rename: { type: 'string', help: 'its new name' } },
  async run(app, { values, positionals }, out) {
    const { permission, rename } = values;
    if (permission === undefined && rename === undefined)
      throw new Invalid('usage', 'say what to change: --permission or --rename');
    const { id, version } = await groupView(app.database.sql, { name: onlyArgument(positionals, 'name') });
    const input = {
      ...(permission === undefined ? {} : { permissions: permission }),
      ...(rename === undefined ? {} : { name: rename }),
    };
    await app.database.transaction((tx) => app.groups.update(tx, { id, version, input }, CONSOLE));
    const group = await groupView(app.database.sql, { id });
    out.result(group, `${group.name} may: ${group.permissions.join(' ') || 'nothing'}`);
  },
});
