import { randomBytes } from 'node:crypto';
import { Invalid } from '@traliccio/sdk';
import type { App } from '../app.ts';
import type { Authority } from '../domain/operators/grants.ts';
import type { Language } from '../domain/operators/operator.entity.ts';
import { LANGUAGES, normalEmail } from '../domain/operators/operator.rules.ts';
import {
  groupView,
  operatorPage,
  operatorView,
  type OperatorView,
} from '../domain/operators/operator-views.ts';
import { appCommand, type Arguments } from './command.ts';
import { table } from './output.ts';
import { needed, oneOfOption, onlyArgument } from './values.ts';

/** Whoever has the server's shell may everything. */
export const CONSOLE: Authority = { actor: { kind: 'operator', name: 'cli' }, can: () => true };

const PASSWORD_STDIN = {
  type: 'boolean',
  help: 'read the password from standard input; without it one is made, shown once, and must be changed',
} as const;

export const operatorCreate = appCommand({
  name: 'operator create',
  summary: 'create an operator',
  usage: '--email ADDRESS --name NAME --group GROUP... [--language it|en] [--password-stdin]',
  options: {
    email: { type: 'string', help: 'his e-mail address, with which he logs in' },
    name: { type: 'string', help: 'his name' },
    group: { type: 'string', multiple: true, help: 'name of a group; may be given several times' },
    language: { type: 'string', help: 'it (the default) or en' },
    'password-stdin': PASSWORD_STDIN,
  },
  async run(app, { values }, out) {
    const names = values.group ?? [];
    if (names.length === 0) throw new Invalid('usage', '--group is needed', { field: '--group' });
    const groups = await Promise.all(names.map((name) => groupView(app.database.sql, { name })));
    const { password, shown } = await passwordFrom(values['password-stdin']);
    const id = await app.operators.create(
      {
        email: needed(values.email, '--email'),
        name: needed(values.name, '--name'),
        language: oneOfOption<Language>(values.language ?? 'it', '--language', LANGUAGES),
        groups: groups.map((group) => group.id),
        password,
        mustChangePassword: shown !== null,
      },
      CONSOLE,
    );
    const view = await operatorView(app.database.sql, { id });
    out.result(
      { id, email: view.email, ...(shown === null ? {} : { password: shown }) },
      `${view.email} is created.${toldPassword(shown)}`,
    );
  },
});

export const operatorList = appCommand({
  name: 'operator list',
  summary: 'operators and their groups',
  async run(app, _args, out) {
    const operators: OperatorView[] = [];
    for (let page = await next(app, 0); page.length > 0; page = await next(app, page.at(-1)!.id))
      operators.push(...page);
    out.result(operators, () =>
      operators.length === 0
        ? 'There are no operators yet: traliccio operator create'
        : table(
            ['EMAIL', 'NAME', 'GROUPS', 'STATE'],
            operators.map((o) => [o.email, o.name, o.groups.map((g) => g.name).join(', '), stateOf(o)]),
          ),
    );
  },
});

const next = (app: App, after: number): Promise<OperatorView[]> =>
  operatorPage(app.database.sql, { after, limit: 200 });

const stateOf = (operator: OperatorView): string =>
  operator.enabled ? (operator.mustChangePassword ? 'must change password' : 'enabled') : 'disabled';

const toggle = (name: string, enabled: boolean, summary: string) =>
  appCommand({
    name: `operator ${name}`,
    summary,
    usage: 'EMAIL',
    async run(app, args, out) {
      const { id, version, email } = await operatorOf(app, args);
      await app.database.transaction((tx) =>
        app.operators.update(tx, { id, version, input: { enabled } }, CONSOLE),
      );
      out.result({ id, email, enabled }, `${email} is ${name}d.`);
    },
  });

export const operatorDisable = toggle('disable', false, 'keep an operator out, at once and everywhere');
export const operatorEnable = toggle('enable', true, 'let an operator in again');

export const operatorUnlock = appCommand({
  name: 'operator unlock',
  summary: 'let an operator try his password again at once',
  usage: 'EMAIL',
  async run(app, args, out) {
    const { id, email } = await operatorOf(app, args);
    await app.database.transaction((tx) => app.operators.unlock(tx, id, CONSOLE));
    out.result({ id, email }, `${email} may try again.`);
  },
});

export const operatorPassword = appCommand({
  name: 'operator password',
  summary: 'give an operator a new password; his sessions and tokens end',
  usage: 'EMAIL [--password-stdin]',
  options: { 'password-stdin': PASSWORD_STDIN },
  async run(app, args, out) {
    const { id, version, email } = await operatorOf(app, args);
    const { password, shown } = await passwordFrom(args.values['password-stdin']);
    await app.operators.setPassword({ id, version, password, mustChangePassword: shown !== null }, CONSOLE);
    out.result(
      { id, email, ...(shown === null ? {} : { password: shown }) },
      `${email} has a new password.${toldPassword(shown)}`,
    );
  },
});

/** @throws NotFound */
export const operatorOf = (
  app: App,
  { positionals }: Pick<Arguments, 'positionals'>,
): Promise<OperatorView> =>
  operatorView(app.database.sql, { email: normalEmail(onlyArgument(positionals, 'e-mail address')) });

const toldPassword = (shown: string | null): string =>
  shown === null ? '' : `\nPassword, to be changed at the first login: ${shown}`;

/** One that is given, or one that nobody could have guessed, to be shown. */
async function passwordFrom(stdin: boolean | undefined): Promise<{ password: string; shown: string | null }> {
  if (stdin === true) return { password: await readLine(), shown: null };
  const made = randomBytes(15)
    .toString('base64url')
    .replace(/.{5}(?=.)/g, '$&-');
  return { password: made, shown: made };
}

/** The first line of standard input. */
async function readLine(): Promise<string> {
  if (process.stdin.isTTY)
    throw new Invalid('usage', 'the password would be seen here: write it into a pipe or a file', {
      field: '--password-stdin',
    });
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += String(chunk);
  return text.split(/\r?\n/, 1)[0] ?? '';
}
