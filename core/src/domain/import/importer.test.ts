import { deepEqual, equal, rejects } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { eachDatabase, type OpenDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';
import type { FileKindName } from './kinds.ts';
import type { ImportResult } from './result.ts';
import { fileSource } from './source.ts';

const folder = await mkdtemp(join(tmpdir(), 'traliccio-importer-'));
after(() => rm(folder, { recursive: true, force: true }));

async function load(p: Provider, kind: FileKindName, content: string, dryRun = false): Promise<ImportResult> {
  const path = join(folder, `${kind}.csv`);
  await writeFile(path, content);
  return p.app.importer.run(kind, fileSource(path), { by: BY, dryRun });
}
const refusals = (result: ImportResult): [number, string, string][] =>
  result.refused.map((r) => [r.line, r.field, r.code]);

const PLANS = `code;name;kind;valid_from;price;vat_rate;vat_included;cadence
CASA;Internet Casa;internet;2026-01-01;19,90;22;si;
CASA;Internet Casa;internet;2026-07-01;21,90;22;si;
TRE;Internet tre mesi;internet;2027-01-01;60;22;no;months:3
`;
const HEAD =
  'code;customer;start_date;state;state_reason;state_from;item;plan;price;vat_rate;description;cadence;valid_from;billed_through\n';

/** A provider with a customer and plans. */
async function provider(open: OpenDatabase): Promise<Provider> {
  const p = await openProvider(open, { day: '2026-10-31' });
  await p.customer('C1');
  await load(p, 'plans', PLANS);
  return p;
}

eachDatabase((_name, open) => {
  describe('an import of contracts', () => {
    it('refuses each bad row for its reason, and keeps the others', async () => {
      const p = await provider(open);
      const result = await load(
        p,
        'contracts',
        `${HEAD}OK1;C1;2026-01-01;;;;;CASA;;;;;;
K2;C9;2026-01-01;;;;;CASA;;;;;;
K3;C1;2026-01-01;;;;;GONE;;;;;;
K4;C1;2026-01-01;;;;;TRE;;;;;;
K5;C1;2026-01-01;;;;;;;22;Internet;;;
K6;C1;2026-01-01;;;;;;30;;Internet;;;
K7;C1;2026-01-01;;;;;;30;0;Internet;;;
K8;C1;2026-01-01;;;;;CASA;;;Internet 山;;;
K9;C1;2026-01-01;;;;;CASA;;;;days:28;;
K10;C1;2026-01-01;;;;;CASA;;;;moons:1;;
K11;C1;2026-01-01;;;;;CASA;;;;;;2025-01-01
K12;C1;2026-01-01;;;;;CASA;;;;;;
K12;;;;;;voce;;;;;;;
OK2;C1;2026-01-01;;;;;;30;22;Internet;;;
`,
      );
      deepEqual(refusals(result), [
        [3, 'customer', 'contract.customer_unknown'],
        [4, 'plan', 'contract.plan_unknown'],
        [5, 'price', 'contract.price_missing'],
        [6, 'price', 'contract.price_missing'],
        [7, 'vat_rate', 'contract.vat_rate_missing'],
        [8, 'natura', 'contract.natura_missing'],
        [8, 'vat_reference', 'contract.vat_reference_missing'],
        [9, 'description', 'contract.description_characters'],
        [10, 'cadence', 'contract.cadence_unconfirmed'],
        [11, 'cadence', 'contract.cadence_unknown'],
        [12, 'billed_through', 'contract.billed_through_before_start'],
        [13, 'row', 'import.together'],
        [14, 'description', 'contract.description_missing'],
        [14, 'price', 'contract.price_missing'],
      ]);
      deepEqual([result.rows, result.imported], [14, 2]);
      deepEqual(await p.rows('SELECT code FROM contract ORDER BY code'), [{ code: 'OK1' }, { code: 'OK2' }]);
    });

    it('fixes the price that the plan had, and what a run must first look at', async () => {
      const p = await provider(open);
      await load(
        p,
        'contracts',
        `${HEAD}K1;C1;2026-03-10;;;;;CASA;;;;;;2026-10-31
K1;;;;;;;CASA;;;;;2026-12-01;
`,
      );
      deepEqual(
        (
          await p.rows(
            'SELECT valid_from, valid_to, price_e8, billed_to, starts_item FROM contract_item_version ORDER BY id',
          )
        ).map((v) => Object.values(v)),
        [
          ['2026-03-10', '2026-12-01', 1_990_000_000, '2026-11-01', 1],
          ['2026-12-01', null, 2_190_000_000, null, 0],
        ],
      );
      deepEqual(await p.rows('SELECT state, next_due, billed_through FROM contract'), [
        { state: 'active', next_due: '2026-11-01', billed_through: '2026-10-31' },
      ]);
    });

    it('makes holds of what is pending or suspended, decided on when they began', async () => {
      const p = await provider(open);
      await load(
        p,
        'contracts',
        `${HEAD}K1;C1;2026-01-01;pending;moroso;2026-10-05;;CASA;;;;;;2026-10-31
K2;C1;2026-01-01;suspended;ferie;2026-09-01;;CASA;;;;;;2026-08-31
`,
      );
      deepEqual(
        (
          await p.rows(
            'SELECT reason, from_date, until_date, blocks_billing, access, decided_on FROM hold ORDER BY id',
          )
        ).map((h) => Object.values(h)),
        [
          ['moroso', '2026-10-05', null, 1, 'none', '2026-10-05'],
          ['ferie', '2026-09-01', null, 1, 'cut', '2026-09-01'],
        ],
      );
    });

    it('names the columns in which one that is there differs, and leaves it as it is', async () => {
      const p = await provider(open);
      const row = (values: string) => `${HEAD}K1;C1;2026-01-01;${values};;;;;\n`;
      await load(p, 'contracts', row(';;;;CASA;'));
      equal((await load(p, 'contracts', row(';;;;CASA;'))).unchanged, 1);
      deepEqual(refusals(await load(p, 'contracts', row(';;;;CASA;15'))), [[2, 'price', 'import.conflict']]);
      deepEqual(refusals(await load(p, 'contracts', row('pending;moroso;2026-10-01;;CASA;'))), [
        [2, 'state', 'import.conflict'],
      ]);
      deepEqual(
        refusals(
          await load(p, 'contracts', `${HEAD}K1;C1;2026-01-01;;;;;CASA;;;;;;\nK1;;;;;;voce;CASA;;;;;;\n`),
        ),
        [
          [2, 'item', 'import.conflict'],
          [3, 'row', 'import.together'],
        ],
      );
    });

    it('of one that was changed here meanwhile changes nothing', async () => {
      const p = await provider(open);
      const file = `${HEAD}K1;C1;2026-01-01;;;;;CASA;;;;;;2026-10-31\n`;
      await load(p, 'contracts', file);
      await p.tx((tx) => p.app.contracts.end(tx, { contract: { code: 'K1' }, lastDay: '2026-11-30' }, BY));
      equal((await load(p, 'contracts', file)).unchanged, 1);
      deepEqual(await p.rows('SELECT state FROM contract'), [{ state: 'terminating' }]);
    });
  });

  it('sites hang on what stands further up; a dry run knows that too, and writes nothing', async () => {
    const p = await openProvider(open, { day: '2026-10-31' });
    const file = 'code;name;parent;latitude\nA;Torre;;46,123\nB;Malga;A;46.5\nC;Casera;X;91\nD;Casera;X;\n';
    const wrong: [number, string, string][] = [
      [4, 'latitude', 'site.latitude_invalid'],
      [5, 'parent', 'site.not_found'],
    ];
    const dry = await load(p, 'sites', file, true);
    deepEqual([dry.imported, refusals(dry)], [2, wrong]);
    equal(await p.number('SELECT COUNT(*) FROM site'), 0);
    deepEqual(refusals(await load(p, 'sites', file)), wrong);
    equal(await p.number('SELECT COUNT(*) FROM site'), 2);
  });

  it('a plan without VAT is refused, a price of a later date added, another for the same date a conflict', async () => {
    const p = await provider(open);
    const head = 'code;name;kind;valid_from;price;vat_rate;vat_included\n';
    const result = await load(
      p,
      'plans',
      `${head}X;Senza IVA;internet;2026-01-01;10;;\nCASA;Internet Casa;internet;2027-01-01;22,90;22;si\nCASA;Internet Casa;internet;2026-07-01;22,90;22;si\n`,
    );
    deepEqual(refusals(result), [
      [2, 'vat_rate', 'plan.vat_rate_missing'],
      [4, 'price', 'import.conflict'],
    ]);
    equal(await p.number('SELECT COUNT(*) FROM plan_price'), 4);
  });

  it('a customer twice in a file is one when the rows are the same', async () => {
    const p = await openProvider(open, { day: '2026-10-31' });
    const head = 'code;kind;name;vat_number;street;postcode;city;province\n';
    const row = 'C1;company;Malga Srl;01234567897;Via Roma;33010;Tavagnacco;UD\n';
    const result = await load(p, 'customers', head + row + row + row.replace('Roma', 'Udine'));
    deepEqual(
      [result.imported, result.unchanged, refusals(result)],
      [1, 1, [[4, 'code', 'import.repeated']]],
    );
  });

  it('a document whose number the series gives here is refused', async () => {
    const p = await provider(open);
    await p.contract('K1', { startOn: '2026-10-31' });
    await p.bill();
    const head = 'document;series;number;date;customer;description;amount;vat_rate\n';
    const result = await load(
      p,
      'documents',
      `${head}9/B;B;9;2026-10-01;C1;Internet;10;22\n7/A;A;7;2026-10-01;C1;Internet;10;22\n`,
    );
    deepEqual([result.imported, refusals(result)], [1, [[3, 'number', 'document.number_taken']]]);
  });

  it('a file whose columns are wrong is refused as a whole, saying which', async () => {
    const p = await openProvider(open, { day: '2026-10-31' });
    const refused = (content: string, expected: object) => rejects(load(p, 'customers', content), expected);
    await refused('nome;cognome\nMario;Rossi\n', { code: 'import.header' });
    await refused('code;name\nC1;Rossi\n', {
      code: 'import.column_missing',
      field: 'kind, street, postcode, city',
    });
    await refused('code;kind;street;postcode;city;colour\n', {
      code: 'import.column_unknown',
      field: 'colour',
    });
    await refused('code;kind;street;postcode;city;city\n', { code: 'import.column_twice' });
  });

  it('more rows than a page holds go in page by page', async () => {
    const p = await openProvider(open, { day: '2026-10-31' });
    const rows = Array.from(
      { length: 1203 },
      (_, i) => `C${i};company;Ditta ${i};01234567897;Via Roma;33010;Tavagnacco;UD\n`,
    );
    const file = `code;kind;name;vat_number;street;postcode;city;province\n${rows.join('')}`;
    equal((await load(p, 'customers', file)).imported, 1203);
    equal((await load(p, 'customers', file)).unchanged, 1203);
    equal(await p.number("SELECT COUNT(*) FROM audit_log WHERE action = 'import.customers'"), 3);
  });
});
