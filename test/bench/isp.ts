import { addMonths, plainDate, yearOf, type SqlValue } from '@traliccio/sdk';
import type { Database } from '@traliccio/core/src/kernel/db/database.ts';

/** An ISP of any size, made by arithmetic: the same every time. All contracts fall due on one day. */
export type IspOptions = {
  readonly contracts: number;
  /** The day on which all of it is due. */
  readonly due: string;
  /** Months billed before, with their documents and charges. */
  readonly history?: number;
};

const ITEMS = [
  { item: 'main', description: 'Internet wireless 100/20', price: 2_450, included: 0 },
  { item: 'ip', description: 'Indirizzo IP statico', price: 366, included: 1 },
  { item: 'voip', description: 'Linea telefonica VoIP', price: 500, included: 0 },
] as const;
const CITIES = [
  ['Roma', 'RM', '00184'],
  ['Milano', 'MI', '20121'],
  ['Torino', 'TO', '10121'],
  ['Forlì', 'FC', '47121'],
  ['Bari', 'BA', '70121'],
] as const;
const NAMES = [
  ['Mario', 'Rossi'],
  ['Giulia', 'Bianchi'],
  ['Luca', 'Ferrari'],
  ['Anna', 'Esposito'],
  ['Niccolò', "D'Angelo"],
] as const;
const CODES = [
  'RSSMRA80A01H501U',
  'BNCGLI85M41F205B',
  'FRRLCU79C15L219B',
  'SPSNNA90D55A662O',
  'DNGNCL70T10D612R',
] as const;
const PAGE = 2000;

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
        ['customer_id', 'role', 'email'],
        numbers.map((n) => [n, 'billing', `cliente${n}@example.it`]),
      );
      await tx.insert(
        'contract',
        CONTRACT,
        numbers.map((n) => contract(n, options, now)),
      );
      await tx.insert(
        'contract_item_version',
        VERSION,
        numbers.flatMap((n) => ITEMS.map((_, i) => version(n, i, options.due, now))),
      );
    });
  }
  for (let month = options.history ?? 0; month > 0; month--) await buildMonth(database, options, month);
}

const CUSTOMER = [
  'id',
  'code',
  'kind',
  'name',
  'first_name',
  'last_name',
  'tax_code',
  'codice_destinatario',
  'pec',
  'street',
  'house_number',
  'postcode',
  'city',
  'province',
  'country',
  'language',
  'payment_method',
  'payment_days',
  'created_at',
  'updated_at',
];

function customer(n: number, now: number): SqlValue[] {
  const [first, last] = NAMES[n % NAMES.length]!;
  const [city, province, postcode] = CITIES[n % CITIES.length]!;
  return [
    n,
    `C${n}`,
    'private',
    `${first} ${last}`,
    first,
    last,
    CODES[n % CODES.length]!,
    '0000000',
    `cliente${n}@pec.example.it`,
    'Via Garibaldi',
    String(1 + (n % 200)),
    postcode,
    city,
    province,
    'IT',
    'it',
    'MP19',
    15,
    now,
    now,
  ];
}

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

const contract = (n: number, { due, history }: IspOptions, now: number): SqlValue[] => [
  n,
  `INT-${100_000 + n}`,
  1,
  n,
  n,
  'active',
  '2024-01-01',
  null,
  due,
  // With a history all before is settled, as runs leave it.
  history ? due : null,
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

/** A month that was billed `ago` months before: an invoice with three lines and their charges for each contract. */
async function buildMonth(database: Database, options: IspOptions, ago: number): Promise<void> {
  const from = addMonths(plainDate(options.due), -ago);
  const to = addMonths(plainDate(options.due), 1 - ago);
  for (let first = 1; first <= options.contracts; first += PAGE) {
    const numbers = Array.from(
      { length: Math.min(PAGE, options.contracts - first + 1) },
      (_, i) => first + i,
    );
    const idOf = (n: number): number => 1_000_000_000 + ago * 1_000_000 + n;
    await database.transaction(async (tx) => {
      await tx.insert(
        'document',
        DOCUMENT,
        numbers.map((n) => [
          idOf(n),
          1,
          n,
          'invoice',
          'TD01',
          'issued',
          'import',
          `H${ago}`,
          yearOf(from),
          n,
          0,
          `${n}/H${ago}`,
          from,
          from,
          3400,
          748,
          0,
          4148,
          4148,
          0,
          'none',
          '{}',
          '{}',
          0,
        ]),
      );
      await tx.insert(
        'document_line',
        LINE,
        numbers.flatMap((n) =>
          ITEMS.map((item, i) => [
            idOf(n),
            i + 1,
            n,
            `INT-${100_000 + n}`,
            item.description,
            1_000_000,
            item.price * 1_000_000,
            item.price * 1_000_000,
            item.price,
            item.included,
            2200,
            from,
          ]),
        ),
      );
      await tx.insert(
        'charge',
        CHARGE,
        numbers.flatMap((n) =>
          ITEMS.map((item, i) => [
            `old:${ago}:${n}:${i}`,
            n,
            n,
            'recurring',
            (n - 1) * ITEMS.length + i + 1,
            from,
            to,
            0,
            item.description,
            from,
            30,
            1_000_000,
            item.price,
            item.included,
            2200,
            '{}',
            idOf(n),
            i + 1,
            0,
          ]),
        ),
      );
    });
  }
}

const DOCUMENT = [
  'id',
  'issuer_id',
  'customer_id',
  'kind',
  'tipo_documento',
  'state',
  'origin',
  'series',
  'year',
  'number',
  'revision',
  'number_text',
  'date',
  'due_date',
  'net',
  'vat',
  'rounding',
  'total',
  'payable',
  'stamp_duty',
  'issuer_snapshot',
  'customer_snapshot',
  'details',
  'created_at',
];
const LINE = [
  'document_id',
  'number',
  'contract_id',
  'contract_code',
  'description',
  'quantity',
  'unit_price_e8',
  'total_e8',
  'amount',
  'vat_included',
  'vat_rate',
  'period_from',
];
const CHARGE = [
  'charge_key',
  'contract_id',
  'payer_id',
  'kind',
  'item_version_id',
  'grid_start',
  'grid_end',
  'revision',
  'description',
  'period_from',
  'days',
  'quantity',
  'amount',
  'vat_included',
  'vat_rate',
  'explanation',
  'document_id',
  'line_number',
  'created_at',
];
