import type { BankEntry, Format, StatementFile } from './bank-entry.ts';
import { CAMT_ROOTS, readCamt } from './camt.ts';
import { readCbiRh } from './cbi-rh.ts';
import { readCsv } from './csv.ts';
import type { Mapping } from './mapping.ts';
import { readMt940 } from './mt940.ts';
import { badFile, badLine } from './refusal.ts';
import { readXlsx } from './xlsx.ts';

/** Like {@link Format}, before the XML is looked into. */
type Kind = 'xml' | Exclude<Format, 'cbi-camt' | 'camt'>;

/** What a file is, by how it begins; undefined for what is none of it. */
export function sniff(bytes: Uint8Array): Kind | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^\u00ef\u00bb\u00bf/, '');
  const start = head.trimStart();
  if (start.startsWith('<')) return 'xml';
  if (/^ RH/.test(head)) return 'cbi-rh';
  if (/^:20:/m.test(head) && /^:25P?:/m.test(head)) return 'mt940';
  const isText = [...bytes.subarray(0, 4096)].every(
    (byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13,
  );
  return isText && /[;,\t].*\n/.test(head) ? 'csv' : undefined;
}

/**
 * Reads a file of any of the formats.
 * @throws Invalid `bank_statement.file`, `bank_statement.line`, `bank_statement.total`
 */
export async function readStatement(bytes: Uint8Array, mapping: Mapping | undefined): Promise<StatementFile> {
  const file = await readAs(sniff(bytes), bytes, mapping);
  for (const { entries } of file.statements) for (const entry of entries) checkNames(entry);
  return file;
}

async function readAs(
  kind: Kind | undefined,
  bytes: Uint8Array,
  mapping: Mapping | undefined,
): Promise<StatementFile> {
  if (kind === undefined)
    throw badFile(
      `this is no statement that can be read: looked for XML beginning with ${CAMT_ROOTS.join(', ')} (camt.053), " RH" (CBI, 120 columns), ":20:" and ":25:" (MT940), XLSX, and CSV`,
    );
  if (kind === 'xml') return readCamt(bytes);
  if (kind === 'xlsx') return readXlsx(bytes, needed(mapping, 'XLSX'));
  const text = textOf(bytes);
  if (kind === 'csv') return readCsv(text, needed(mapping, 'CSV'), bytes);
  return kind === 'cbi-rh' ? readCbiRh(text) : readMt940(text);
}

/** What a line is known by is never cut, so it has to be as short as the standards want it. */
function checkNames({ account, statementId, entryRef, currency }: BankEntry): void {
  const where = `movement ${entryRef.slice(0, 80)} of statement ${statementId.slice(0, 80)}`;
  if (!/^[A-Z]{3}$/.test(currency)) throw badLine(where, `${JSON.stringify(currency)} is no currency`);
  for (const [what, text, most] of [
    ['account', account, 40],
    ['statement', statementId, 80],
    ['movement', entryRef, 80],
  ] as const)
    if (text.length > most) throw badLine(where, `the name of the ${what} has more than ${most} signs`);
}

function needed(mapping: Mapping | undefined, kind: string): Mapping {
  if (mapping) return mapping;
  throw badFile(`a ${kind} has columns of the bank's own: choose the mapping that says which is what`);
}

/** UTF-8 if it can be, else as Windows writes it: banks' text files say nothing of it. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
