import { pipeline, Readable } from 'node:stream';
import { Invalid } from '@traliccio/sdk';
import type { Source } from './source.ts';

/** A row as it stands in the file; `line` is where it starts, 1 being the header. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };
/** Text between quotes that are never closed, or other trouble that the row can't be read for. */
export type BrokenRow = { readonly line: number; readonly broken: string };

export type CsvFile = {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<CsvRow | BrokenRow>;
};

/**
 * Opens a CSV file: comma, semicolon or tab, UTF-8 or Windows-1252, as it turns out to be. Rows are read as they are
 * asked for. @throws Invalid when it isn't one, or is empty
 */
export async function openCsv(source: Source): Promise<CsvFile> {
  const { name } = source;
  const head = await readHead(source);
  if (head.length === 0) throw new Invalid('import.empty', `${name} is empty`, { field: 'file' });
  if (head.includes(0))
    throw new Invalid(
      'import.not_csv',
      `${name} is no CSV file: it has binary data in it (save the sheet as CSV)`,
      { field: 'file' },
    );
  const encoding = await encodingOf(source);
  const firstLine = new TextDecoder(encoding).decode(head).split(/\r\n|\n|\r/, 1)[0] as string;
  const rows = rowsOf(source, { encoding, delimiter: delimiterOf(firstLine) });
  const first = await rows.next();
  if (first.done) throw new Invalid('import.empty', `${name} is empty`, { field: 'file' });
  if ('broken' in first.value) {
    await rows.return(undefined);
    throw new Invalid('import.not_csv', `${name} is no CSV file: its first line can't be read`, {
      field: 'file',
    });
  }
  return { header: first.value.cells.map((cell) => cell.toLowerCase()), rows };
}

/** The first piece, which holds the header. */
async function readHead(source: Source): Promise<Uint8Array> {
  for await (const chunk of source.read()) return chunk;
  return new Uint8Array();
}

/** UTF-8 unless some byte says no: the whole file is read for it, since one accent may stand anywhere. */
async function encodingOf(source: Source): Promise<'utf-8' | 'windows-1252'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of source.read()) if (!isText(decoder, chunk)) return 'windows-1252';
  return isText(decoder) ? 'utf-8' : 'windows-1252';
}

/** Without a chunk: whether it ends with a whole letter. */
function isText(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return [';', ',', '\t'].reduce(
    (best, delimiter) => (count(delimiter) > count(best) ? delimiter : best),
    ',',
  );
}

async function* rowsOf(
  from: Source,
  { encoding, delimiter }: { encoding: string; delimiter: string },
): AsyncGenerator<CsvRow | BrokenRow, void> {
  let isOpenQuote = false;
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    info: true,
    ltrim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // A quote inside a cell is a quote: inches, nicknames. Only one that opens a cell asks for another.
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    // An error would take the rows with it that are read and not asked for yet.
    skip_records_with_error: true,
    on_skip: () => void (isOpenQuote = true),
  });
  const source = Readable.from(from.read(), { objectMode: false });
  pipeline(source, decode(encoding), parser, () => undefined);
  let end = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      end = info.lines;
      yield { line: end - inner(record), cells: record.map((cell) => cell.trim()) };
    }
  } finally {
    source.destroy();
  }
  if (isOpenQuote)
    yield {
      line: end + 1,
      broken: 'a quote that opens a cell near here is never closed: nothing after it was read',
    };
}

/** A quote that is never closed must not gather the rest of a large file in memory. */
const LONGEST_ROW = 100_000;

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } };
/** How many lines of the file the row has beyond its first. */
const inner = (record: readonly string[]): number =>
  record.reduce((lines, cell) => lines + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

const decode = (encoding: string) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
