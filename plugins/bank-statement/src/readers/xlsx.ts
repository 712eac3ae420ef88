import { Buffer } from 'node:buffer';
import readXlsxFile from 'read-excel-file/node';
import type { StatementFile } from './bank-entry.ts';
import type { Cell } from './cell.ts';
import type { Mapping } from './mapping.ts';
import { badFile } from './refusal.ts';
import { readTable } from './table.ts';
import { unpackedSize } from './zip-size.ts';

const MAX_UNPACKED = 64 * 1024 * 1024;

/** The first sheet of a workbook. */
export async function readXlsx(bytes: Uint8Array, mapping: Mapping): Promise<StatementFile> {
  if (unpackedSize(bytes, MAX_UNPACKED) > MAX_UNPACKED)
    throw badFile('this is no workbook, or one that unpacks to more than 64 MB, which no statement does');
  const rows = await cellsOf(bytes);
  return {
    format: 'xlsx',
    statements: [
      readTable(
        rows.map((cells, index) => ({ line: index + 1, cells })),
        mapping,
        bytes,
      ),
    ],
  };
}

async function cellsOf(bytes: Uint8Array): Promise<Cell[][]> {
  try {
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    return (sheet?.data ?? []) as Cell[][];
  } catch (cause) {
    throw badFile("the workbook can't be read: open it in a spreadsheet and save it as .xlsx again", {
      cause,
    });
  }
}
