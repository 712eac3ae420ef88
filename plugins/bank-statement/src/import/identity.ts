import { createHash } from 'node:crypto';
import type { BankEntry, StatementFile } from '../readers/bank-entry.ts';

/** A line with what it is known by, whichever file it comes in. */
export type Identified = BankEntry & {
  readonly contentHash: string;
  /** 1 for the first of lines that are alike in everything, 2 for the second. */
  readonly occurrence: number;
};

/**
 * Two people may pay the same on one day with the same words, and two files may have the same line: those of one file
 * are counted, so that the second file's first is the first file's first. A statement that a file has twice counts once.
 */
export function identify(file: StatementFile): Identified[] {
  const seen = new Map<string, number>();
  const refs = new Set<string>();
  return file.statements
    .flatMap(({ entries }) => entries)
    .filter((entry) => {
      const ref = JSON.stringify([refOf(entry), contentHashOf(entry)]);
      return !refs.has(ref) && refs.add(ref);
    })
    .map((entry) => {
      const contentHash = contentHashOf(entry);
      const occurrence = (seen.get(contentHash) ?? 0) + 1;
      seen.set(contentHash, occurrence);
      return { ...entry, contentHash, occurrence };
    });
}

/** By what the bank counts it. */
export const refOf = (entry: Pick<BankEntry, 'account' | 'statementId' | 'entryRef'>): string =>
  JSON.stringify([entry.account, entry.statementId, entry.entryRef]);

/** By what is in it. */
export const contentOf = (line: Pick<Identified, 'contentHash' | 'occurrence'>): string =>
  `${line.contentHash}:${line.occurrence}`;

function contentHashOf(entry: BankEntry): string {
  const { account, bookedOn, valueDate, amount, currency, endToEndId, payerName, payerIban, text, bankRef } =
    entry;
  const content = [
    account,
    bookedOn,
    valueDate,
    amount,
    currency,
    endToEndId,
    payerName,
    payerIban,
    text,
    bankRef,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
