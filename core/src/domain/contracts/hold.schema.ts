import { addDays } from '@traliccio/sdk';
import { Type, type Static } from 'typebox';
import { Day, Fields, Id, Instant, Line, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { ACCESS_LIMITS, RELEASE_POLICIES } from './hold.entity.ts';
import type { HoldInput } from './hold.service.ts';

export const HoldCreation = Fields({
  reason: Line(200),
  from: Type.Optional(Day),
  lastDay: Type.Optional(Nullable(Day)),
  access: Type.Optional(OneOf(ACCESS_LIMITS)),
  blocksBilling: Type.Optional(Type.Boolean()),
  blocksChanges: Type.Optional(Type.Boolean()),
  releasePolicy: Type.Optional(OneOf(RELEASE_POLICIES)),
});

export const HoldRelease = Fields({
  on: Type.Optional(Day),
  policy: Type.Optional(OneOf(RELEASE_POLICIES)),
  billedDays: Type.Optional(Type.Array(Day, { maxItems: 4000, uniqueItems: true })),
});

export const HoldView = Fields({
  id: Id,
  reason: Type.String(),
  origin: OneOf(['rule', 'operator', 'customer', 'plugin']),
  originRef: Nullable(Type.String()),
  from: Day,
  lastDay: Nullable(Day),
  blocksBilling: Type.Boolean(),
  access: OneOf(ACCESS_LIMITS),
  blocksChanges: Type.Boolean(),
  releasePolicy: OneOf(RELEASE_POLICIES),
  billedDays: Type.Array(Day, { description: 'Days of it that are billed all the same' }),
  createdAt: Instant,
  releasedAt: Nullable(Instant),
});
export type HoldDetail = Static<typeof HoldView>;

/** People say the last day; the service counts up to the first one after it. */
export const newHold = ({ lastDay, ...hold }: Static<typeof HoldCreation>): Omit<HoldInput, 'contract'> => ({
  ...hold,
  until: lastDay == null ? null : addDays(lastDay, 1),
});
