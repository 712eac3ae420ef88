import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Value } from 'typebox/value';
import { eachDatabase } from '../../../../test/host/database.ts';
import { type Answered, openServer, type TestServer } from '../../../../test/host/http.ts';
import { openProvider } from '../../../../test/host/provider.ts';
import { ImportAnswer, MOST_REFUSALS } from './import.schema.ts';

const EXAMPLE = fileURLToPath(new URL('../../../../examples/import/', import.meta.url));
const CSV = { 'content-type': 'text/csv' };
const HEAD = 'code;kind;first_name;last_name;tax_code;street;postcode;city;province\n';
const row = (code: string, taxCode = 'RSSMRA80A01H501U'): string =>
  `${code};private;Mario;Rossi;${taxCode};Via Roma;33010;Tavagnacco;UD\n`;

const send = (
  s: TestServer,
  kind: string,
  body: string,
  headers: Record<string, string> = CSV,
): Promise<Answered> => s.ask('POST', `/api/imports/${kind}`, { body, headers });

eachDatabase((name, open) => {
  it('files are imported over HTTP as they are on the command line, tried out first if one likes', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-10-31' });
    await p.app.database.sql.run('DELETE FROM series');
    await p.app.database.sql.run('DELETE FROM issuer');
    const issuer: unknown = JSON.parse(await readFile(`${EXAMPLE}issuer.json`, 'utf8'));
    await p.tx((tx) => p.app.issuers.set(tx, issuer, { kind: 'operator', name: 'test' }));
    const s = await openServer(async () => place);
    const fileOf = (kind: string): Promise<string> => readFile(`${EXAMPLE}${kind}.csv`, 'utf8');
    const imported = { refused: [], refusedRows: 0, unchanged: 0 };
    const sites = await send(s, 'sites', await fileOf('sites'));
    assert.deepEqual(
      sites.json,
      { ...imported, rows: sites.json.rows, imported: sites.json.rows },
      sites.text,
    );
    const file = await fileOf('customers');
    const tried = await send(s, 'customers?dryRun=true', file);
    assert.ok(Value.Check(ImportAnswer, tried.json), tried.text);
    assert.equal(await p.number('SELECT COUNT(*) FROM customer'), 0);
    const { json } = await send(s, 'customers', file);
    assert.deepEqual(json, { ...imported, rows: json.rows, imported: json.rows });
    assert.deepEqual(json, tried.json);
    const again = (await send(s, 'customers', file, { 'content-type': 'application/octet-stream' })).json;
    assert.deepEqual(again, { ...imported, rows: json.rows, imported: 0, unchanged: json.rows });
    const [{ actor } = {}] = await p.rows(
      "SELECT DISTINCT actor FROM audit_log WHERE action LIKE 'import.%'",
    );
    assert.equal(actor, 'operator:operator1@example.it');
  });

  it('bad rows are told about, up to so many, and good ones are stored', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-10-31' });
    const s = await openServer(async () => place);
    const bad = Array.from({ length: MOST_REFUSALS + 500 }, (_, i) => row(`B${i}`, 'NO')).join('');
    const { json } = await send(s, 'customers', HEAD + row('G1') + bad + row('G2'));
    assert.deepEqual(
      [json.rows, json.imported, json.refusedRows, json.refused.length],
      [MOST_REFUSALS + 502, 2, MOST_REFUSALS + 500, MOST_REFUSALS],
    );
    assert.deepEqual(Object.keys(json.refused[0]), ['line', 'field', 'code', 'message']);
    assert.deepEqual([json.refused[0].line, json.refused[0].code], [3, 'customer.tax_code_invalid']);
    assert.equal(await p.number('SELECT COUNT(*) FROM customer'), 2);
  });

  // What follows is refused before a database has a say in it.
  if (name !== 'SQLite') return;

  it('a file of this machine is never read because a row names it', async () => {
    const place = await open();
    const p = await openProvider(async () => place, { day: '2026-10-31' });
    await p.customer('C1');
    const s = await openServer(async () => place);
    for (const file of ['/etc/hostname', '../../etc/hostname', 'package.json'])
      assert.deepEqual(
        (
          await send(
            s,
            'documents',
            `document;series;number;date;kind;customer;due_date;open_amount;description;amount;vat_rate;xml_file\n7/B;B;7;2026-01-10;invoice;C1;;;Canone;10;22;${file}\n`,
          )
        ).json.refused.map((one: { code: string }) => one.code),
        ['document.xml_file_unreadable'],
        file,
      );
    assert.equal(await p.number('SELECT COUNT(*) FROM document'), 0);
  });

  it('what is no CSV file, or is sent by whoever may not, is refused', async () => {
    const s = await openServer(open);
    const good = HEAD + row('C1');
    const cases: [
      what: string,
      kind: string,
      body: string,
      headers: Record<string, string>,
      status: number,
    ][] = [
      ['no kind', 'things', good, CSV, 400],
      ['a kind of the prototype', '__proto__', good, CSV, 400],
      ['nothing', 'customers', '', CSV, 422],
      ['binary data', 'customers', 'a\u0000b', CSV, 422],
      ['another file', 'customers', 'x;y\n1;2\n', CSV, 422],
      ['a parameter that is none', 'customers?dryRun=maybe', good, CSV, 400],
      ['a parameter that is unknown', 'customers?dry=true', good, CSV, 400],
      ['JSON', 'customers', '{}', { 'content-type': 'application/json' }, 415],
      ['a form', 'customers', good, { 'content-type': 'multipart/form-data; boundary=x' }, 415],
      ['text', 'customers', good, { 'content-type': 'text/plain' }, 415],
      ['more than 20 MB', 'customers', 'x'.repeat(21 * 1024 * 1024), CSV, 413],
    ];
    for (const [what, kind, body, headers, status] of cases) {
      const { status: got, text } = await send(s, kind, body, headers);
      assert.equal(got, status, `${what}: ${text.slice(0, 300)}`);
      assert.doesNotMatch(text, /\/tmp|\/work|node_modules/, what);
    }
    const other = await s.tokenFor('customers.write');
    const options = { body: good, headers: CSV };
    assert.equal((await s.ask('POST', '/api/imports/customers', { ...options, token: other })).status, 403);
    assert.equal((await s.ask('POST', '/api/imports/customers', { ...options, token: null })).status, 401);
  });
});
