import { Type } from 'typebox';
import { defineList } from '../http/list.ts';
import { exactly, oneOf } from '../http/list-filters.ts';
import { listRoute, type ListNeeds } from '../http/list-route.ts';
import type { CoreRoute } from '../http/route.ts';
import { Fields, Instant } from '../http/schemas.ts';
import { OUTBOX_STATES, OutboxView } from './outbox.schema.ts';

const NAME = Type.String({ maxLength: 120, pattern: '^[!-~]+$' });

/** Relays write this table all the time: it has no index of its own for people. */
export const outboxList = defineList({
  name: 'outbox',
  table: 'outbox',
  filters: {
    state: oneOf('state', OUTBOX_STATES),
    subscriber: exactly('subscriber', NAME),
    aggregate: exactly('aggregate', NAME),
  },
  sorts: {
    nextAt: [{ column: 'next_at', type: 'integer' }],
    subscriber: [
      { column: 'subscriber', type: 'ascii' },
      { column: 'next_at', type: 'integer' },
    ],
    id: [],
  },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'outbox_due', by: ['state', 'subscriber'], sort: 'nextAt' },
    { index: 'outbox_due', by: ['state'], sort: 'subscriber' },
    { index: 'outbox_order', by: ['subscriber', 'aggregate'], sort: 'id', few: true },
  ],
  select: {
    id: 't.id',
    event: 't.event',
    aggregate: 't.aggregate',
    subscriber: 't.subscriber',
    deliveryKey: 't.delivery_key',
    state: 't.state',
    attempts: 't.attempts',
    error: 't.last_error',
    nextAt: 't.next_at',
    createdAt: 't.created_at',
    doneAt: 't.done_at',
  },
  item: Fields({
    ...OutboxView.properties,
    nextAt: Instant,
  }),
  view: (row) => ({ key: row['deliveryKey'] as string }),
});

export const outboxLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(outboxList, needs, {
    path: '/outbox',
    summary: 'Deliveries of events',
    permission: 'outbox.read',
  }),
];
