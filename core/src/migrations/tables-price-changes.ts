import type { Types } from '../kernel/db/ddl.ts';
import { index, table, type Step } from './steps.ts';

/** Contracts that customers withdrew from, and price changes of many contracts. */
export const priceChangeTables = (t: Types): Step[] => [
  table(
    t,
    'contract_withdrawal',
    `contract_id ${t.int} NOT NULL PRIMARY KEY,
     withdrew_on ${t.date} NOT NULL,
     created_at ${t.int} NOT NULL`,
  ),
  table(
    t,
    'price_change',
    `id ${t.id},
     plan_id ${t.int} NOT NULL,
     site_id ${t.int},
     only_price_e8 ${t.int},
     price_e8 ${t.int} NOT NULL,
     vat_included ${t.bool} NOT NULL,
     effective_on ${t.date} NOT NULL,
     notice_days ${t.int} NOT NULL,
     reason ${t.text(200)} NOT NULL,
     state ${t.code(12)} NOT NULL,
     announced_on ${t.date} NOT NULL,
     created_at ${t.int} NOT NULL`,
  ),
  index(t, 'price_change_due', 'price_change (state, effective_on)'),
  table(
    t,
    'price_change_contract',
    `id ${t.id},
     change_id ${t.int} NOT NULL,
     contract_id ${t.int} NOT NULL,
     old_price_e8 ${t.int} NOT NULL,
     old_vat_included ${t.bool} NOT NULL,
     state ${t.code(12)} NOT NULL,
     told_on ${t.date},
     told_how ${t.code(12)},
     withdrew_on ${t.date},
     reason ${t.text(300)},
     updated_at ${t.int} NOT NULL`,
  ),
  // One row per contract and change, whatever is repeated.
  index(t, 'price_change_once', 'price_change_contract (change_id, contract_id)', true),
  index(t, 'price_change_state', 'price_change_contract (change_id, state)'),
  index(t, 'price_change_contract_of', 'price_change_contract (contract_id)'),
];
