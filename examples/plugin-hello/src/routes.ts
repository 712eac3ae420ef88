import { type PluginContext, Type } from '@traliccio/sdk';

/** What the plugin's pages ask for, below `/api/plugins/hello`. */
export function routes({ http, sql }: Pick<PluginContext, 'http' | 'sql'>): void {
  http.route({
    method: 'GET',
    path: '/days',
    summary: 'Documents issued on each day, the latest first',
    permission: 'documents.read',
    mode: 'read',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }) }),
    response: Type.Object({
      items: Type.Array(Type.Object({ day: Type.String(), documents: Type.Integer() })),
    }),
    async handler({ query }) {
      const items = await sql.all<{ day: string; documents: number }>(
        'SELECT day, COUNT(*) AS documents FROM hello_document GROUP BY day ORDER BY day DESC LIMIT ?',
        [query.limit],
      );
      return { items };
    },
  });
  http.route({
    method: 'GET',
    path: '/customers/:id',
    summary: 'Documents issued to a customer',
    permission: 'documents.read',
    mode: 'read',
    params: Type.Object({ id: Type.Integer() }),
    response: Type.Object({ documents: Type.Integer() }),
    async handler({ params }) {
      const [row] = await sql.all<{ documents: number }>(
        'SELECT COUNT(*) AS documents FROM hello_document WHERE customer_id = ?',
        [params.id],
      );
      return { documents: row?.documents ?? 0 };
    },
  });
}
