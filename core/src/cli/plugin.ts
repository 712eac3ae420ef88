import { Invalid } from '@traliccio/sdk';
import type { Actor } from '../kernel/audit/audit.ts';
import type { PluginStatus } from '../kernel/plugins/status.ts';
import { appCommand, type Arguments } from './command.ts';
import { table } from './output.ts';

const CLI: Actor = { kind: 'operator', name: 'cli' };

export const pluginList = appCommand({
  name: 'plugin list',
  summary: 'plugins, their state and what is wrong with them',
  async run(app, _args, out) {
    const plugins = await app.plugins.list();
    out.result(plugins, () =>
      table(['ID', 'VERSION', 'STATE', 'HEALTH', 'DEAD', 'PROVIDES', 'REMARK'], plugins.map(row)),
    );
  },
});

export const pluginEnable = appCommand({
  name: 'plugin enable',
  summary: 'enable a plugin, or start one again that was stopped',
  usage: 'ID',
  async run(app, args, out) {
    const id = onlyArgument(args, 'ID');
    await app.pluginChanges.enable(id, CLI);
    out.result({ id, enabled: true }, `${id} is enabled.`);
  },
});

export const pluginDisable = appCommand({
  name: 'plugin disable',
  summary: 'disable a plugin; its data stays',
  usage: 'ID',
  async run(app, args, out) {
    const id = onlyArgument(args, 'ID');
    await app.pluginChanges.disable(id, CLI);
    out.result({ id, enabled: false }, `${id} is disabled.`);
  },
});

export const pluginAdd = appCommand({
  name: 'plugin add',
  summary: 'record a plugin from a folder and enable it',
  usage: 'FOLDER',
  async run(app, args, out) {
    const { id, version } = await app.pluginChanges.add(onlyArgument(args, 'FOLDER'), CLI);
    out.result({ id, version, enabled: true }, `${id} ${version} is enabled.`);
  },
});

function row(plugin: PluginStatus): (string | number | null)[] {
  const remark =
    plugin.breaker ?? (plugin.state === 'enabled' ? plugin.healthReason : null) ?? plugin.lastError;
  const { id, version, state, health, deadLetters, provides } = plugin;
  return [id, version, state, health, deadLetters, provides.join(', '), remark && remark.split('\n')[0]!];
}

/** @throws Invalid unless there is exactly one */
export function onlyArgument(args: Arguments, name: string): string {
  const [only] = args.positionals;
  if (only === undefined || args.positionals.length > 1)
    throw new Invalid('usage', `give exactly one ${name}, not ${args.positionals.length}`);
  return only;
}
