import { NotFound, type CoreApi } from '@traliccio/sdk';
import type { Kernel } from '../kernel/kernel.ts';
import { idList } from '../kernel/db/id-list.ts';
import { partyViewOf } from './customers/party-view.ts';
import { foundDocuments } from './documents/found-documents.ts';
import { takeCounter } from './documents/series.ts';
import type { DocumentService } from './documents/document.service.ts';
import { artifactsOf } from './documents/views.ts';
import { customersByIban, findOpen } from './payments/find-open.ts';
import type { PaymentService } from './payments/payment.service.ts';
import type { PriceChangeService } from './price-changes/price-change.service.ts';
import { issuerViewOf } from './issuer/issuer-view.ts';

/** What core does for plugins. */
export const coreApi = ({
  clock,
  database,
  documents,
  payments,
  priceChanges,
}: Pick<Kernel, 'clock' | 'database'> & {
  readonly documents: DocumentService;
  readonly payments: PaymentService;
  readonly priceChanges: PriceChangeService;
}): CoreApi => ({
  documents: {
    views: (ids) => documents.views(ids),
    artifacts: (id) => documents.artifacts(id),
    artifactsOf: (ids) => artifactsOf(database.sql, ids),
    find: (filter, page) => foundDocuments(database.sql, filter, { ...page, today: clock.today() }),
  },
  customers: {
    async views(ids) {
      const list = idList(database.sql, ids);
      const rows = await database.sql.all(`SELECT * FROM customer WHERE id IN ${list.sql}`, list.params);
      const contacts = await database.sql.all<Contact>(
        `SELECT customer_id, email, phone FROM contact WHERE customer_id IN ${list.sql} AND role = 'billing' ORDER BY id`,
        list.params,
      );
      return rows.map((row) => {
        const own = contacts.filter((c) => c.customer_id === row['id']);
        const emails = own.flatMap((c) => c.email ?? []);
        return { ...partyViewOf(row, emails), invoicePhones: own.flatMap((c) => c.phone ?? []) };
      });
    },
  },
  issuers: {
    async view(id) {
      const [row] = await database.sql.all('SELECT * FROM issuer WHERE id = ?', [id]);
      if (!row) throw new NotFound('issuer.not_found', `there is no issuer ${id}`);
      return issuerViewOf(row);
    },
  },
  payments: {
    record: (tx, payment) => payments.record(tx, payment),
    changeState: (tx, change) => payments.changeState(tx, change),
    reverse: (tx, reversal) => payments.reverse(tx, reversal),
    open: (filter) => findOpen(database.sql, filter),
    customersByIban: (ibans) => customersByIban(database.sql, ibans),
  },
  priceChanges: { told: (tx, told) => priceChanges.mailed(tx, told) },
  counters: { take: (tx, counter, count) => takeCounter(tx, counter, count) },
});

type Contact = { customer_id: number; email: string | null; phone: string | null };
