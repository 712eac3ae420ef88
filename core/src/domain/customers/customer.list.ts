import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { exactly, oneOf } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Ascii, Code, Fields, Id, Instant, Line, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { findEntries } from '../../kernel/search/find.ts';
import { folded } from '../../kernel/search/fold.ts';
import { CUSTOMER_KINDS } from './customer.input.ts';
import { customerSearch } from './customer.search.ts';

const CustomerItem = Fields({
  id: Id,
  code: Type.String(),
  kind: OneOf(CUSTOMER_KINDS),
  name: Type.String(),
  taxCode: Nullable(Type.String()),
  vatNumber: Nullable(Type.String()),
  city: Type.String(),
  province: Nullable(Type.String()),
  email: Nullable(Type.String({ description: 'Of the first billing contact' })),
  phone: Nullable(Type.String({ description: 'The same' })),
  paymentMethod: Type.String(),
  createdAt: Instant,
});

export const customerList = defineList({
  name: 'customers',
  table: 'customer',
  filters: {
    code: exactly('code', Code()),
    kind: oneOf('kind', CUSTOMER_KINDS),
    city: exactly('city_key', Line(60), (city: string) => folded(city)),
    taxCode: exactly('tax_code', Ascii(28)),
    vatNumber: exactly('vat_number', Ascii(28)),
  },
  sorts: {
    name: [{ column: 'name_key', type: 'text' }],
    code: [{ column: 'code', type: 'ascii' }],
    id: [],
  },
  paths: [
    { index: 'customer_name', sort: 'name' },
    { index: 'customer_kind', by: ['kind'], sort: 'name' },
    { index: 'customer_city', by: ['kind', 'city_key'], sort: 'name' },
    { index: 'customer_code', sort: 'code', unique: true },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'customer_code', by: ['code'], sort: 'id', few: true },
    { index: 'customer_tax_code', by: ['tax_code'], sort: 'id', few: true },
    { index: 'customer_vat_number', by: ['vat_number'], sort: 'id', few: true },
  ],
  select: {
    id: 't.id',
    code: 't.code',
    kind: 't.kind',
    name: 't.name',
    taxCode: 't.tax_code',
    vatNumber: 't.vat_number',
    city: 't.city',
    province: 't.province',
    contactId: 'b.id',
    email: 'b.email',
    phone: 'b.phone',
    paymentMethod: 't.payment_method',
    createdAt: 't.created_at',
  },
  joins: `LEFT JOIN contact b ON b.customer_id = t.id AND b.role = 'billing'`,
  leastOf: 'contactId',
  item: CustomerItem,
  find: (sql, request) => findEntries(sql, { ...request, kind: customerSearch.kind }),
});

export const customerLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(customerList, needs, { path: '/customers', summary: 'Customers', permission: 'customers.read' }),
];
