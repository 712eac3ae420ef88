import { deepEqual, equal } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider } from '../../../../test/host/provider.ts';
import { FILE_KINDS } from './kinds.ts';
import { fileSource } from './source.ts';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../../examples/import/${name}`, import.meta.url));

const CUSTOMERS = [
  [2, 'tax_code', 'customer.tax_code_invalid'],
  [3, 'tax_code', 'customer.tax_code_missing'],
  [4, 'last_name', 'customer.last_name_missing'],
  [5, 'vat_number', 'customer.vat_number_invalid'],
  [6, 'vat_number', 'customer.vat_number_missing'],
  [7, 'codice_destinatario', 'customer.codice_destinatario_invalid'],
  [8, 'kind', 'customer.kind_unknown'],
  [9, 'postcode', 'customer.postcode_invalid'],
  [10, 'province', 'customer.province_invalid'],
  [11, 'email', 'customer.billing_email_invalid'],
  [12, 'payment_method', 'customer.payment_method_invalid'],
  [13, 'iban', 'customer.iban_invalid'],
  [14, 'first_name', 'customer.first_name_characters'],
  [15, 'vat_reference', 'customer.vat_reference_missing'],
  [16, 'row', 'import.too_many_cells'],
  [17, '', 'import.conflict'],
];
/** The first that is said of each row. */
const CONTRACTS = [
  [2, 'price', 'contract.price_missing'],
  [3, 'vat_rate', 'contract.vat_rate_missing'],
  [4, 'description', 'contract.description_characters'],
  [5, 'end_date', 'contract.end_date_before_start'],
  [6, 'customer', 'contract.customer_unknown'],
  [7, 'plan', 'contract.plan_unknown'],
  [8, 'site', 'contract.site_unknown'],
  [9, 'start_date', 'contract.start_date_date_invalid'],
  [10, 'price', 'contract.price_number_invalid'],
  [11, 'cadence', 'contract.cadence_unconfirmed'],
  [12, 'state_reason', 'contract.state_reason_missing'],
  [13, 'state', 'contract.state_unknown'],
  [14, 'row', 'import.together'],
  [15, 'valid_from', 'contract.valid_from_order'],
  [16, 'quantity', 'contract.quantity_invalid'],
  [17, 'billed_through', 'contract.billed_through_before_start'],
  [18, 'natura', 'contract.natura_missing'],
  [19, 'cadence', 'contract.cadence_unknown'],
  [20, 'code', 'contract.code_missing'],
];

eachDatabase((_name, open) => {
  it('each bad row of the example is refused with line, field and code, and nothing of it is stored', async () => {
    const p = await openProvider(open, { day: '2026-10-31' });
    await p.app.database.sql.run('DELETE FROM issuer');
    const issuer: unknown = JSON.parse(await readFile(example('issuer.json'), 'utf8'));
    await p.tx((tx) => p.app.issuers.set(tx, issuer, BY));
    for (const kind of FILE_KINDS.slice(0, 4))
      await p.app.importer.run(kind, fileSource(example(`${kind}.csv`)), { by: BY });
    for (const [kind, expected] of [
      ['customers', CUSTOMERS],
      ['contracts', CONTRACTS],
    ] as const) {
      const before = await p.number(`SELECT COUNT(*) AS n FROM ${kind.slice(0, -1)}`);
      const result = await p.app.importer.run(kind, fileSource(example(`bad/${kind}.csv`)), { by: BY });
      const firsts = new Map(result.refused.toReversed().map((r) => [r.line, r]));
      deepEqual(
        [...firsts.values()]
          .map((r) => [r.line, r.code === 'import.conflict' ? '' : r.field, r.code])
          .toSorted(([a], [b]) => Number(a) - Number(b)),
        expected,
      );
      deepEqual([result.rows, result.imported, result.unchanged], [expected.length, 0, 0]);
      equal(await p.number(`SELECT COUNT(*) AS n FROM ${kind.slice(0, -1)}`), before);
    }
  });
});
