import type { Clock } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams, Page } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { customerDetail } from './customer-detail.ts';
import { type CustomerNotes, NoteInput, notesOf, NotesQuery, NoteView } from './customer-notes.ts';
import {
  changedCustomer,
  ConsentInput,
  CustomerChanges,
  CustomerCreation,
  CustomerView,
  newCustomer,
} from './customer.schema.ts';
import type { CustomerService } from './customer.service.ts';

/** The rules know a customer by its columns; here its address is a thing of its own. */
const NAMES = {
  street: 'address.street',
  house_number: 'address.houseNumber',
  postcode: 'address.postcode',
  city: 'address.city',
  province: 'address.province',
  country: 'address.country',
};

export const customerRoutes = ({
  database,
  clock,
  customers,
  customerNotes,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly customerNotes: CustomerNotes;
  readonly customers: CustomerService;
}): readonly CoreRoute[] =>
  inApiTerms(NAMES, [
    route({
      method: 'GET',
      path: '/customers/:id',
      summary: 'A customer with its contacts and consents',
      permission: 'customers.read',
      mode: 'read',
      params: IdParams,
      response: CustomerView,
      handler: ({ params }) => customerDetail(database.sql, params.id),
    }),
    route({
      method: 'POST',
      path: '/customers',
      summary: 'Creates a customer; what is left out gets the default of its kind',
      permission: 'customers.write',
      mode: 'write',
      body: CustomerCreation,
      response: CustomerView,
      status: 201,
      async handler({ body, actor }, tx) {
        const { id } = await customers.create(tx, newCustomer(body), actor);
        return customerDetail(tx, id);
      },
    }),
    route({
      method: 'PATCH',
      path: '/customers/:id',
      summary: 'Changes what is given; contacts and address are replaced as a whole',
      permission: 'customers.write',
      mode: 'write',
      versioned: true,
      params: IdParams,
      body: CustomerChanges,
      response: CustomerView,
      async handler({ params: { id }, body, version, actor }, tx) {
        const input = changedCustomer(await customerDetail(tx, id), body);
        await customers.update(tx, { id, version, input }, actor);
        return customerDetail(tx, id);
      },
      current: ({ params }) => customerDetail(database.sql, params.id),
    }),
    route({
      method: 'POST',
      path: '/customers/:id/consents',
      summary: 'Records that a customer gave or took back a consent',
      permission: 'customers.write',
      mode: 'write',
      params: IdParams,
      body: ConsentInput,
      response: CustomerView,
      status: 201,
      async handler({ params: { id }, body, actor }, tx) {
        await customers.recordConsent(tx, { ...body, customerId: id }, actor);
        return customerDetail(tx, id);
      },
    }),
    route({
      method: 'GET',
      path: '/customers/:id/notes',
      summary: 'What was noted of a customer, newest first',
      permission: 'customers.read',
      mode: 'read',
      params: IdParams,
      query: NotesQuery,
      response: Page(NoteView),
      handler: ({ params, query }) => notesOf(database.sql, params.id, { query, clock }),
    }),
    route({
      method: 'POST',
      path: '/customers/:id/notes',
      summary: 'Notes a telephone call, or something else worth knowing',
      permission: 'customers.write',
      mode: 'write',
      params: IdParams,
      body: NoteInput,
      response: NoteView,
      status: 201,
      handler: ({ params, body, actor }, tx) => customerNotes.add(tx, params.id, body, actor),
    }),
  ]);
