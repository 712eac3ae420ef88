import { type Cents, parseDate, parseDecimal, type PlainDate } from '@traliccio/sdk';
import type { BankEntry, Statement, StatementFile } from './bank-entry.ts';
import { badFile, badLine } from './refusal.ts';
import { checkTotals } from './totals.ts';
import { endToEnd, ibanOf, joined, oneLine, orNull } from './words.ts';
import { at, attribute, children, type Element, readXml, textAt, textsAt } from './xml-tree.ts';

/** Roots that this reads: CBI's envelope, one message of it, and the statement of ISO 20022. */
export const CAMT_ROOTS = ['CBIBdyBkToCstmrStmtReq', 'CBIDlyStmtReqLogMsg', 'Document'] as const;

/** camt.053 as ISO has it (version 2 and later), and as CBI wraps it. */
export function readCamt(bytes: Uint8Array): StatementFile {
  const { name, root } = readXml(bytes);
  const messages = messagesOf(name, root);
  const statements = messages.flatMap((message) => children(message, 'Stmt'));
  if (statements.length === 0) throw badFile(`there is no statement (Stmt) in the ${name}`);
  return {
    format: name === 'Document' ? 'camt' : 'cbi-camt',
    statements: statements.map((one, index) => statementOf(one, index)),
  };
}

function messagesOf(name: string, root: Element): readonly Element[] {
  if (name === 'CBIDlyStmtReqLogMsg') return [root];
  if (name === 'CBIBdyBkToCstmrStmtReq')
    return children(root, 'CBIEnvelBkToCstmrStmtReqLogMsg')
      .flatMap((one) => children(one, 'CBIBkToCstmrStmtReqLogMsg'))
      .flatMap((one) => children(one, 'CBIDlyStmtReqLogMsg'));
  const message = name === 'Document' ? at(root, 'BkToCstmrStmt') : undefined;
  if (!message)
    throw badFile(
      `the XML is a ${name}${name === 'Document' ? ' without BkToCstmrStmt' : ''}: a statement begins with ${CAMT_ROOTS.join(', ')}`,
    );
  return [message];
}

function statementOf(stmt: Element, index: number): Statement {
  const id = textAt(stmt, 'Id') ?? '';
  const where = `statement ${index + 1}${id === '' ? '' : ` (${id})`}`;
  if (id === '') throw badLine(where, 'it has no Id');
  const account =
    ibanOf(textAt(stmt, 'Acct', 'Id', 'IBAN')) ?? orNull(textAt(stmt, 'Acct', 'Id', 'Othr', 'Id'));
  if (account === null) throw badLine(where, 'it names no account (Acct/Id)');
  const booked = children(stmt, 'Ntry')
    .map((ntry, line) => ({ ntry, line: `${where}, entry ${line + 1}` }))
    .filter(({ ntry }) => isBooked(ntry));
  const amounts = booked.map(({ ntry, line }) => amountOf(ntry, line));
  const summary = at(stmt, 'TxsSummry', 'TtlNtries');
  const all = children(stmt, 'Ntry').length;
  const isWhole = booked.length === all;
  const opening = balanceOf(stmt, where, ['OPBD', 'PRCD']);
  const closing = balanceOf(stmt, where, ['CLBD']);
  checkTotals(
    {
      where,
      opening,
      closing,
      // What is not booked yet is counted in the summary, and in no balance.
      count: isWhole ? countOf(textAt(summary, 'NbOfNtries'), where) : null,
      sum:
        isWhole && summary && textAt(summary, 'Sum') !== undefined
          ? cents(textAt(summary, 'Sum'), where)
          : null,
    },
    amounts,
  );
  const currency = textAt(stmt, 'Acct', 'Ccy') ?? currencyOf(booked[0]?.ntry);
  return {
    account,
    id,
    currency,
    opening,
    closing,
    entries: booked.flatMap(({ ntry, line }, position) =>
      entriesOf(ntry, { line, position, account, statementId: id, currency }),
    ),
  };
}

type Place = {
  readonly line: string;
  readonly position: number;
  readonly account: string;
  readonly statementId: string;
  readonly currency: string;
};

/** One for each movement; an entry that gathers several is taken apart when their amounts are in the file. */
function entriesOf(ntry: Element, place: Place): BankEntry[] {
  const amount = amountOf(ntry, place.line);
  const details = children(ntry, 'NtryDtls').flatMap((one) => children(one, 'TxDtls'));
  const number = textAt(ntry, 'NtryRef') ?? String(place.position + 1);
  const bookedOn = dateAt(ntry, 'BookgDt', place.line);
  const entry = (tx: Element | undefined, entryRef: string, share: Cents): BankEntry => ({
    account: place.account,
    statementId: place.statementId,
    entryRef,
    bookedOn,
    valueDate: at(ntry, 'ValDt') ? dateAt(ntry, 'ValDt', place.line) : null,
    amount: share,
    currency: attribute(at(ntry, 'Amt'), 'Ccy') ?? place.currency,
    bankCode: bankCode(ntry),
    ...partiesOf(tx, amount),
    endToEndId: endToEnd(textAt(tx, 'Refs', 'EndToEndId')),
    bankRef: orNull(textAt(tx, 'Refs', 'AcctSvcrRef') ?? textAt(ntry, 'AcctSvcrRef')),
    text: joined([
      textsAt(at(tx, 'RmtInf'), 'Ustrd').map(oneLine).join(' '),
      textAt(tx, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
      textAt(tx, 'AddtlTxInf'),
      textAt(ntry, 'AddtlNtryInf'),
    ]),
  });
  const shares = details.map((tx) => shareOf(tx, place.line));
  const isSplit =
    details.length > 1 &&
    shares.every((share) => share !== undefined) &&
    shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) === Math.abs(amount);
  if (!isSplit) return [entry(details[0], number, amount)];
  return details.map((tx, index) =>
    entry(tx, `${number}.${index + 1}`, (amount < 0 ? -1 : 1) * (shares[index] ?? 0)),
  );
}

function shareOf(tx: Element, line: string): Cents | undefined {
  const text =
    textAt(tx, 'Amt') ?? textAt(tx, 'AmtDtls', 'TxAmt', 'Amt') ?? textAt(tx, 'AmtDtls', 'InstdAmt', 'Amt');
  return text === undefined ? undefined : cents(text, line);
}

/** The other side: who pays what comes in, who gets what goes out. Version 8 has its name one level deeper. */
function partiesOf(
  tx: Element | undefined,
  amount: Cents,
): { readonly payerName: string | null; readonly payerIban: string | null } {
  const side = amount < 0 ? 'Cdtr' : 'Dbtr';
  const parties = at(tx, 'RltdPties');
  const name =
    textAt(parties, side, 'Nm') ??
    textAt(parties, side, 'Pty', 'Nm') ??
    (amount < 0
      ? undefined
      : (textAt(parties, 'InitgPty', 'Nm') ?? textAt(parties, 'InitgPty', 'Pty', 'Nm')));
  return { payerName: orNull(name), payerIban: ibanOf(textAt(parties, `${side}Acct`, 'Id', 'IBAN')) };
}

/** `BOOK`, as text in version 2 and as a code in later ones. */
const isBooked = (ntry: Element): boolean =>
  (textAt(ntry, 'Sts', 'Cd') ?? textAt(ntry, 'Sts') ?? 'BOOK') === 'BOOK';

function bankCode(ntry: Element): string | null {
  const code = textAt(ntry, 'BkTxCd', 'Prtry', 'Cd') ?? textAt(ntry, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd');
  return orNull(code?.replace(/\/+$/, ''));
}

const currencyOf = (ntry: Element | undefined): string => attribute(at(ntry, 'Amt'), 'Ccy') ?? 'EUR';

function amountOf(element: Element, where: string): Cents {
  const amount = cents(textAt(element, 'Amt'), where);
  const side = textAt(element, 'CdtDbtInd');
  if (side !== 'CRDT' && side !== 'DBIT')
    throw badLine(where, `CdtDbtInd is ${JSON.stringify(side ?? '')}, and should be CRDT or DBIT`);
  return side === 'DBIT' && amount !== 0 ? -amount : amount;
}

function balanceOf(stmt: Element, where: string, codes: readonly string[]): Cents | null {
  for (const code of codes)
    for (const balance of children(stmt, 'Bal'))
      if (textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') === code)
        return amountOf(balance, `${where}, balance ${code}`);
  return null;
}

function dateAt(element: Element, name: string, where: string): PlainDate {
  const text = textAt(element, name, 'Dt') ?? textAt(element, name, 'DtTm')?.slice(0, 10);
  const date = text === undefined ? undefined : parseDate(text);
  if (date === undefined) throw badLine(where, `${name} is no date: ${JSON.stringify(text ?? '')}`);
  return date;
}

function cents(text: string | undefined, where: string): Cents {
  const amount = text === undefined ? undefined : parseDecimal(text, 2);
  if (amount === undefined || amount < 0)
    throw badLine(where, `${JSON.stringify(text ?? '')} is no amount in euros and cents`);
  return amount;
}

function countOf(text: string | undefined, where: string): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw badLine(where, `NbOfNtries is ${JSON.stringify(text)}`);
  return Number(text);
}
