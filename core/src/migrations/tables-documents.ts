import type { Types } from '../kernel/db/ddl.ts';
import { index, refuse, table, type Step } from './steps.ts';

/** Series, counters, documents with lines, VAT summary and artifacts. */
export const documentTables = (t: Types): Step[] => [
  table(
    t,
    'series',
    `issuer_id ${t.int} NOT NULL,
     code ${t.code(8)} NOT NULL,
     year ${t.int} NOT NULL,
     first_number ${t.int} NOT NULL,
     last_number ${t.int} NOT NULL,
     last_date ${t.date},
     chain_length ${t.int} NOT NULL DEFAULT 0,
     chain_head ${t.code(64)} NOT NULL,
     PRIMARY KEY (issuer_id, code, year)`,
  ),
  table(
    t,
    'counter',
    `issuer_id ${t.int} NOT NULL,
     name ${t.code(40)} NOT NULL,
     last_value ${t.int} NOT NULL,
     PRIMARY KEY (issuer_id, name)`,
  ),
  // An issuer changes seldom: documents point at what it was, kept once.
  table(t, 'snapshot', `sha256 ${t.code(64)} NOT NULL PRIMARY KEY, content ${t.long} NOT NULL`),
  table(
    t,
    'document',
    `id ${t.int} NOT NULL PRIMARY KEY,
     issuer_id ${t.int} NOT NULL,
     customer_id ${t.int} NOT NULL,
     kind ${t.code(12)} NOT NULL,
     tipo_documento ${t.code(4)} NOT NULL,
     state ${t.code(8)} NOT NULL,
     origin ${t.code(8)} NOT NULL,
     series ${t.code(8)} NOT NULL,
     year ${t.int} NOT NULL,
     number ${t.int},
     revision ${t.int} NOT NULL,
     number_text ${t.text(20)},
     date ${t.date} NOT NULL,
     due_date ${t.date},
     net ${t.int} NOT NULL,
     vat ${t.int} NOT NULL,
     rounding ${t.int} NOT NULL,
     total ${t.int} NOT NULL,
     payable ${t.int} NOT NULL,
     stamp_duty ${t.int} NOT NULL,
     issuer_snapshot ${t.code(64)} NOT NULL,
     customer_snapshot ${t.long} NOT NULL,
     details ${t.long} NOT NULL,
     credits_document_id ${t.int},
     run_id ${t.int},
     chain_index ${t.int},
     chain_hash ${t.code(64)},
     created_at ${t.int} NOT NULL,
     issued_at ${t.int}`,
  ),
  index(t, 'document_number', 'document (series, year, number, revision, issuer_id)', true),
  // Somebody on the telephone says the number, and seldom of which series and year.
  index(t, 'document_by_number', 'document (number)'),
  index(t, 'document_customer', 'document (customer_id, date)'),
  index(t, 'document_date', 'document (date, id)'),
  index(t, 'document_run', 'document (run_id)'),
  index(t, 'document_credits', 'document (credits_document_id)'),
  table(
    t,
    'document_line',
    `document_id ${t.int} NOT NULL,
     number ${t.int} NOT NULL,
     contract_id ${t.int},
     contract_code ${t.code(40)},
     description ${t.text(1000)} NOT NULL,
     quantity ${t.int} NOT NULL,
     unit ${t.text(10)},
     unit_price_e8 ${t.int} NOT NULL,
     total_e8 ${t.int} NOT NULL,
     amount ${t.int} NOT NULL,
     vat_included ${t.bool} NOT NULL,
     vat_rate ${t.int} NOT NULL,
     natura ${t.code(4)},
     period_from ${t.date},
     period_to ${t.date},
     credits_line ${t.int},
     PRIMARY KEY (document_id, number)`,
  ),
  table(
    t,
    'document_vat',
    `document_id ${t.int} NOT NULL,
     number ${t.int} NOT NULL,
     vat_rate ${t.int} NOT NULL,
     natura ${t.code(4)},
     esigibilita ${t.code(1)},
     base ${t.int} NOT NULL,
     vat ${t.int} NOT NULL,
     rounding_e8 ${t.int} NOT NULL,
     reference ${t.text(100)},
     PRIMARY KEY (document_id, number)`,
  ),
  table(
    t,
    'artifact',
    `document_id ${t.int} NOT NULL,
     kind ${t.code(20)} NOT NULL,
     file_name ${t.text(100)} NOT NULL,
     media_type ${t.code(80)} NOT NULL,
     packing ${t.code(16)} NOT NULL,
     size ${t.int} NOT NULL,
     sha256 ${t.code(64)} NOT NULL,
     bytes ${t.blob} NOT NULL,
     PRIMARY KEY (document_id, kind)`,
  ),
  index(t, 'artifact_file', 'artifact (file_name)'),
];

/**
 * What has been issued or charged is never changed again: refused here too, so that no code, plugin or console can.
 * A draft may change; becoming issued is the last change of a document.
 */
export const immutability = (t: Types): Step[] => [
  refuse(t, 'document', 'UPDATE', "OLD.state = 'issued'", 'an issued document never changes'),
  refuse(t, 'document', 'DELETE', "OLD.state = 'issued'", 'an issued document is never deleted'),
  refuse(t, 'snapshot', 'UPDATE', '1 = 1', 'a snapshot never changes'),
  refuse(t, 'snapshot', 'DELETE', '1 = 1', 'a snapshot is never deleted'),
  ...['document_line', 'document_vat', 'artifact'].flatMap((name) =>
    (['UPDATE', 'DELETE'] as const).map((action) =>
      refuse(t, name, action, issuedParent, 'an issued document never changes'),
    ),
  ),
  refuse(t, 'charge', 'DELETE', '1 = 1', 'a charge is never deleted'),
  refuse(t, 'charge', 'UPDATE', changedCharge(t), 'a charge never changes'),
  refuse(t, 'audit_log', 'UPDATE', '1 = 1', 'the audit log is only appended to'),
  refuse(t, 'audit_log', 'DELETE', '1 = 1', 'the audit log is only appended to'),
];

const issuedParent = "EXISTS (SELECT 1 FROM document d WHERE d.id = OLD.document_id AND d.state = 'issued')";

/** A charge goes onto one document line, once; nothing else of it moves. */
function changedCharge(t: Types): string {
  const same = t.dialect === 'sqlite' ? 'IS' : '<=>';
  const fixed = [
    'charge_key',
    'contract_id',
    'kind',
    'item_version_id',
    'grid_start',
    'amount',
    'days',
    'vat_rate',
    'vat_included',
  ];
  return `(OLD.document_id IS NOT NULL AND NOT (OLD.document_id ${same} NEW.document_id)) OR ${fixed.map((c) => `NOT (OLD.${c} ${same} NEW.${c})`).join(' OR ')}`;
}
