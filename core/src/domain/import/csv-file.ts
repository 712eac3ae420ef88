import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { Invalid } from '@traliccio/sdk';

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
export async function openCsv(path: string): Promise<CsvFile> {
  const head = await readHead(path);
  if (head.length === 0) throw new Invalid('import.empty', `${path} is empty`, { field: 'file' });
  if (head.includes(0))
    throw new Invalid(
      'import.not_csv',
      `${path} is no CSV file: it has binary data in it (save the sheet as CSV)`,
      { field: 'file' },
    );
  const encoding = await encodingOf(path);
  const firstLine = new TextDecoder(encoding).decode(head).split(/\r\n|\n|\r/, 1)[0] as string;
  const rows = rowsOf(path, { encoding, delimiter: delimiterOf(firstLine) });
  const first = await rows.next();
  if (first.done) throw new Invalid('import.empty', `${path} is empty`, { field: 'file' });
  if ('broken' in first.value) {
    await rows.return(undefined);
    throw new Invalid('import.not_csv', `${path} is no CSV file: its first line can't be read`, {
      field: 'file',
    });
  }
  return { header: first.value.cells.map((name) => name.toLowerCase()), rows };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no such file'
        : String(error);
    throw new Invalid('import.unreadable', `${path}: ${reason}`, { field: 'file', cause: error });
  });
  try {
    const buffer = Buffer.alloc(65_536);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0).catch((error: unknown) => {
      throw new Invalid('import.unreadable', `${path} can't be read: ${String(error)}`, {
        field: 'file',
        cause: error,
      });
    });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-8 unless some byte says no: the whole file is read for it, since one accent may stand anywhere. */
async function encodingOf(path: string): Promise<'utf-8' | 'windows-1252'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Uint8Array, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
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
  path: string,
  { encoding, delimiter }: { encoding: string; delimiter: string },
): AsyncGenerator<CsvRow | BrokenRow, void> {
  let isOpenQuote = false;
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
  const source = createReadStream(path);
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
