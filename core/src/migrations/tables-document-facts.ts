import type { Types } from '../kernel/db/ddl.ts';
import { column, type Step } from './steps.ts';

/** What decides what documents say: of a customer, and of the issuer. */
export const documentFactTables = (t: Types): Step[] => [
  column('customer', 'withholding', `${t.bool} NOT NULL DEFAULT 0`),
  column('customer', 'intent_protocol', t.code(24)),
  column('customer', 'intent_received_on', t.date),
  column('customer', 'intent_valid_from', t.date),
  column('customer', 'intent_valid_to', t.date),
  column('customer', 'intent_ceiling', t.int),
  column('issuer', 'public_body_series', t.code(8)),
  column('issuer', 'recharge_stamp_duty', `${t.bool} NOT NULL DEFAULT 0`),
];
