import { Invalid } from '@traliccio/sdk';
import type { App } from '../app.ts';
import { decideOutbox, listOutbox, retryAll, type OutboxState } from '../kernel/events/dead-letters.ts';
import { OUTBOX_STATES } from '../kernel/events/outbox.schema.ts';
import { appCommand, type Arguments } from './command.ts';
import { table } from './output.ts';

export const outboxList = appCommand({
  name: 'outbox list',
  summary: 'deliveries that were given up, or may have gone out',
  usage: '[--state STATE]... [--subscriber NAME] [--limit N]',
  options: {
    state: {
      type: 'string',
      multiple: true,
      help: `one of ${OUTBOX_STATES.join(', ')}; dead and uncertain when none is given`,
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
    const retried =
      args.positionals.length === 0
        ? await app.database.transaction((tx) => retryAll(tx, BY, app.audit))
        : await decide(app, 'retry', readIds(args));
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
    const discarded = await decide(app, 'discard', readIds(args));
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

const BY = { kind: 'operator', name: 'cli' } as const;

/** All or none of them. */
function decide(app: App, decision: 'retry' | 'discard', ids: readonly number[]): Promise<number> {
  return app.database.transaction(async (tx) => {
    for (const id of ids) await decideOutbox(tx, { decision, id, by: BY }, app.audit);
    return ids.length;
  });
}

function readState(text: string): OutboxState {
  const state = OUTBOX_STATES.find((one) => one === text);
  if (!state)
    throw new Invalid('usage', `${JSON.stringify(text)} is none of ${OUTBOX_STATES.join(', ')}`, {
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
