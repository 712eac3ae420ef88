import type { Clock } from '@traliccio/sdk';
import { Type } from 'typebox';
import type { Audit } from '../kernel/audit/audit.ts';
import { type CoreRoute, route } from '../kernel/http/route.ts';
import { Fields, Instant, OneOf } from '../kernel/http/schemas.ts';

const ListExport = Fields({
  list: Type.String({
    pattern: '^[a-z][a-z0-9/-]{0,79}$',
    description: 'Address of the list, without /api/',
  }),
  filter: Type.String({
    maxLength: 1000,
    pattern: '^[^\\u0000-\\u001f\\u007f]*$',
    description: 'What it is asked for, as in its address; empty for all of it',
  }),
  format: OneOf(['csv', 'xlsx']),
  rows: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Where it is known' })),
});

/**
 * The file of an export is made by whoever reads the pages of a list, so what is asked for here is the leave to: who
 * took what is in the audit log before the first page is read for it.
 */
export const exportRoutes = ({
  audit,
  clock,
}: {
  readonly audit: Pick<Audit, 'record'>;
  readonly clock: Clock;
}): readonly CoreRoute[] => [
  route({
    method: 'POST',
    path: '/exports',
    summary: 'Records that a list is exported, and says whether it may be',
    permission: 'lists.export',
    mode: 'write',
    body: ListExport,
    response: Fields({ at: Instant }),
    async handler({ body, actor }, tx) {
      const at = clock.now();
      await audit.record(tx, {
        actor,
        action: 'list.exported',
        entity: 'list',
        entityId: 0,
        detail: body,
        at,
      });
      return { at };
    },
  }),
];
