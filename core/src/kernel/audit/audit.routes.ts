import { NotFound } from '@traliccio/sdk';
import type { Database } from '../db/database.ts';
import { type CoreRoute, route } from '../http/route.ts';
import { IdParams } from '../http/schemas.ts';
import { AuditView, auditView } from './audit.schema.ts';

export const auditRoutes = ({ database }: { readonly database: Database }): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/audit/:id',
    summary: 'An entry of the audit log',
    permission: 'audit.read',
    mode: 'read',
    params: IdParams,
    response: AuditView,
    async handler({ params: { id } }) {
      const [row] = await database.sql.all<Parameters<typeof auditView>[0]>(
        'SELECT * FROM audit_log WHERE id = ?',
        [id],
      );
      if (!row) throw new NotFound('audit.not_found', `there is no entry ${id} in the audit log`);
      return auditView(row);
    },
  }),
];
