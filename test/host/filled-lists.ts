import type { SqlValue } from '@traliccio/sdk';
import type { Database } from '@traliccio/core/src/kernel/db/database.ts';

type Fill = {
  /** In each table. */
  readonly rows: number;
  /** The first id. */
  readonly from?: number;
  readonly only?: string;
};
type Row = Record<string, SqlValue>;
/** A number below `below`, the same for the same seed. */
type Pick = (salt: number, below: number) => number;

/** Fills the tables behind the lists: many rows alike, some values missing, nothing that must make sense together. */
export async function fillLists(database: Database, { rows, from = 1, only }: Fill): Promise<void> {
  for (const [table, row] of Object.entries(TABLES)) {
    if (only !== undefined && only !== table) continue;
    for (let first = from; first < from + rows; first += 2000) {
      const ids = Array.from({ length: Math.min(2000, from + rows - first) }, (_, i) => first + i);
      const made = ids.map((id) => row(id, (salt, below) => pseudoRandom(id * 31 + salt) % below));
      const columns = Object.keys(made[0] as Row);
      await database.transaction((tx) =>
        tx.insert(
          table,
          columns,
          made.map((one) => columns.map((c) => one[c] ?? null)),
        ),
      );
    }
  }
  if (database.dialect === 'sqlite') await database.sql.run('ANALYZE');
  else await database.sql.all(`ANALYZE TABLE ${Object.keys(TABLES).join(', ')}`);
}

function pseudoRandom(seed: number): number {
  let x = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const NAMES = ['rossi mario', 'bianchi anna', 'esposito luca', 'niccolo dangelo', 'acme srl', ''];
const one = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

const TABLES: Readonly<Record<string, (id: number, pick: Pick) => Row>> = {
  customer: (id, pick) => {
    const name = one(NAMES, pick(1, 6));
    return {
      id,
      code: `C${id}`,
      kind: one(['private', 'company', 'public_body', 'condominium', 'foreign'], pick(2, 5)),
      name,
      name_key: name,
      city: 'Udine',
      city_key: one(['udine', 'tolmezzo', 'forli'], pick(3, 3)),
      // As many as there are people: a few have the same one.
      tax_code: pick(4, 4) === 0 ? null : `RSSMRA${String(id >> 1).padStart(10, '0')}`,
      vat_number: pick(5, 3) === 0 ? null : String(id >> 1).padStart(11, '0'),
      codice_destinatario: '0000000',
      street: 'Via Roma',
      postcode: '33100',
      country: 'IT',
      language: 'it',
      payment_method: 'MP05',
      payment_days: 30,
      created_at: id,
      updated_at: id,
    };
  },
  contact: (id, pick) => ({
    id,
    customer_id: id >> 1,
    role: one(['billing', 'technical'], pick(1, 2)),
    email: `c${id}@example.it`,
  }),
  site: (id) => ({
    id,
    code: `S${id}`,
    name: `Sito ${id}`,
    parent_id: id < 40 ? null : id % 40,
    path: `/${id}/`,
  }),
  plan: (id, pick) => ({
    id,
    code: `P${id}`,
    name: `Piano ${id}`,
    kind: one(['internet', 'voip', 'rental', 'service'], pick(1, 4)),
    cadence: 'months:1',
    timing: 'advance',
    offset_days: 0,
    proration: 'calendar',
    first_period: 'alone',
    end_credit: 1,
    active: pick(2, 2),
  }),
  price_change: (id, pick) => ({
    id,
    plan_id: pick(1, 25) + 1,
    site_id: pick(2, 3) === 0 ? pick(3, 25) + 1 : null,
    price_e8: 2_000_000_000,
    vat_included: 1,
    effective_on: day(pick(4, 365)),
    notice_days: 30,
    reason: 'costi',
    state: one(['announced', 'done', 'cancelled'], pick(5, 3)),
    announced_on: day(pick(6, 365)),
    created_at: 0,
  }),
  price_change_contract: (id, pick) => ({
    id,
    // Unique together with the contract.
    change_id: (id % 25) + 1,
    contract_id: id,
    old_price_e8: 1_900_000_000,
    old_vat_included: 1,
    state: one(['announced', 'applied', 'withdrawn', 'left_out', 'skipped', 'cancelled'], pick(1, 6)),
    told_on: pick(2, 2) === 0 ? null : day(pick(3, 365)),
    updated_at: 0,
  }),
  plan_price: (id, pick) => ({
    plan_id: id,
    valid_from: day(pick(1, 300)),
    price_e8: 1,
    vat_included: 0,
    vat_rate: 2200,
  }),
  contract: (id, pick) => ({
    id,
    code: `K${id}`,
    issuer_id: 1,
    customer_id: 1 + (id >> 1),
    payer_id: 1 + (id >> 2),
    site_id: pick(1, 3) === 0 ? null : 1 + (id >> 3),
    state: one(
      ['draft', 'pending_activation', 'active', 'terminating', 'terminated', 'cancelled'],
      pick(2, 6),
    ),
    ends_on: pick(3, 2) === 0 ? null : day(pick(4, 400)),
    next_due: pick(5, 3) === 0 ? null : day(pick(6, 5)),
    attributes: '{}',
    created_at: id,
    updated_at: id,
  }),
  hold: (id, pick) => ({
    id,
    contract_id: 1 + (id >> 1),
    reason: 'Insoluto',
    origin: 'operator',
    from_date: day(pick(1, 20)),
    until_date: pick(2, 2) === 0 ? null : day(20 + pick(3, 400)),
    blocks_billing: pick(4, 2),
    access: one(['none', 'notice', 'throttle', 'walled_garden', 'cut'], pick(5, 5)),
    blocks_changes: pick(6, 2),
    release_policy: 'resume',
    decided_on: '2026-01-01',
    created_at: id,
  }),
  parked_contract: (id, pick) => ({
    contract_id: id,
    payer_id: 1 + (id >> 2),
    run_id: 1,
    code: one(['contract.no_price', 'invoice.too_high'], pick(1, 2)),
    field: 'items',
    message: 'x',
    since: id,
  }),
  document: (id, pick) => ({
    id,
    issuer_id: 1,
    customer_id: 1 + (id >> 3),
    kind: one(['invoice', 'credit_note'], pick(1, 2)),
    tipo_documento: 'TD01',
    state: 'issued',
    origin: one(['billing', 'import'], pick(2, 2)),
    series: one(['A', 'B', 'NC'], id),
    year: one([2025, 2026], pick(4, 2)),
    number: pick(5, 9) === 0 ? null : 1 + Math.floor(id / 3),
    revision: pick(6, 2),
    number_text: `${id}/A`,
    date: day(pick(7, 6)),
    due_date: pick(8, 3) === 0 ? null : day(pick(9, 6)),
    net: 100,
    vat: 22,
    rounding: 0,
    total: 122,
    payable: 122,
    stamp_duty: 0,
    issuer_snapshot: 'x',
    customer_snapshot: '{}',
    details: '{}',
    run_id: pick(10, 3),
    created_at: id,
  }),
  document_draft: (id, pick) => ({
    id,
    issuer_id: 1,
    customer_id: 1 + (id >> 3),
    state: one(['draft', 'issued', 'void'], pick(1, 3)),
    tipo_documento: 'TD01',
    body: '{}',
    total: 122,
    document_id: pick(2, 2) === 0 ? null : id,
    version: 1,
    created_at: id,
    created_by: 'anna',
    updated_at: pick(3, 900),
    updated_by: 'anna',
  }),
  charge: (id, pick) => ({
    id,
    charge_key: `k:${id}`,
    contract_id: 1 + (id >> 3),
    payer_id: 1 + (id >> 4),
    kind: one(['recurring', 'once'], pick(1, 2)),
    grid_end: pick(2, 3) === 0 ? null : day(pick(3, 20)),
    revision: 0,
    description: 'Internet',
    days: 30,
    quantity: 1,
    amount: 100,
    vat_included: pick(4, 2),
    vat_rate: 2200,
    explanation: '{}',
    document_id: pick(5, 2) === 0 ? null : 1 + (id >> 2),
    line_number: 1,
    created_at: id,
  }),
  open_item: (id, pick) => ({
    document_id: id,
    customer_id: 1 + (id >> 3),
    kind: one(['invoice', 'credit_note'], pick(1, 2)),
    date: '2026-01-01',
    due_date: day(pick(2, 6)),
    payable: 122,
    settled_before: 0,
    settled: 0,
    pending: 0,
    open_amount: 122,
    is_open: pick(3, 2),
  }),
  payment: (id, pick) => ({
    id,
    payment_key: `bank:${id}`,
    source: 'bank',
    customer_id: 1 + (id >> 3),
    kind: one(['payment', 'refund', 'return', 'reversal'], pick(1, 4)),
    side: 'credit',
    amount: 100,
    rest: 0,
    has_rest: pick(2, 2),
    method: one(['cash', 'pos', 'transfer', 'direct_debit', 'card', 'postal', 'other'], pick(3, 7)),
    state: one(['pending', 'provisional', 'settled', 'returned', 'reversed'], pick(4, 5)),
    state_on: '2026-01-01',
    received_on: day(pick(5, 6)),
    created_at: id,
  }),
  run: (id, pick) => ({
    id,
    kind: one(['billing', 'import', 'backup'], id),
    logical_date: day(id),
    state: one(['running', 'done', 'held', 'failed'], pick(1, 4)),
    started_at: id,
    lease_until: pick(2, 2) === 0 ? null : 1,
  }),
  notice: (id, pick) => ({
    id,
    notice_key: `core:${id}`,
    source: 'core',
    level: one(['info', 'warning', 'error'], pick(1, 3)),
    message_it: 'x',
    message_en: 'x',
    created_at: id,
    closed_at: pick(2, 2) === 0 ? null : id,
    seq: id,
  }),
  audit_log: (id, pick) => ({
    // Behind what there is already.
    id: 1_000_000 + id,
    at: 1000 + pick(1, 9),
    actor: one(['operator:a@example.it', 'system:billing'], pick(2, 2)),
    action: 'customer.update',
    entity: one(['customer', 'contract'], pick(3, 2)),
    entity_id: pick(4, 20),
  }),
  outbox: (id, pick) => ({
    id,
    delivery_key: `d:${id}`,
    event: 'document.issued',
    aggregate: `document:${id >> 2}`,
    subscriber: one(['messaging', 'sdi'], pick(1, 2)),
    payload: '{}',
    state: one(
      ['ready', 'leased', 'paused', 'dead', 'uncertain', 'done', 'dropped', 'discarded'],
      pick(2, 8),
    ),
    next_at: pick(3, 9),
    created_at: id,
  }),
};
