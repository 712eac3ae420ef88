import type { OpenDocument } from '@traliccio/sdk';
import type { BankEntry } from '../readers/bank-entry.ts';
import { numbersIn } from './quoted.ts';

export type Line = Pick<BankEntry, 'amount' | 'currency' | 'endToEndId' | 'payerName' | 'payerIban' | 'text'>;

export type Holder = {
  readonly iban: string;
  readonly customerId: number;
  readonly customerCode: string;
  readonly customerName: string;
};

/** What is open and who has which account, found by what a line may say. */
export type World = {
  byNumber(numbers: ReadonlySet<string>): OpenDocument[];
  byAmount(amount: number): OpenDocument[];
  ofCustomer(customerId: number): OpenDocument[];
  holders(iban: string | null): readonly Holder[];
};

/** `paid` may grow: what is in it is not found any more. */
export function worldOf(
  open: readonly OpenDocument[],
  accounts: readonly Holder[],
  paid: ReadonlySet<number> = new Set(),
): World {
  const documents = open.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)) || a.documentId - b.documentId);
  const amounts = Map.groupBy(documents, (one) => one.open);
  const customers = Map.groupBy(documents, (one) => one.customerId);
  const numbers = new Map<string, OpenDocument[]>();
  for (const one of documents)
    for (const number of numbersIn(one.numberText))
      numbers.set(number, [...(numbers.get(number) ?? []), one]);
  const ibans = Map.groupBy(accounts, (one) => one.iban);
  const unpaid = (found: Iterable<OpenDocument>): OpenDocument[] =>
    [...new Set(found)].filter(({ documentId }) => !paid.has(documentId));
  return {
    byNumber: (wanted) => unpaid([...wanted].flatMap((number) => numbers.get(number) ?? [])),
    byAmount: (amount) => unpaid(amounts.get(amount) ?? []),
    ofCustomer: (customerId) => unpaid(customers.get(customerId) ?? []),
    holders: (iban) => (iban === null ? [] : (ibans.get(iban) ?? [])),
  };
}

const dueOf = ({ dueDate, date }: OpenDocument): string => dueDate ?? date;
