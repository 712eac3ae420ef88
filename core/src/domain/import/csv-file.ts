import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
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
  if (first.done || 'broken' in first.value) {
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
  const broken: BrokenRow[] = [];
  const parser = parse({
    delimiter,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: 1_000_000,
    on_skip: (error) => void broken.push(brokenRow(error)),
  });
  const source = createReadStream(path);
  pipeline(source, decode(encoding), parser, () => undefined);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield* broken.splice(0);
      yield { line, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    broken.push(brokenRow(error as CsvError));
  } finally {
    source.destroy();
  }
  yield* broken;
}

const decode = (encoding: string) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };

const brokenRow = (error: CsvError | undefined): BrokenRow => ({
  line: Number(error?.['lines'] ?? 0),
  broken:
    error?.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quoted text is never closed'
      : 'the quotes of this row can not be read: double a quote inside a quoted text',
});
