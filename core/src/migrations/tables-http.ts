import type { Types } from '../kernel/db/ddl.ts';
import { index, table, type Step } from './steps.ts';

/** What requests over HTTP leave behind, and the edition. */
export const httpTables = (t: Types): Step[] => [
  table(
    t,
    'idempotency',
    `actor ${t.text(190)} NOT NULL,
     request_key ${t.code(64)} NOT NULL,
     route ${t.code(190)} NOT NULL,
     request_hash ${t.code(64)} NOT NULL,
     status ${t.int},
     body ${t.long},
     lease_until ${t.int} NOT NULL,
     created_at ${t.int} NOT NULL,
     PRIMARY KEY (actor, request_key)`,
  ),
  index(t, 'idempotency_age', 'idempotency (created_at)'),
  table(
    t,
    'edition',
    `id ${t.int} NOT NULL PRIMARY KEY, name ${t.code(10)} NOT NULL, changed_at ${t.int} NOT NULL`,
  ),
];
