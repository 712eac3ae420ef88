import { addMonths, plainDate, yearOf, type SqlRow } from '@traliccio/sdk';
import { partyViewOf } from '@traliccio/core/src/domain/customers/party-view.ts';
import { insertOpenItems } from '@traliccio/core/src/domain/documents/open-items.ts';
import { sha256 } from '@traliccio/core/src/domain/documents/packing.ts';
import { issuerViewOf } from '@traliccio/core/src/domain/issuer/issuer-view.ts';
import type { Database } from '@traliccio/core/src/kernel/db/database.ts';
import { CUSTOMER, customer } from './isp-customer.ts';
import { ITEMS, PAGE, type IspOptions } from './isp-terms.ts';
import { person } from './people.ts';

/** A month that was billed `ago` months before: an invoice with three lines and their charges for each contract. */
export async function buildMonth(database: Database, options: IspOptions, ago: number): Promise<void> {
  const issuer = await issuerSnapshot(database);
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
          issuer,
          customerSnapshot(n),
          JSON.stringify(detailsOf(n, from)),
          0,
        ]),
      );
      // Paid long ago.
      await insertOpenItems(
        tx,
        numbers.map((n) => ({
          documentId: idOf(n),
          customerId: n,
          kind: 'invoice',
          date: from,
          dueDate: from,
          payable: 4148,
          open: 0,
        })),
      );
      await tx.upsert(
        'customer_balance',
        ['customer_id', 'open_amount', 'credit', 'last_entry'],
        numbers.map((n) => [n, 0, 0, 0]),
        { key: ['customer_id'], update: [] },
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
        'document_vat',
        ['document_id', 'number', 'vat_rate', 'esigibilita', 'base', 'vat', 'rounding_e8'],
        numbers.map((n) => [idOf(n), 1, 2200, 'I', 3400, 748, 0]),
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

/** Kept once, whatever the month. */
async function issuerSnapshot(database: Database): Promise<string> {
  const [row] = await database.sql.all('SELECT * FROM issuer');
  const content = JSON.stringify(issuerViewOf(row!));
  await database.transaction((tx) =>
    tx.upsert('snapshot', ['sha256', 'content'], [[sha256(content), content]], {
      key: ['sha256'],
      update: [],
    }),
  );
  return sha256(content);
}

function customerSnapshot(n: number): string {
  const values = customer(n, 0);
  const row: SqlRow = Object.fromEntries(CUSTOMER.map((column, i) => [column, values[i] ?? null]));
  return JSON.stringify(partyViewOf({ vat_country: null, vat_number: null, ...row }, [person(n).email]));
}

const detailsOf = (n: number, dueDate: string): Record<string, unknown> => ({
  causale: null,
  payment: { method: 'MP19', dueDate, iban: null, bankName: null, reference: String(n) },
  contractCodes: [`INT-${100_000 + n}`],
});

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
