import { type Cents, dateOf, daysInMonth, parseDecimal, type PlainDate } from '@traliccio/sdk';
import type { BankEntry, Statement, StatementFile } from './bank-entry.ts';
import { badFile, badLine, badTotal } from './refusal.ts';
import { checkTotals, numbered } from './totals.ts';
import { endToEnd, ibanOf, joined, oneLine, orNull } from './words.ts';

const WIDTH = 120;

type Line = { readonly number: number; readonly type: string; readonly text: string };

/**
 * CBI's "Rendicontazione saldi e movimenti" (RH): records of 120 columns. 61 opens a statement, 62 is a movement that
 * records 63 tell more of, 64 closes it; 65 (what will be liquid when) is passed over; EF counts.
 */
export function readCbiRh(text: string): StatementFile {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, type: line.slice(1, 3), text: line.padEnd(WIDTH) }))
    .filter((line) => line.text.trim() !== '');
  const tooLong = lines.find((line) => line.text.length > WIDTH);
  if (tooLong) throw badLine(`line ${tooLong.number}`, `it has more than ${WIDTH} columns`);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first?.type !== 'RH') throw badFile('an RH file begins with a record RH');
  if (last?.type !== 'EF')
    throw badFile('the record EF that ends an RH file is missing: the file is cut off');
  const body = lines.slice(1, -1);
  const groups = statementsIn(body);
  const statements = groups.map(statementOf);
  checkEnd(last, { statements: statements.length, records: lines.length });
  return { format: 'cbi-rh', statements };
}

function statementsIn(body: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of body) {
    if (!['61', '62', '63', '64', '65'].includes(line.type))
      throw badLine(`line ${line.number}`, `there is no record ${JSON.stringify(line.type)} in an RH file`);
    if (line.type === '61') groups.push([]);
    const group = groups.at(-1);
    if (!group) throw badLine(`line ${line.number}`, `a record ${line.type} before the first 61`);
    group.push(line);
  }
  return groups;
}

function statementOf(lines: readonly Line[]): Statement {
  const [head] = lines as [Line, ...Line[]];
  const where = `the statement at line ${head.number}`;
  const end = lines.find(({ type }) => type === '64');
  if (!end) throw badLine(where, 'the record 64 with its closing balance is missing');
  const account = accountOf(head);
  const closedOn = date(end, 14);
  const id = `${part(head, 4, 10) || '0'}@${closedOn}`;
  const currency = part(head, 62, 64) || 'EUR';
  const opening = signed(head, 71, 72);
  const closing = signed(end, 20, 21);
  const entries = numbered(
    movements(lines).map((one) => entryOf(one, { account, statementId: id, currency })),
  );
  checkTotals(
    { where, opening, closing, count: null, sum: null },
    entries.map(({ amount }) => amount),
  );
  return { account, id, currency, opening, closing, entries };
}

type Movement = { readonly head: Line; readonly more: Line[] };

function movements(lines: readonly Line[]): Movement[] {
  const found: Movement[] = [];
  for (const line of lines) {
    if (line.type === '62') found.push({ head: line, more: [] });
    if (line.type !== '63') continue;
    const last = found.at(-1);
    if (!last) throw badLine(`line ${line.number}`, 'a record 63 without the movement (62) that it tells of');
    last.more.push(line);
  }
  return found;
}

function entryOf(
  { head, more }: Movement,
  place: { readonly account: string; readonly statementId: string; readonly currency: string },
): Omit<BankEntry, 'entryRef'> {
  const told = (flag: string): Line | undefined => more.find((line) => part(line, 14, 16) === flag);
  const payer = told('YYY');
  const ids = told('ID1');
  // Both halves of what the payer wrote are one text that was cut where the record was full.
  const remittance = `${raw(told('RI1'), 17, 120)}${raw(told('RI2'), 17, 120)}`;
  const free = more.filter((line) => !STRUCTURED.test(part(line, 14, 16))).map((line) => raw(line, 17, 120));
  return {
    ...place,
    bookedOn: date(head, 20),
    valueDate: part(head, 14, 19) === '' ? null : date(head, 14),
    amount: signed(head, 26, 27),
    bankCode: orNull(part(head, 42, 43)),
    bankRef: orNull(part(head, 62, 77)),
    endToEndId: endToEnd(raw(ids, 52, 86)),
    payerName: orNull(raw(payer, 41, 80)),
    payerIban: ibanOf(/\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/.exec(raw(told('ZZ2'), 17, 120))?.[0]),
    text: joined([remittance, free.map(oneLine).join(' '), raw(head, 87, 120)]),
  };
}

/** Records 63 with a layout of their own; the others are free text. */
const STRUCTURED = /^(YYY|YY2|ID1|RI1|RI2|ZZ1|ZZ2|ZZ3|KKK)$/;

/** Italy's IBAN is country, check digits and the coordinates; older files have the coordinates alone. */
function accountOf(head: Line): string {
  const coordinates = part(head, 39, 61).replace(/\s/g, '');
  const iban = ibanOf(`${part(head, 87, 88)}${part(head, 89, 90)}${coordinates}`);
  const account = iban ?? orNull(coordinates);
  if (account === null) throw badLine(`line ${head.number}`, 'columns 39 to 61 name no account');
  return account;
}

function checkEnd(end: Line, found: { readonly statements: number; readonly records: number }): void {
  const claims = [
    ['statements', part(end, 46, 52), found.statements],
    ['records', part(end, 83, 89), found.records],
  ] as const;
  for (const [what, text, count] of claims)
    if (text !== '' && Number(text) !== count)
      throw badTotal(
        `line ${end.number}`,
        `the record EF counts ${JSON.stringify(text)} ${what}, and there are ${count}`,
      );
}

/** Columns as the specification counts them: from 1, both included. */
const raw = (line: Line | undefined, from: number, to: number): string =>
  line?.text.slice(from - 1, to) ?? '';
const part = (line: Line, from: number, to: number): string => raw(line, from, to).trim();

/** DDMMYY. */
function date(line: Line, from: number): PlainDate {
  const text = part(line, from, from + 5);
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (!day || !month || month > 12 || year === undefined || day > daysInMonth(2000 + year, month))
    throw badLine(
      `line ${line.number}`,
      `columns ${from} to ${from + 5} are no date: ${JSON.stringify(text)}`,
    );
  return dateOf(2000 + year, month, day);
}

/** A letter C or D, and 15 columns of amount with a comma. */
function signed(line: Line, sign: number, amount: number): Cents {
  const side = part(line, sign, sign);
  const text = part(line, amount, amount + 14);
  const cents = parseDecimal(text, 2);
  if ((side !== 'C' && side !== 'D') || cents === undefined || cents < 0)
    throw badLine(
      `line ${line.number}`,
      `columns ${sign} to ${amount + 14} are no amount with C or D before it: ${JSON.stringify(side + text)}`,
    );
  return side === 'D' && cents !== 0 ? -cents : cents;
}
