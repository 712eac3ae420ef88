import { createHash } from 'node:crypto';
import { Conflict, dateAt, formatDate, type Sql, type PlainDate } from '@traliccio/sdk';
import { matchAll } from '../matching/match.ts';
import type { Suggestion } from '../matching/suggestion.ts';
import type { StatementFile } from '../readers/bank-entry.ts';
import type { Mapping } from '../readers/mapping.ts';
import { readStatement } from '../readers/read-statement.ts';
import { bookWhatIsSure } from './automatic.ts';
import type { Context } from './context.ts';
import { worldFor } from './find-open.ts';
import { identify, type Identified } from './identity.ts';
import { insertLines, knownOf, takeTurn } from './line-store.ts';
import { FILES } from './migrations.ts';

export type Upload = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mapping: Mapping | undefined;
};

export type Preview = {
  readonly format: StatementFile['format'];
  readonly statements: StatementSummary[];
  readonly known: number;
  readonly fresh: number;
  readonly cameIn: number;
  readonly wentOut: number;
  /** Lines that would be booked by themselves. */
  readonly sure: number;
  readonly lines: PreviewLine[];
};
export type StatementSummary = Pick<
  StatementFile['statements'][number],
  'account' | 'id' | 'opening' | 'closing'
> & {
  readonly lines: number;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
};
export type PreviewLine = Pick<Identified, 'bookedOn' | 'amount' | 'currency' | 'payerName' | 'text'> & {
  readonly isKnown: boolean;
  readonly match: Suggestion | null;
};

/** What an import of the file would do; nothing is written. @throws Invalid, Conflict */
export async function previewFile(ctx: Context, { bytes, mapping }: Upload): Promise<Preview> {
  await refuseKnownFile(ctx.sql, hashOf(bytes));
  const file = await readStatement(bytes, mapping);
  const lines = identify(file);
  const known = await knownOf(ctx.sql, lines);
  const fresh = lines.filter((line) => !known.has(line));
  const { documents, accounts } = await worldFor(ctx, fresh, 'named');
  const matches = new Map(matchAll(fresh, documents, accounts).map((found, index) => [fresh[index], found]));
  return {
    format: file.format,
    statements: file.statements.map(({ account, id, opening, closing, entries }) => {
      const days = entries.map((one) => one.bookedOn).toSorted();
      return {
        account,
        id,
        opening,
        closing,
        lines: entries.length,
        from: days[0] ?? null,
        to: days.at(-1) ?? null,
      };
    }),
    known: known.size,
    fresh: fresh.length,
    ...sums(fresh),
    sure: [...matches.values()].filter((one) => one.automatic).length,
    lines: lines.map((line) => ({
      bookedOn: line.bookedOn,
      amount: line.amount,
      currency: line.currency,
      payerName: line.payerName,
      text: line.text,
      isKnown: known.has(line),
      match: matches.get(line)?.automatic ?? null,
    })),
  };
}

export type Imported = {
  readonly fileId: number;
  readonly fresh: number;
  readonly known: number;
  readonly booked: number;
};

/** Writes what is new in one transaction, then books what is sure. @throws Invalid, Conflict */
export async function importFile(
  ctx: Context,
  { bytes, name, mapping }: Upload,
  by: string,
): Promise<Imported> {
  const sha256 = hashOf(bytes);
  await refuseKnownFile(ctx.sql, sha256);
  const file = await readStatement(bytes, mapping);
  const lines = identify(file);
  const written = await ctx.transaction(async (tx) => {
    const at = ctx.clock.now();
    await takeTurn(tx, at);
    await refuseKnownFile(tx, sha256);
    const known = await knownOf(tx, lines);
    const fresh = lines.filter((line) => !known.has(line));
    const days = lines.map((one) => one.bookedOn).toSorted();
    const { cameIn, wentOut } = sums(fresh);
    await tx.insert(
      FILES,
      'sha256 name format imported_at imported_by first_day last_day line_count new_count came_in went_out'.split(
        ' ',
      ),
      [
        [
          sha256,
          name,
          file.format,
          at,
          by,
          days[0] ?? null,
          days.at(-1) ?? null,
          lines.length,
          fresh.length,
          cameIn,
          wentOut,
        ],
      ],
    );
    const [row] = await tx.all<{ id: number }>(`SELECT id FROM ${FILES} WHERE sha256 = ?`, [sha256]);
    const fileId = row!.id;
    await insertLines(tx, fresh, { fileId, at, by });
    return { fileId, fresh: fresh.length, known: known.size };
  });
  const { booked } = await bookWhatIsSure(ctx);
  ctx.log.info({ file: written.fileId, lines: written.fresh, booked }, 'bank statement imported');
  return { ...written, booked };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function sums(lines: readonly Identified[]): { readonly cameIn: number; readonly wentOut: number } {
  const euro = lines.filter(({ currency }) => currency === 'EUR').map(({ amount }) => amount);
  const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    cameIn: total(euro.filter((amount) => amount > 0)),
    wentOut: -total(euro.filter((amount) => amount < 0)) || 0,
  };
}

async function refuseKnownFile(sql: Sql, sha256: string): Promise<void> {
  const [known] = await sql.all<{ name: string; at: number; importer: string }>(
    `SELECT name, imported_at AS at, imported_by AS importer FROM ${FILES} WHERE sha256 = ?`,
    [sha256],
  );
  if (!known) return;
  const day = formatDate(dateAt(known.at, 'Europe/Rome'));
  throw new Conflict(
    'bank_statement.known_file',
    `this very file was imported on ${day} as ${JSON.stringify(known.name)} by ${known.importer}: its lines are there already`,
    { field: 'file' },
  );
}
