import type { SqlValue } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { reindex } from '../../kernel/search/rebuild.ts';
import type { ContactInput, CustomerValues } from '../customers/customer.input.ts';
import { CUSTOMER_KINDS, customerValues } from '../customers/customer.input.ts';
import { customerKeys } from '../customers/customer.keys.ts';
import { checkCustomer } from '../customers/customer.rules.ts';
import { customerSearch } from '../customers/customer.search.ts';
import type { Problem } from '../problem.ts';
import type { Cells } from './cells.ts';
import { CUSTOMER_COLUMNS } from './customers.columns.ts';
import type { FileKind, Thing } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
import { conflict, type Outcome } from './result.ts';
import { differing, rowsByCode } from './stored.ts';

const LANGUAGES = ['it', 'en'] as const;

type Customer = {
  readonly values: CustomerValues;
  readonly contacts: readonly ContactInput[];
  readonly marketing: boolean | null;
};

export const customersKind = ({ clock }: Pick<ImportDeps, 'clock'>): FileKind<Customer> => ({
  name: 'customers',
  prefix: 'customer',
  columns: CUSTOMER_COLUMNS,
  read: ([row]) => readCustomer(row as Cells),
  store: (tx, things) => storeCustomers(tx, things, clock.now()),
});

function readCustomer(row: Cells): { readonly key: string; readonly value: Customer } {
  const kind = row.oneOf('kind', CUSTOMER_KINDS);
  if (kind === null && row.problems.length === 0) row.required('kind');
  const contacts = contactsOf(row);
  const values = customerValues({
    code: row.required('code'),
    kind: kind ?? 'private',
    name: row.text('name'),
    firstName: row.text('first_name'),
    lastName: row.text('last_name'),
    taxCode: row.text('tax_code'),
    vatCountry: row.text('vat_country'),
    vatNumber: row.text('vat_number'),
    codiceDestinatario: row.text('codice_destinatario'),
    pec: row.text('pec'),
    address: {
      street: row.text('street') ?? '',
      houseNumber: row.text('house_number'),
      postcode: row.text('postcode') ?? '',
      city: row.text('city') ?? '',
      province: row.text('province')?.toUpperCase() ?? null,
      country: row.text('country')?.toUpperCase() ?? 'IT',
    },
    ...given('language', row.oneOf('language', LANGUAGES)),
    ...given('splitPayment', row.yesNo('split_payment')),
    vatNatura: row.text('vat_natura'),
    vatReference: row.text('vat_reference'),
    ...given('withholding', row.yesNo('withholding')),
    ...given('paymentMethod', row.text('payment_method')?.toUpperCase() ?? null),
    ...given('paymentDays', row.integer('payment_days')),
    iban: row.text('iban'),
    mandateId: row.text('mandate_id'),
    mandateDate: row.date('mandate_date'),
    notes: row.text('notes'),
  });
  if (kind !== null && values.code !== '')
    row.problems.push(...checkCustomer(values, contacts).map((problem) => withColumn(problem, contacts)));
  return { key: values.code, value: { values, contacts, marketing: row.yesNo('consent_marketing') } };
}

/** An empty cell leaves the choice to the kind of customer. */
const given = <K extends string, T extends string | number | boolean>(
  key: K,
  value: T | null,
): { [P in K]?: T } => (value === null ? {} : { [key]: value }) as { [P in K]?: T };
/** The billing contact's columns have no prefix. */
function withColumn(problem: Problem, contacts: readonly ContactInput[]): Problem {
  const [, index, name] = /^contacts\[(\d+)\]\.(email|phone)$/.exec(problem.field) ?? [];
  if (name === undefined) return problem;
  const role = contacts[Number(index)]?.role;
  return { ...problem, field: role === 'billing' ? name : `${role}_${name}` };
}

function contactsOf(row: Cells): ContactInput[] {
  const billing = (row.text('email') ?? '').split(/[\s;|,]+/).filter(Boolean);
  const phone = row.text('phone');
  const contacts: ContactInput[] = billing.map((email, i) => ({
    role: 'billing',
    email,
    phone: i === 0 ? phone : null,
  }));
  if (billing.length === 0 && phone !== null) contacts.push({ role: 'billing', email: null, phone });
  for (const role of ['technical', 'admin'] as const) {
    const [email, tel] = [row.text(`${role}_email`), row.text(`${role}_phone`)];
    if (email !== null || tel !== null) contacts.push({ role, email, phone: tel });
  }
  return contacts;
}

/** By column, as they are stored. */
const columnsOf = ({ values: v }: Customer): Record<string, SqlValue> => ({
  code: v.code,
  kind: v.kind,
  name: v.name,
  first_name: v.firstName,
  last_name: v.lastName,
  tax_code: v.taxCode,
  vat_country: v.vatCountry,
  vat_number: v.vatNumber,
  codice_destinatario: v.codiceDestinatario,
  pec: v.pec,
  street: v.street,
  house_number: v.houseNumber,
  postcode: v.postcode,
  city: v.city,
  province: v.province,
  country: v.country,
  language: v.language,
  split_payment: v.splitPayment ? 1 : 0,
  vat_natura: v.vatNatura,
  vat_reference: v.vatReference,
  withholding: v.withholding ? 1 : 0,
  payment_method: v.paymentMethod,
  payment_days: v.paymentDays,
  iban: v.iban,
  mandate_id: v.mandateId,
  mandate_date: v.mandateDate,
  notes: v.notes,
});

async function storeCustomers(
  tx: CoreTx,
  things: readonly Thing<Customer>[],
  now: number,
): Promise<Outcome[]> {
  const stored = await rowsByCode(
    tx,
    'customer',
    things.map((t) => t.key),
  );
  const fresh = things.filter((t) => !stored.has(t.key));
  await insertCustomers(tx, fresh, now);
  return things.map((thing) => {
    const row = stored.get(thing.key);
    if (!row) return 'imported';
    if (row['import_hash'] === thing.hash) return 'unchanged';
    const fields = differing(row, columnsOf(thing.value));
    // Contacts and consents alone: those are kept by hand once a customer is there.
    return fields.length === 0
      ? 'unchanged'
      : [conflict({ line: thing.line, what: `customer ${thing.key}` }, fields)];
  });
}

/** Follow from name and city: nothing of them is compared with what is stored. */
function keysOf({ values }: Customer): Record<string, SqlValue> {
  const { nameKey, cityKey } = customerKeys(values);
  return { name_key: nameKey, city_key: cityKey };
}

async function insertCustomers(tx: CoreTx, things: readonly Thing<Customer>[], now: number): Promise<void> {
  if (things.length === 0) return;
  const rows = things.map((t) => ({
    ...columnsOf(t.value),
    ...keysOf(t.value),
    import_hash: t.hash,
    created_at: now,
    updated_at: now,
  }));
  await tx.insert(
    'customer',
    Object.keys(rows[0] as object),
    rows.map((row) => Object.values(row)),
  );
  const ids = await rowsByCode(
    tx,
    'customer',
    things.map((t) => t.key),
    'id, code',
  );
  const idOf = (thing: Thing<Customer>): number => (ids.get(thing.key) as { id: number }).id;
  await tx.insert(
    'contact',
    ['customer_id', 'role', 'email', 'phone'],
    things.flatMap((t) => t.value.contacts.map((c) => [idOf(t), c.role, c.email ?? null, c.phone ?? null])),
  );
  await tx.insert(
    'consent',
    ['customer_id', 'purpose', 'granted', 'source', 'at'],
    things.flatMap((t) =>
      t.value.marketing === null ? [] : [[idOf(t), 'marketing', t.value.marketing ? 1 : 0, 'import', now]],
    ),
  );
  await reindex(tx, customerSearch, things.map(idOf));
}
