import { type Cents, dateOf, daysInMonth, parseDecimal, type PlainDate } from '@traliccio/sdk';
import type { BankEntry, Statement, StatementFile } from './bank-entry.ts';
import { badFile, badLine } from './refusal.ts';
import { checkTotals, numbered } from './totals.ts';
import { endToEnd, ibanOf, joined, oneLine, orNull } from './words.ts';

type Field = { readonly tag: string; readonly text: string; readonly line: number };

/** SWIFT's MT940: fields `:61:` are movements, each with an `:86:` that tells more of it. */
export function readMt940(text: string): StatementFile {
  const fields = fieldsIn(text);
  const groups: Field[][] = [];
  for (const field of fields) {
    if (field.tag === '20') groups.push([]);
    groups.at(-1)?.push(field);
  }
  if (groups.length === 0) throw badFile('an MT940 file has a field :20: at the head of each statement');
  return { format: 'mt940', statements: groups.map(statementOf) };
}

function fieldsIn(text: string): Field[] {
  const fields: { tag: string; text: string; line: number }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const start = /^:(\d{2}[A-Z]?):(.*)$/.exec(line);
    if (start) fields.push({ tag: start[1]!, text: start[2]!, line: index + 1 });
    else if (/^(-|-\}.*|\{[^]*)?\s*$/.test(line)) continue;
    else if (fields.length > 0) fields.at(-1)!.text += `\n${line}`;
  }
  return fields;
}

function statementOf(fields: readonly Field[]): Statement {
  const [head] = fields as [Field, ...Field[]];
  const where = `the statement at line ${head.line}`;
  const one = (...tags: string[]): Field | undefined => fields.find(({ tag }) => tags.includes(tag));
  const named = orNull(one('25', '25P')?.text);
  if (named === null) throw badLine(where, 'it names no account (:25:)');
  const account = ibanOf(named) ?? ibanOf(named.split('/').at(-1)) ?? named;
  const [opening, closing] = [one('60F', '60M'), one('62F', '62M')];
  if (!opening || !closing) throw badLine(where, 'an opening (:60F:) or closing balance (:62F:) is missing');
  const [from, to] = [balanceOf(opening), balanceOf(closing)];
  // Banks count statements from 1 each year.
  const id = `${orNull(one('28C', '28')?.text) ?? oneLine(head.text)}@${to.on}`;
  const entries = numbered(movementsIn(fields, { account, statementId: id, currency: from.currency }));
  checkTotals(
    { where, opening: from.amount, closing: to.amount, count: null, sum: null },
    entries.map(({ amount }) => amount),
  );
  return { account, id, currency: from.currency, opening: from.amount, closing: to.amount, entries };
}

type Place = { readonly account: string; readonly statementId: string; readonly currency: string };

function movementsIn(fields: readonly Field[], place: Place): Omit<BankEntry, 'entryRef'>[] {
  return fields.flatMap((field, index) => {
    if (field.tag !== '61') return [];
    const next = fields[index + 1];
    return [{ ...place, ...movementOf(field), ...toldOf(next?.tag === '86' ? next.text : '') }];
  });
}

const MOVEMENT =
  /^(\d{6})(\d{4})?(R[CD]|E?[CD])([A-Z])?(\d{1,12},\d{0,2})([A-Z][A-Z0-9]{3})([^\n]*?)(?:\/\/([^\n]*))?(?:\n([^]*))?$/;

function movementOf(
  field: Field,
): Pick<BankEntry, 'bookedOn' | 'valueDate' | 'amount' | 'bankCode' | 'bankRef'> {
  const where = `line ${field.line}`;
  const found = MOVEMENT.exec(field.text.trimEnd());
  if (!found) throw badLine(where, `this is no movement: ${JSON.stringify(`:61:${field.text}`)}`);
  const [, value, booked, side, , amount, kind, , bankRef] = found;
  const valueDate = dateIn(value!, where);
  // RC takes a credit back: it goes out. RD takes a debit back.
  const isOut = /^(E?D|RC)$/.test(side!);
  const cents = amountIn(amount!, where);
  return {
    valueDate,
    bookedOn: booked === undefined ? valueDate : near(valueDate, booked, where),
    amount: isOut && cents !== 0 ? -cents : cents,
    bankCode: kind!,
    bankRef: orNull(bankRef),
  };
}

/** The booking date has no year: it is the one that is closest to the value date. */
function near(valueDate: PlainDate, monthDay: string, where: string): PlainDate {
  const year = Number(valueDate.slice(2, 4));
  const [ours, theirs] = [Number(valueDate.slice(5, 7)), Number(monthDay.slice(0, 2))];
  const turn = ours - theirs > 6 ? 1 : theirs - ours > 6 ? -1 : 0;
  return dateIn(`${String((year + turn + 100) % 100).padStart(2, '0')}${monthDay}`, where);
}

type Told = Pick<BankEntry, 'endToEndId' | 'payerName' | 'payerIban' | 'text'>;

/** `:86:` with sub-fields (`?20…?32…`), with words (`/EREF/…/NAME/…`), or as free text. */
function toldOf(text: string): Told {
  const flat = text.replace(/\n/g, '');
  if (/^\d{3}\?/.test(flat)) return bySubfields(flat);
  if (/\/(EREF|REMI|NAME|ORDP|BENM)\//.test(flat)) return byWords(flat);
  return { endToEndId: null, payerName: null, payerIban: null, text: oneLine(text) };
}

function bySubfields(flat: string): Told {
  const parts = new Map(
    flat
      .split('?')
      .slice(1)
      .map((part) => [part.slice(0, 2), part.slice(2)]),
  );
  const purpose = [...parts]
    .filter(([tag]) => /^(2\d|6[0-3])$/.test(tag))
    .map(([, value]) => value)
    .join('');
  const reference = /EREF\+(.*?)(?=(?:[A-Z]{4}\+|$))/.exec(purpose)?.[1];
  const remittance = /SVWZ\+(.*?)(?=(?:[A-Z]{4}\+|$))/.exec(purpose)?.[1];
  return {
    endToEndId: endToEnd(reference),
    payerName: orNull(`${parts.get('32') ?? ''}${parts.get('33') ?? ''}`),
    payerIban: ibanOf(parts.get('31')) ?? ibanOf(parts.get('38')),
    text: joined([remittance ?? purpose, parts.get('00')]),
  };
}

function byWords(flat: string): Told {
  const words = new Map<string, string>();
  for (const [, word, value] of flat.matchAll(/\/([A-Z]{3,4})\/((?:(?!\/[A-Z]{3,4}\/)[^])*)/g))
    if (!words.has(word!)) words.set(word!, value!.replace(/^\/+|\/+$/g, ''));
  return {
    endToEndId: endToEnd(words.get('EREF')),
    payerName: orNull(words.get('NAME') ?? words.get('ORDP') ?? words.get('BENM')),
    payerIban: ibanOf(words.get('IBAN') ?? words.get('ACCT')),
    text: oneLine(words.get('REMI')?.replace(/^(USTD|STRD)\/+/, '') ?? flat),
  };
}

function balanceOf(field: Field): { amount: Cents; currency: string; on: PlainDate } {
  const where = `line ${field.line}`;
  const found = /^([CD])(\d{6})([A-Z]{3})(\d{1,12},\d{0,2})\s*$/.exec(field.text);
  if (!found) throw badLine(where, `this is no balance: ${JSON.stringify(`:${field.tag}:${field.text}`)}`);
  const [, side, day, currency, text] = found;
  const amount = amountIn(text!, where);
  return {
    amount: side === 'D' && amount !== 0 ? -amount : amount,
    currency: currency!,
    on: dateIn(day!, where),
  };
}

function amountIn(text: string, where: string): Cents {
  const amount = parseDecimal(text.endsWith(',') ? `${text}00` : text, 2);
  if (amount === undefined) throw badLine(where, `${JSON.stringify(text)} is no amount`);
  return amount;
}

/** YYMMDD. */
function dateIn(text: string, where: string): PlainDate {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2000 + year, month))
    throw badLine(where, `${JSON.stringify(text)} is no date`);
  return dateOf(2000 + year, month, day);
}
