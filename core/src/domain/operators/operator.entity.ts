import { defineEntity, p } from '@mikro-orm/core';
import { exact, type RowOf } from '../exact.ts';

export type Language = 'it' | 'en';

export const OperatorEntity = exact(
  defineEntity({
    name: 'Operator',
    tableName: 'operator',
    properties: {
      id: p.integer().primary(),
      email: p.string(),
      name: p.string(),
      language: p.string().$type<Language>(),
      enabled: p.boolean(),
      passwordHash: p.string(),
      mustChangePassword: p.boolean(),
      /** Goes up whenever sessions that were there before must not count any more. */
      epoch: p.integer(),
      version: p.integer().version(),
      createdAt: p.integer(),
      updatedAt: p.integer(),
    },
  }),
);
export type OperatorRow = RowOf<typeof OperatorEntity>;

export const GroupEntity = exact(
  defineEntity({
    name: 'OperatorGroup',
    tableName: 'operator_group',
    properties: {
      id: p.integer().primary(),
      name: p.string(),
      /** JSON: the ids, or `*`. */
      permissions: p.text(),
      version: p.integer().version(),
      createdAt: p.integer(),
      updatedAt: p.integer(),
    },
  }),
);
export type GroupRow = RowOf<typeof GroupEntity>;
