import { addMonths, plainDate, type SqlValue } from '@traliccio/sdk';
import type { Database } from '@traliccio/core/src/kernel/db/database.ts';
import { CUSTOMER, customer } from './isp-customer.ts';
import { buildMonth } from './isp-history.ts';
import { ITEMS, PAGE, type IspOptions } from './isp-terms.ts';
import { person } from './people.ts';

/** Fills an empty database. */
export async function buildIsp(database: Database, options: IspOptions): Promise<void> {
  const now = 0;
  await database.transaction(async (tx) => {
    await tx.run(
      `INSERT INTO issuer (id, name, vat_country, vat_number, tax_code, regime_fiscale, street, house_number, postcode, city, province, country, rea_office, rea_number, rea_capital,
         rea_socio_unico, rea_liquidazione, phone, email, iban, bank_name, transmitter_country, transmitter_code, time_zone, default_series, credit_note_series, zero_total)
       VALUES (1, 'Rete Wireless Esempio S.r.l.', 'IT', '01234567897', '01234567897', 'RF01', 'Via della Fibra', '12', '00184', 'Roma', 'RM', 'IT', 'RM', '123456', 1000000, 'SM', 'LN',
         '0612345678', 'fatture@example.it', 'IT60X0542811101000000123456', 'Banca Esempio', 'IT', '01234567897', 'Europe/Rome', 'A', 'NC', 'skip')`,
    );
  });
  for (let from = 0; from < options.contracts; from += PAGE) {
    const numbers = Array.from({ length: Math.min(PAGE, options.contracts - from) }, (_, i) => from + i + 1);
    await database.transaction(async (tx) => {
      await tx.insert(
        'customer',
        CUSTOMER,
        numbers.map((n) => customer(n, now)),
      );
      await tx.insert(
        'contact',
        ['customer_id', 'role', 'email', 'phone'],
        numbers.map((n) => [n, 'billing', person(n).email, person(n).phone]),
      );
      await tx.insert(
        'contract',
        CONTRACT,
        numbers.map((n) => contract(n, options, now)),
      );
      await tx.insert(
        'contract_item_version',
        VERSION,
        numbers.flatMap((n) => ITEMS.map((_, i) => version(n, i, dueOf(n, options), now))),
      );
    });
  }
  for (let month = options.history ?? 0; month > 0; month--) await buildMonth(database, options, month);
}

/** The day on which a contract is due. */
const dueOf = (n: number, { due, dueThen = n }: IspOptions): string =>
  n <= dueThen ? due : addMonths(plainDate(due), 1);

const CONTRACT = [
  'id',
  'code',
  'issuer_id',
  'customer_id',
  'payer_id',
  'state',
  'activated_on',
  'billed_through',
  'next_due',
  'settled_to',
  'attributes',
  'created_at',
  'updated_at',
];

const contract = (n: number, options: IspOptions, now: number): SqlValue[] => [
  n,
  `INT-${100_000 + n}`,
  1,
  n,
  n,
  'active',
  '2024-01-01',
  null,
  dueOf(n, options),
  // With a history all before is settled, as runs leave it.
  options.history ? dueOf(n, options) : null,
  '{}',
  now,
  now,
];

const VERSION = [
  'id',
  'contract_id',
  'item',
  'description',
  'quantity',
  'valid_from',
  'starts_item',
  'anchor',
  'anchor_last_day',
  'cadence',
  'timing',
  'offset_days',
  'proration',
  'first_period',
  'end_credit',
  'price_e8',
  'vat_included',
  'vat_rate',
  'billed_to',
  'created_at',
];

function version(n: number, i: number, due: string, now: number): SqlValue[] {
  const { item, description, price, included } = ITEMS[i]!;
  return [
    (n - 1) * ITEMS.length + i + 1,
    n,
    item,
    description,
    1_000_000,
    due,
    1,
    due,
    0,
    'months:1',
    'advance',
    0,
    'calendar',
    'alone',
    1,
    (price + (n % 7) * 10) * 1_000_000,
    included,
    2200,
    null,
    now,
  ];
}
