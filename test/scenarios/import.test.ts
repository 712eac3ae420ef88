import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FILE_KINDS } from '@traliccio/core/src/domain/import/kinds.ts';
import { fileSource } from '@traliccio/core/src/domain/import/source.ts';
import { eachDatabase } from '../host/database.ts';
import { BY, openProvider, type Provider } from '../host/provider.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/import/', import.meta.url));
const CUSTOMERS = 'code;kind;first_name;last_name;tax_code;street;postcode;city;province\n';
const MARIO = 'C1;private;Mario;Rossi;RSSMRA80A01H501U;Via Roma;33010;Tavagnacco;UD\n';
const CONTRACTS = 'code;customer;start_date;description;price;vat_rate;billed_through\n';

eachDatabase((_name, open) => {
  describe('an import', () => {
    const text = async (content: string | Buffer): Promise<string> => {
      const folder = await mkdtemp(join(tmpdir(), 'traliccio-import-'));
      after(() => rm(folder, { recursive: true, force: true }));
      await writeFile(join(folder, 'file.csv'), content);
      return join(folder, 'file.csv');
    };
    const run = async (
      p: Provider,
      kind: 'customers' | 'contracts' | 'documents',
      content: string | Buffer,
      dryRun = false,
    ): ReturnType<Provider['app']['importer']['run']> =>
      p.app.importer.run(kind, fileSource(await text(content)), { by: BY, dryRun });

    it('takes over the example provider, and bills nothing that the other system has billed', async () => {
      const p = await openProvider(open, { day: '2026-10-31' });
      await p.app.database.sql.run('DELETE FROM series');
      await p.app.database.sql.run('DELETE FROM issuer');
      const issuer: unknown = JSON.parse(await readFile(join(EXAMPLE, 'issuer.json'), 'utf8'));
      await p.tx((t) => p.app.issuers.set(t, issuer, BY));
      for (const kind of FILE_KINDS) {
        const first = await p.app.importer.run(kind, fileSource(join(EXAMPLE, `${kind}.csv`)), { by: BY });
        assert.deepEqual([first.refused, first.imported], [[], first.rows], kind);
        const again = await p.app.importer.run(kind, fileSource(join(EXAMPLE, `${kind}.csv`)), { by: BY });
        assert.deepEqual(
          [again.refused, again.imported, again.unchanged],
          [[], 0, again.rows],
          `${kind} again`,
        );
      }
      p.on('2026-11-24');
      const result = await p.bill();
      assert.ok(result.documents > 50, `${result.documents} documents`);
      const [a] = result.series.filter((s) => s.series === 'A');
      assert.equal(a?.from, 1204, 'numbers go on where the other system stopped');
      assert.equal(
        await p.number("SELECT COUNT(*) AS n FROM document WHERE series = 'A' AND origin = 'billing'"),
        (a?.to ?? 0) - 1203,
      );
      const early = await p.rows(
        'SELECT c.charge_key FROM charge c JOIN contract_item_version v ON v.id = c.item_version_id WHERE v.billed_to IS NOT NULL AND c.amount > 0 AND c.period_from < v.billed_to',
      );
      assert.deepEqual(early, []);
    });

    it('refuses bad rows with line, field and code, and imports the good ones', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      const customers = await run(
        p,
        'customers',
        `${CUSTOMERS}${MARIO}C2;private;Anna;Bianchi;RSSMRA80A01H501X;Via Roma;33010;Udine;UD\nC3;alien;X;Y;;Via;33010;Udine;UD\n`,
      );
      assert.deepEqual(
        customers.refused.map((r) => [r.line, r.field]),
        [
          [3, 'tax_code'],
          [4, 'kind'],
        ],
      );
      assert.equal(customers.imported, 1);
      const contracts = await run(
        p,
        'contracts',
        `${CONTRACTS}K1;C1;2026-03-01;Internet;30,00;22;\nK2;C1;2026-03-01;Internet;;22;\nK3;C1;2026-03-01;Internet;30;;\nK4;C9;2026-03-01;Internet;30;22;\nK5;C1;2026-03-01;漢字;30;22;\n`,
      );
      assert.deepEqual(
        contracts.refused.map((r) => [r.line, r.field]),
        [
          [3, 'price'],
          [4, 'vat_rate'],
          [5, 'customer'],
          [6, 'description'],
        ],
      );
      assert.equal((await p.bill()).documents, 1);
      const late = await run(
        p,
        'documents',
        'document;series;number;date;customer;description;amount;vat_rate\n9/A;A;9;2026-03-02;C1;x;10;22\n',
      );
      assert.deepEqual(
        late.refused.map((r) => r.code),
        ['document.date_future'],
      );
    });

    it('refuses a second import with other values, and keeps what is there', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      await run(p, 'customers', CUSTOMERS + MARIO);
      const other = await run(p, 'customers', CUSTOMERS + MARIO.replace('Via Roma', 'Via Udine'));
      assert.deepEqual(
        other.refused.map((r) => [r.code, r.field]),
        [['import.conflict', 'street']],
      );
      assert.deepEqual(await p.rows('SELECT street FROM customer'), [{ street: 'Via Roma' }]);
    });

    it('reads commas and Latin-1, and writes nothing in a dry run', async () => {
      const p = await openProvider(open, { day: '2026-03-01' });
      const latin = Buffer.from(
        (CUSTOMERS + MARIO.replace('Via Roma', 'Via Niccolò')).replaceAll(';', ','),
        'latin1',
      );
      assert.equal((await run(p, 'customers', latin, true)).imported, 1);
      assert.equal(await p.number('SELECT COUNT(*) AS n FROM customer'), 0);
      await run(p, 'customers', latin);
      assert.deepEqual(await p.rows('SELECT street FROM customer'), [{ street: 'Via Niccolò' }]);
    });
  });
});
