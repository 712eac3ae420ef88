import { Invalid } from '@traliccio/sdk';
import { discardOutbox, listOutbox, retryOutbox, type OutboxState } from '../kernel/events/dead-letters.ts';
import { appCommand, type Arguments } from './command.ts';
import { table } from './output.ts';

const STATES: readonly OutboxState[] = [
  'ready',
  'leased',
  'paused',
  'dead',
  'uncertain',
  'done',
  'dropped',
  'discarded',
];

export const outboxList = appCommand({
  name: 'outbox list',
  summary: 'deliveries that were given up, or may have gone out',
  usage: '[--state STATE]... [--subscriber NAME] [--limit N]',
  options: {
    state: {
      type: 'string',
      multiple: true,
      help: `one of ${STATES.join(', ')}; dead and uncertain when none is given`,
    },
    subscriber: { type: 'string', help: 'only those of this subscriber' },
    limit: { type: 'string', help: 'at most so many (100)' },
  },
  async run(app, { values }, out) {
    const states = values.state?.map(readState);
    const entries = await listOutbox(app.database.sql, {
      ...(states ? { states } : {}),
      ...(values.subscriber === undefined ? {} : { subscriber: values.subscriber }),
      ...(values.limit === undefined ? {} : { limit: readNumber(values.limit) }),
    });
    out.result(entries, () =>
      table(
        ['ID', 'EVENT', 'ABOUT', 'SUBSCRIBER', 'STATE', 'ATTEMPTS', 'ERROR'],
        entries.map((e) => [e.id, e.event, e.aggregate, e.subscriber, e.state, e.attempts, e.error]),
      ),
    );
  },
});

export const outboxRetry = appCommand({
  name: 'outbox retry',
  summary: 'try dead letters again; all dead ones without an id',
  usage: '[ID]...',
  async run(app, args, out) {
    const retried = await retryOutbox(
      app.database.sql,
      args.positionals.length === 0 ? 'all' : readIds(args),
    );
    out.result({ retried }, `${retried} will be tried again.`);
  },
});

export const outboxDiscard = appCommand({
  name: 'outbox discard',
  summary: 'put dead letters away undelivered',
  usage: 'ID...',
  async run(app, args, out) {
    if (args.positionals.length === 0)
      throw new Invalid('usage', 'give the ids of the dead letters to discard');
    const discarded = await discardOutbox(app.database.sql, readIds(args));
    out.result({ discarded }, `${discarded} discarded.`);
  },
});

export const outboxDrain = appCommand({
  name: 'outbox drain',
  summary: 'deliver all that is due, then return',
  async run(app, _args, out) {
    const drained = await app.relay.drain({
      onProgress: ({ delivered, total }) => out.progress(`${delivered} of ${total} delivered`),
    });
    const { done, retried, dead, uncertain, waiting } = drained;
    out.result(
      drained,
      `${done} delivered, ${retried} to be tried again, ${dead} dead, ${uncertain} uncertain, ${waiting} waiting.`,
    );
  },
});

function readState(text: string): OutboxState {
  const state = STATES.find((one) => one === text);
  if (!state)
    throw new Invalid('usage', `${JSON.stringify(text)} is none of ${STATES.join(', ')}`, {
      field: '--state',
    });
  return state;
}

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new Invalid('usage', `${JSON.stringify(text)} is no number from 1 up`);
  return Number(text);
}

const readIds = (args: Arguments): number[] => args.positionals.map(readNumber);
