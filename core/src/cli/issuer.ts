import { readFile } from 'node:fs/promises';
import { Invalid, NotFound } from '@traliccio/sdk';
import { appCommand } from './command.ts';
import { table } from './output.ts';

export const issuerSet = appCommand({
  name: 'issuer set',
  summary: 'set up the issuer, and where its series and file names go on',
  usage: 'FILE.json',
  async run(app, { positionals }, out) {
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Invalid('usage', 'give one JSON file');
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new NotFound('file.unreadable', `${file} can't be read (${error.code ?? error.message})`);
    });
    const row = await app.database.transaction((tx) =>
      app.issuers.set(tx, parse(file, text), { kind: 'operator', name: 'cli' }),
    );
    out.result(
      { id: row.id, name: row.name, vatNumber: row.vatNumber },
      `${row.name} (${row.vatNumber}) is set up.`,
    );
  },
});

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Invalid(
      'issuer.json_invalid',
      `${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export const issuerShow = appCommand({
  name: 'issuer show',
  summary: 'the issuer, its series and their next numbers',
  async run(app, _args, out) {
    const { sql } = app.database;
    const issuers = await sql.all<{ id: number; name: string; vat_number: string }>(
      'SELECT id, name, vat_number FROM issuer ORDER BY id',
    );
    const series = await sql.all<{ issuer_id: number; code: string; year: number; last_number: number }>(
      'SELECT issuer_id, code, year, last_number FROM series ORDER BY issuer_id, year, code',
    );
    const result = issuers.map((i) => ({
      id: i.id,
      name: i.name,
      vatNumber: i.vat_number,
      series: series
        .filter((s) => s.issuer_id === i.id)
        .map((s) => ({ code: s.code, year: s.year, next: s.last_number + 1 })),
    }));
    out.result(result, () =>
      result.length === 0
        ? 'There is no issuer yet: traliccio issuer set FILE.json'
        : result
            .map(
              (i) =>
                `${i.name} (${i.vatNumber})\n${table(
                  ['SERIES', 'YEAR', 'NEXT'],
                  i.series.map((s) => [s.code, s.year, s.next]),
                )}`,
            )
            .join('\n\n'),
    );
  },
});
