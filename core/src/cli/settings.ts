import { Invalid } from '@traliccio/sdk';
import type { App } from '../app.ts';
import { appCommand } from './command.ts';
import { table, type Output } from './output.ts';

export const settingsShow = appCommand({
  name: 'settings show',
  summary: 'the settings of core, and what they mean',
  run: (app, _args, out) => show(app, out),
});

export const settingsSet = appCommand({
  name: 'settings set',
  summary: 'change settings; without a value, a setting goes back to its default',
  usage: 'NAME=VALUE...',
  async run(app, { positionals }, out) {
    if (positionals.length === 0) throw new Invalid('usage', 'give NAME=VALUE');
    const values = Object.fromEntries(positionals.map((pair) => readPair(app, pair)));
    await app.database.transaction((tx) =>
      app.coreSettings.change(tx, { values }, { kind: 'operator', name: 'cli' }),
    );
    await show(app, out);
  },
});

async function show(app: App, out: Output): Promise<void> {
  const all = await app.coreSettings.all();
  out.result(all, () =>
    table(
      ['SETTING', 'VALUE', 'DEFAULT', ''],
      all.settings.map((s) => [s.name, asText(s.value), asText(s.default), s.label.en]),
    ),
  );
}

function readPair(app: App, pair: string): [name: string, value: unknown] {
  const at = pair.indexOf('=');
  if (at < 1) throw new Invalid('usage', `${pair} must be written as NAME=VALUE`);
  const [name, text] = [pair.slice(0, at), pair.slice(at + 1)];
  if (text === '') return [name, null];
  const schema = app.coreSettings.declared.find((one) => one.name === name)?.schema as
    | { readonly type?: string }
    | undefined;
  if (schema?.type === undefined || schema.type === 'string') return [name, text];
  try {
    return [name, JSON.parse(text) as unknown];
  } catch {
    throw new Invalid('setting.invalid', `the setting ${name} must be ${schema.type}`, { field: name });
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
