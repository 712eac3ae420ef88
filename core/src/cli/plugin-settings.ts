import { text as textOf } from 'node:stream/consumers';
import type { Actor } from '../kernel/audit/audit.ts';
import { readSettings, splitPair } from '../kernel/settings/setting-text.ts';
import { isShownSecret } from '../kernel/settings/settings-patch.ts';
import { appCommand } from './command.ts';
import { table } from './output.ts';
import { onlyArgument } from './plugin.ts';

const CLI: Actor = { kind: 'operator', name: 'cli' };

export const pluginSettings = appCommand({
  name: 'plugin settings',
  summary: 'show or change the settings of a plugin',
  usage: 'ID [--set KEY=VALUE]... [--secret-stdin KEY]',
  options: {
    set: { type: 'string', multiple: true, help: 'KEY=VALUE; may be given several times' },
    'secret-stdin': {
      type: 'string',
      help: 'set KEY to what comes on standard input: no other user sees it there, and no history keeps it',
    },
  },
  async run(app, args, out) {
    const id = onlyArgument(args, 'ID');
    const { set = [], 'secret-stdin': secret } = args.values;
    let settings = await app.plugins.settings(id);
    const manifest = app.plugins.manifest(id);
    if (manifest && (set.length > 0 || secret !== undefined)) {
      const texts = set.map((pair) => splitPair(manifest, pair));
      if (secret !== undefined) texts.push({ name: secret, text: await firstLine() });
      settings = await app.plugins.changeSettings(id, readSettings(manifest, settings, texts), CLI);
    }
    out.result(settings, () => table(['SETTING', 'VALUE'], rowsOf(settings)));
  },
});

/** Without the line break that `echo` and editors add. */
async function firstLine(): Promise<string> {
  return (await textOf(process.stdin)).replace(/\r?\n$/, '');
}

/** A row a setting, under the name that `--set` takes; lists on one row. */
function rowsOf(settings: object, path: readonly string[] = []): [name: string, value: string][] {
  return Object.entries(settings).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const at = [...path, name];
    const hasMembers = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    return hasMembers && !Array.isArray(value) && !isShownSecret(value)
      ? rowsOf(value, at)
      : [[at.join('.'), shown(value)]];
  });
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isShownSecret(value)) return value.set ? '(set)' : '';
  return JSON.stringify(value, (_, member: unknown) => (isShownSecret(member) ? shown(member) : member));
}
