import { defineEntity, p } from '@mikro-orm/core';
import type { PlainDate } from '@traliccio/sdk';
import { exact, type RowOf } from '../exact.ts';

export const ACCESS_LIMITS = ['none', 'notice', 'throttle', 'walled_garden', 'cut'] as const;
export type AccessLimit = (typeof ACCESS_LIMITS)[number];
export const RELEASE_POLICIES = ['resume', 'back_bill', 'credit', 'none'] as const;
export type ReleasePolicy = (typeof RELEASE_POLICIES)[number];
export type HoldOrigin = 'rule' | 'operator' | 'customer' | 'plugin';

export const HoldEntity = exact(
  defineEntity({
    name: 'Hold',
    tableName: 'hold',
    properties: {
      id: p.integer().primary(),
      contractId: p.integer(),
      reason: p.string(),
      origin: p.string().$type<HoldOrigin>(),
      originRef: p.string().nullable(),
      fromDate: p.string().$type<PlainDate>(),
      /** The first day on which it no longer holds; null while it is open. */
      untilDate: p.string().$type<PlainDate>().nullable(),
      blocksBilling: p.boolean(),
      access: p.string().$type<AccessLimit>(),
      blocksChanges: p.boolean(),
      releasePolicy: p.string().$type<ReleasePolicy>(),
      /** The later of its first day and the day on which it was recorded. */
      decidedOn: p.string().$type<PlainDate>(),
      /** JSON array of the days that are billed all the same. */
      billedDays: p.text().nullable(),
      createdAt: p.integer(),
      releasedAt: p.integer().nullable(),
    },
  }),
);
export type HoldRow = RowOf<typeof HoldEntity>;

/** What is assumed of a hold about which nobody said whether it stops billing. */
export const blocksBillingByDefault = (access: AccessLimit): boolean =>
  access === 'walled_garden' || access === 'cut';
