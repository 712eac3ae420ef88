import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { promisify } from 'node:util';
import { clockOffset } from '@traliccio/core/src/kernel/clock.ts';
import { findProgram } from '../../scripts/tools.mjs';
import { eachDatabase, type OpenDatabase } from '../host/database.ts';
import { openServer, type TestServer } from '../host/http.ts';
import { BY, openProvider } from '../host/provider.ts';

const run = promisify(execFile);
const unzip = findProgram('unzip');

/** Three invoices of October, of which one is credited in part, served on the first of November. */
async function billedOctober(open: OpenDatabase): Promise<TestServer> {
  const place = await open();
  const p = await openProvider(async () => place, { day: '2026-10-05' });
  for (const [code, changes] of [
    ['C1', {}],
    ['C2', { firstName: '=SUM(A1)', lastName: 'Formula' }],
    ['C3', { kind: 'company', name: 'Ditta S.r.l.', vatNumber: '01234567897', taxCode: '01234567897' }],
  ] as const) {
    await p.customer(code, changes);
    await p.contract(`K-${code}`, { startOn: '2026-10-05', customer: code });
  }
  await p.bill();
  p.on('2026-10-20');
  const first = await p.app.documents.find('1/A');
  await p.app.documents.credit(
    { documentId: first.id, reason: 'Sconto', rebill: false, lines: [{ line: 1, amount: 1000 }] },
    BY,
  );
  return openServer(async () => place, { env: { clockOffset: clockOffset('2026-11-01')! } });
}

async function taken({ url, token }: TestServer, query: string): Promise<Buffer> {
  const response = await fetch(`${url}/api/plugins/accountant/package?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/zip');
  return Buffer.from(await response.arrayBuffer());
}

/** Its files by their paths, as another program unpacks them. */
async function unpacked(zip: Buffer): Promise<Map<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'traliccio-zip-'));
  after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'a.zip'), zip);
  await run(unzip!, ['-t', join(folder, 'a.zip')]);
  await run(unzip!, ['-q', join(folder, 'a.zip'), '-d', join(folder, 'out')]);
  const files = new Map<string, Buffer>();
  for (const one of await readdir(join(folder, 'out'), { recursive: true, withFileTypes: true }))
    if (one.isFile()) {
      const path = join(one.parentPath, one.name);
      files.set(path.slice(join(folder, 'out').length + 1), await readFile(path));
    }
  return files;
}

const OCTOBER = 'from=2026-10-01&to=2026-10-31';

eachDatabase((_name, open) => {
  it(
    'a month is packed with XML, PDF, register and index, the same bytes each time',
    { skip: unzip ? false : 'there is no unzip' },
    async () => {
      const s = await billedOctober(open);
      const zip = await taken(s, OCTOBER);
      assert.deepEqual(await taken(s, OCTOBER), zip);
      const files = await unpacked(zip);
      const paths = [...files.keys()];
      assert.equal(paths.filter((path) => /^xml\/IT\w+_\w{5}\.xml$/.test(path)).length, 4);
      assert.deepEqual(paths.filter((path) => path.startsWith('pdf/')).sort(), [
        'pdf/Fattura 1-A 2026-10-05.pdf',
        'pdf/Fattura 2-A 2026-10-05.pdf',
        'pdf/Fattura 3-A 2026-10-05.pdf',
        'pdf/Nota di credito 1-NC 2026-10-20.pdf',
      ]);

      const index = String(files.get('indice.csv')).trim().split('\r\n').slice(1);
      const hashes = new Map(index.map((line) => line.split(';').slice(0, 2) as [string, string]));
      assert.deepEqual(
        [...hashes.keys()].sort(),
        paths
          .filter((path) => path !== 'indice.csv')
          .map((path) => `"${path}"`)
          .sort(),
      );
      for (const [path, bytes] of files)
        if (path !== 'indice.csv')
          assert.equal(hashes.get(`"${path}"`), createHash('sha256').update(bytes).digest('hex'), path);

      const [number, artifact] = index
        .find((line) => line.startsWith('"xml/') && line.includes('"1/A"'))!
        .split(';')
        .toReversed();
      assert.deepEqual([number, artifact], ['36,60', '6,60']);
      const register = String(files.get('registro-iva-vendite.csv')).split('\r\n');
      assert.equal(
        register[1],
        '1;05/10/2026;"1/A";TD01;"Mario Rossi";"RSSMRA80A01H501U";22,00;;30,00;6,60;I;0,00;36,60',
      );
      assert.match(register[2]!, /;"'=SUM\(A1\) Formula";/);
      assert.match(register[4]!, /^1;20\/10\/2026;"1\/NC";TD04;.*;-10,00;-2,20;I;0,00;-12,20$/);
      assert.deepEqual(register.slice(6, 8), [';;;;"Totali per aliquota";', ';;;;;;22,00;;80,00;17,60;I;;']);
      const summary = String(files.get('completezza.txt'));
      assert.match(summary, /3 fatture, 1 note di credito\./);
      assert.match(summary, /Numeri mancanti: nessuno\.\r\nDocumenti senza XML: nessuno\./);
      assert.equal(files.get('registro-iva-vendite.xlsx')!.subarray(0, 2).toString(), 'PK');
    },
  );

  it('a filter leaves documents out, and no number is missing for it', async () => {
    const s = await billedOctober(open);
    const ask = (path: string) => s.ask('GET', `/api/plugins/accountant/${path}`);
    const whole = (await ask(`completeness?${OCTOBER}`)).json;
    assert.deepEqual(whole, {
      invoices: 3,
      creditNotes: 1,
      net: 8000,
      vat: 1760,
      total: 9760,
      gaps: [],
      withoutXml: [],
    });
    assert.deepEqual((await ask(`completeness?${OCTOBER}&customerKind=company`)).json, whole);
    assert.equal((await ask('completeness?from=2026-10-06&to=2026-10-31')).json.creditNotes, 1);
    const companies = await taken(s, `${OCTOBER}&customerKind=company&pdf=false`);
    const notes = await taken(s, `${OCTOBER}&kind=credit_note&pdf=false`);
    for (const [zip, path] of [
      [companies, 'xml/'],
      [notes, 'xml/'],
    ] as const)
      // Each entry is named where it is and in the directory.
      assert.equal(zip.toString('latin1').split(path).length - 1, 2);
    for (const [query, code] of [
      ['from=2026-10-02&to=2026-10-01', 'accountant.period_reversed'],
      ['from=2025-10-01&to=2026-10-01', 'accountant.period_long'],
    ] as const)
      for (const path of ['completeness', 'package']) {
        const { json } = await ask(`${path}?${query}`);
        assert.deepEqual([json.code, json.field], [code, 'to']);
      }
    assert.equal((await ask('package?from=2026-10-01')).status, 400);
    const other = await s.tokenFor('documents.read');
    const refused = await s.ask('GET', `/api/plugins/accountant/package?${OCTOBER}`, { token: other });
    assert.equal(refused.status, 403);
  });
});
