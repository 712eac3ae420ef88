import type { Types } from '../kernel/db/ddl.ts';
import { index, type Step } from './steps.ts';

/**
 * Indexes by which people's lists are read (`*.list.ts`). Each begins with what the list is filtered by and goes on in
 * the order that it is shown in; the key, with which each index ends by itself, is the last. A run writes none of
 * these but the documents' and the audit log's, at their ends.
 */
export const listIndexes = (t: Types): Step[] => [
  index(t, 'customer_name', 'customer (name_key)'),
  index(t, 'customer_kind', 'customer (kind, name_key)'),
  index(t, 'customer_city', 'customer (kind, city_key, name_key)'),
  index(t, 'site_parent', 'site (parent_id, code)'),
  index(t, 'plan_offered', 'plan (active, kind, code)'),
  // Not with next_due, which a run changes in every contract that it bills.
  index(t, 'contract_state', 'contract (state, code)'),
  index(t, 'hold_until', 'hold (until_date, access, from_date)'),
  index(t, 'parked_code', 'parked_contract (code)'),
  index(t, 'parked_payer', 'parked_contract (payer_id)'),
  index(t, 'document_kind', 'document (kind, origin, date)'),
  index(t, 'document_due', 'document (due_date)'),
  index(t, 'notice_open', 'notice (closed_at, level)'),
  index(t, 'audit_at', 'audit_log (at)'),
  index(t, 'audit_actor', 'audit_log (actor, at)'),
];
