import { parse } from 'csv-parse/sync';
import type { StatementFile } from './bank-entry.ts';
import type { Mapping } from './mapping.ts';
import { badFile } from './refusal.ts';
import { readTable, type Row } from './table.ts';

const DELIMITERS = [';', '\t', ','] as const;

/** A bank's CSV: separated by what separates most, in UTF-8 or as Windows writes it. */
export function readCsv(text: string, mapping: Mapping, bytes: Uint8Array): StatementFile {
  return { format: 'csv', statements: [readTable(rowsOf(text), mapping, bytes)] };
}

function rowsOf(text: string): Row[] {
  const head = text.split(/\r?\n/, 50).join('\n');
  const delimiter = DELIMITERS.toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ';';
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: true,
      info: true,
      bom: true,
    });
    return (parsed as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (cause) {
    throw badFile(`the CSV can't be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
