import { deepEqual, equal, rejects } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { type BrokenRow, type CsvRow, openCsv } from './csv-file.ts';
import { fileSource } from './source.ts';

const folder = await mkdtemp(join(tmpdir(), 'traliccio-csv-'));
after(() => rm(folder, { recursive: true, force: true }));

async function rowsOf(content: string | Uint8Array): Promise<(CsvRow | BrokenRow)[]> {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  const rows: (CsvRow | BrokenRow)[] = [];
  for await (const row of (await openCsv(fileSource(path))).rows) rows.push(row);
  return rows;
}
const cellsOf = async (content: string | Uint8Array): Promise<(readonly string[])[]> =>
  (await rowsOf(content)).map((row) => ('cells' in row ? row.cells : [row.broken]));

const SPREADSHEETS: [what: string, content: string | Uint8Array][] = [
  ['semicolons', 'code;city\nC1;Forlì'],
  ['commas', 'code,city\nC1,Forlì\n'],
  ['tabs and the line ends of Windows', 'code\tcity\r\nC1\tForlì\r\n'],
  ['the mark that Excel puts before UTF-8', '\uFEFFcode;city\nC1;Forlì\n'],
  ['Windows-1252', Buffer.from('code;city\nC1;Forl\u00ec\n', 'latin1')],
  ['quotes around everything', '"code";"city"\n"C1";"Forlì"\n'],
  ['blanks and empty lines', 'code ; city\n\n C1 ;  Forlì \n\n'],
];
for (const [what, content] of SPREADSHEETS)
  it(`a file with ${what} is read`, async () => deepEqual(await cellsOf(content), [['C1', 'Forlì']]));

it('names of columns may be in capitals', async () => {
  const path = join(folder, 'capitals.csv');
  await writeFile(path, 'CODE;City\n');
  deepEqual((await openCsv(fileSource(path))).header, ['code', 'city']);
});

it('the euro sign of Windows-1252 is one', async () =>
  deepEqual(await cellsOf(Buffer.from([0x61, 0x3b, 0x62, 0x0a, 0x80, 0x3b, 0x31, 0x0a])), [['€', '1']]));

it('a separator between quotes is none', async () =>
  deepEqual(await cellsOf('code;name\nC1;"Rossi; Mario"\n'), [['C1', 'Rossi; Mario']]));

it('rows are counted as the file shows them, empty lines and lines inside a cell included', async () => {
  const rows = await rowsOf('a;b\n1;2\n\n\n3;"x\ny"\n4;5\n');
  deepEqual(
    rows.map((row) => row.line),
    [2, 5, 7],
  );
});

it('a quote inside a cell is a quote', async () =>
  deepEqual(await cellsOf('a;b\n1;parabola 24" in tetto\n2;"Rossi detto ""Bepi"""\n3;4\n'), [
    ['1', 'parabola 24" in tetto'],
    ['2', 'Rossi detto "Bepi"'],
    ['3', '4'],
  ]));

it('quotes that were not doubled cost nothing but themselves', async () =>
  deepEqual((await cellsOf('a;b\n1;"detto "Bepi" Rossi"\n2;3\n')).at(-1), ['2', '3']));

it('a quote that is never closed is told with its line, and what stands before it is read', async () => {
  const rows = await rowsOf(`a;b\n1;2\n"3;4\n${'5;6\n'.repeat(40_000)}`);
  deepEqual(
    rows.map((row) => [row.line, 'broken' in row]),
    [
      [2, false],
      [3, true],
    ],
  );
});

it('a file that is empty, no CSV, or not there is refused', async () => {
  const refused = (content: string | Uint8Array, code: string) =>
    rejects(cellsOf(content), { code, field: 'file' });
  await refused('', 'import.empty');
  await refused('\n\n', 'import.empty');
  await refused(Buffer.from('504b0304000000080000', 'hex'), 'import.not_csv');
  await rejects(openCsv(fileSource(join(folder, 'nothing.csv'))), { code: 'import.unreadable' });
  await rejects(openCsv(fileSource(folder)), { code: 'import.unreadable' });
});

it('a large file is read as it is asked for', async () => {
  const path = join(folder, 'large.csv');
  await writeFile(path, `a;b\n${'123456;abcdefghijklmnopqrstuvwxyz\n'.repeat(200_000)}`);
  const { rows } = await openCsv(fileSource(path));
  const first = await rows[Symbol.asyncIterator]().next();
  equal(first.done, false);
});
