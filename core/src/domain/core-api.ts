import { NotFound, type CoreApi } from '@traliccio/sdk';
import type { Kernel } from '../kernel/kernel.ts';
import { idList } from '../kernel/db/id-list.ts';
import { partyViewOf } from './customers/party-view.ts';
import { takeCounter } from './documents/series.ts';
import type { DocumentService } from './documents/document.service.ts';
import { issuerViewOf } from './issuer/issuer-view.ts';

/** What core does for plugins. */
export const coreApi = ({
  database,
  documents,
}: Pick<Kernel, 'database'> & { readonly documents: DocumentService }): CoreApi => ({
  documents: {
    views: (ids) => documents.views(ids),
    artifacts: (id) => documents.artifacts(id),
  },
  customers: {
    async views(ids) {
      const list = idList(database.sql, ids);
      const rows = await database.sql.all(`SELECT * FROM customer WHERE id IN ${list.sql}`, list.params);
      const contacts = await database.sql.all<{ customer_id: number; email: string }>(
        `SELECT customer_id, email FROM contact WHERE customer_id IN ${list.sql} AND role = 'billing' AND email IS NOT NULL ORDER BY id`,
        list.params,
      );
      return rows.map((row) =>
        partyViewOf(
          row,
          contacts.filter((c) => c.customer_id === row['id']).map((c) => c.email),
        ),
      );
    },
  },
  issuers: {
    async view(id) {
      const [row] = await database.sql.all('SELECT * FROM issuer WHERE id = ?', [id]);
      if (!row) throw new NotFound('issuer.not_found', `there is no issuer ${id}`);
      return issuerViewOf(row);
    },
  },
  counters: { take: (tx, counter, count) => takeCounter(tx, counter, count) },
});
