import { createHash } from 'node:crypto';
import { Conflict, Invalid, type Tx } from '@traliccio/sdk';

export type SeriesStart = { readonly code: string; readonly year: number; readonly next: number };

/** The value that the hash chain of a series begins with. */
export const chainSeed = (issuerId: number, code: string, year: number): string =>
  createHash('sha256').update(`${issuerId}/${code}/${year}`).digest('hex');

/**
 * Makes a series go on where another system stopped. A series that has given a number can't be moved any more.
 * @throws Conflict
 */
export async function startSeries(tx: Tx, issuerId: number, start: SeriesStart): Promise<void> {
  const key = [issuerId, start.code, start.year];
  const [row] = await tx.all<{ first_number: number; last_number: number }>(
    'SELECT first_number, last_number FROM series WHERE issuer_id = ? AND code = ? AND year = ?',
    key,
  );
  if (!row) {
    await tx.insert(
      'series',
      ['issuer_id', 'code', 'year', 'first_number', 'last_number', 'chain_head'],
      [[...key, start.next, start.next - 1, chainSeed(issuerId, start.code, start.year)]],
    );
    return;
  }
  if (row.first_number === start.next) return;
  if (row.last_number >= row.first_number)
    throw new Conflict(
      'issuer.series_started',
      `series ${start.code} of ${start.year} has given numbers ${row.first_number} to ${row.last_number}: its start can't move to ${start.next}`,
      { field: 'series' },
    );
  await tx.run(
    'UPDATE series SET first_number = ?, last_number = ? WHERE issuer_id = ? AND code = ? AND year = ?',
    [start.next, start.next - 1, ...key],
  );
}

/** The counter's value in the name of a file for the SDI: `IT01234567890_000A2` is 362 of transmitter IT01234567890. */
export function readSdiFileName(name: string): { readonly transmitter: string; readonly value: number } {
  const match = /^([A-Z]{2}[A-Z0-9]{2,28})_([0-9A-Z]{1,5})(?:\.xml(?:\.p7m)?)?$/i.exec(name);
  if (!match)
    throw new Invalid(
      'issuer.sdi_file_invalid',
      `${JSON.stringify(name)} is no file name of the SDI: IT01234567890_000A2`,
      { field: 'sdiFile.last' },
    );
  return { transmitter: (match[1] as string).toUpperCase(), value: Number.parseInt(match[2] as string, 36) };
}

/** Makes the SDI file counter go on after `last`. It never goes back: a name is never used twice. */
export async function startSdiFiles(
  tx: Tx,
  issuer: { readonly id: number; readonly transmitter: string },
  last: string,
): Promise<void> {
  const { transmitter, value } = readSdiFileName(last);
  if (transmitter !== issuer.transmitter)
    throw new Invalid(
      'issuer.sdi_file_foreign',
      `${last} was sent by ${transmitter}, but the transmitter is ${issuer.transmitter}`,
      { field: 'sdiFile.last' },
    );
  const [row] = await tx.all<{ last_value: number }>(
    'SELECT last_value FROM counter WHERE issuer_id = ? AND name = ?',
    [issuer.id, 'sdi-file'],
  );
  if (row && row.last_value >= value) return;
  await tx.upsert('counter', ['issuer_id', 'name', 'last_value'], [[issuer.id, 'sdi-file', value]], {
    key: ['issuer_id', 'name'],
    update: ['last_value'],
  });
}
