import { Invalid } from '@traliccio/sdk';
import { DAYS_DEFAULT, DAYS_MAX } from '../domain/operators/api-token.service.ts';
import { appCommand } from './command.ts';
import { CONSOLE, operatorOf } from './operator.ts';
import { table } from './output.ts';
import { needed, onlyArgument } from './values.ts';

const EMAIL = { type: 'string', help: 'whose it is' } as const;

export const operatorTokenCreate = appCommand({
  name: 'operator token create',
  summary: 'make a token with which a program asks in the name of an operator',
  usage: '--email ADDRESS --name NAME [--days N]',
  options: {
    email: EMAIL,
    name: { type: 'string', help: 'what it is for: the program that gets it' },
    days: { type: 'string', help: `how long it is good for: ${DAYS_DEFAULT}, at most ${DAYS_MAX}` },
  },
  async run(app, { values }, out) {
    const operator = await operatorOf(app, { positionals: [needed(values.email, '--email')] });
    const input = {
      operatorId: operator.id,
      name: needed(values.name, '--name'),
      days: values.days === undefined ? DAYS_DEFAULT : Number(values.days),
      peer: 'cli',
    };
    const made = await app.database.transaction((tx) => app.apiTokens.create(tx, input, CONSOLE.actor));
    out.result(made, `${made.token}\n\nIt is shown this once, and good until ${day(made.expiresAt)}.`);
  },
});

export const operatorTokenList = appCommand({
  name: 'operator token list',
  summary: 'sessions and tokens of an operator that are not over',
  usage: '--email ADDRESS',
  options: { email: EMAIL },
  async run(app, { values }, out) {
    const operator = await operatorOf(app, { positionals: [needed(values.email, '--email')] });
    const sessions = await app.sessions.list(operator.id);
    out.result(sessions, () =>
      table(
        ['ID', 'KIND', 'NAME', 'FROM', 'LAST USED', 'UNTIL'],
        sessions.map((s) => [s.id, s.kind, s.name, s.peer, minute(s.seenAt), minute(s.expiresAt)]),
      ),
    );
  },
});

export const operatorTokenRevoke = appCommand({
  name: 'operator token revoke',
  summary: 'end a session or a token',
  usage: 'ID --email ADDRESS',
  options: { email: EMAIL },
  async run(app, { values, positionals }, out) {
    const text = onlyArgument(positionals, 'id');
    if (!/^[1-9]\d{0,14}$/.test(text))
      throw new Invalid(
        'usage',
        `${JSON.stringify(text)} is no id: traliccio operator token list shows them`,
      );
    const operator = await operatorOf(app, { positionals: [needed(values.email, '--email')] });
    const session = { id: Number(text), operatorId: operator.id };
    await app.database.transaction((tx) => app.sessions.revoke(tx, session, CONSOLE.actor));
    out.result({ id: session.id, email: operator.email }, `${session.id} is revoked.`);
  },
});

const minute = (instant: number): string => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
