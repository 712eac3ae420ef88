import { Type, type Static } from 'typebox';
import { Fields, Id, Instant, Nullable, OneOf } from '../http/schemas.ts';

export const OUTBOX_STATES = [
  'ready',
  'leased',
  'paused',
  'dead',
  'uncertain',
  'done',
  'dropped',
  'discarded',
] as const;

/** An effect of an event on one subscriber: to be delivered, delivered, or given up. */
export const OutboxView = Fields({
  id: Id,
  event: Type.String(),
  aggregate: Type.String({ description: 'What the event is about: `document:12`' }),
  subscriber: Type.String(),
  key: Type.String(),
  state: OneOf(OUTBOX_STATES),
  attempts: Type.Integer({ minimum: 0 }),
  error: Nullable(Type.String()),
  createdAt: Instant,
  doneAt: Nullable(Instant),
});
export type OutboxView = Static<typeof OutboxView>;
