import {
  Conflict,
  Invalid,
  mulDiv,
  NotFound,
  ONE,
  type Cents,
  type Micro,
  type PriceE8,
} from '@traliccio/sdk';
import { lineTotalE8, type PricedLine } from './totals.ts';

/** A line of an invoice and what has been taken of it since. */
export type CreditableLine = PricedLine & {
  readonly number: number;
  readonly description: string;
  readonly quantity: Micro;
  readonly unit: string | null;
  readonly unitPriceE8: PriceE8;
  readonly totalE8: PriceE8;
  /** By credit notes. */
  readonly credited: Cents;
  /** By later negative charges, on other invoices or on none yet. */
  readonly givenBack: Cents;
  readonly left: Cents;
  readonly leftQuantity: Micro;
};

/** What is asked for of a line; neither quantity nor amount asks for all that is left. */
export type LineRequest = {
  readonly line: number;
  readonly quantity?: Micro | undefined;
  /** Of the line's sign; gross where the line is. */
  readonly amount?: Cents | undefined;
  readonly rebill?: boolean | undefined;
};
export type CreditedLine = {
  readonly line: CreditableLine;
  readonly amount: Cents;
  readonly quantity: Micro;
  readonly unitPriceE8: PriceE8;
  readonly totalE8: PriceE8;
  /** All of the line, of which nothing was taken before. */
  readonly isWhole: boolean;
  readonly rebill: boolean;
};

/** What is left of a line once notes and negative charges have taken from it: never of the other sign. */
export function leftOf(amount: Cents, taken: Cents): Cents {
  const left = amount - taken;
  return Math.sign(left) === Math.sign(amount) ? left : 0;
}

/** A cent of difference is what parts of a line may be rounded by. */
const isShareOf = (amount: Cents, part: Micro, line: { amount: Cents; quantity: Micro }): boolean =>
  line.quantity !== 0 && Math.abs(amount - mulDiv(line.amount, part, line.quantity)) <= 1;

/** The quantity that a note has taken: none where it has only lowered the price. */
export const quantityTaken = (
  line: { readonly amount: Cents; readonly quantity: Micro },
  note: { readonly amount: Cents; readonly quantity: Micro },
): Micro => (isShareOf(note.amount, note.quantity, line) ? note.quantity : 0);

/**
 * The lines of a credit note. Without requests it is all that is left of each line; of an invoice of which nothing was
 * taken also the lines that cost nothing.
 * @throws NotFound, Invalid, Conflict
 */
export function creditedLines(
  lines: readonly CreditableLine[],
  requests: readonly LineRequest[] | undefined,
  rebill: boolean,
): CreditedLine[] {
  if (requests === undefined) {
    const untouched = lines.every((line) => line.left === line.amount);
    return lines
      .filter((line) => untouched || line.left !== 0)
      .map((line) => partOf(line, { line: line.number, rebill }, 'rebill'));
  }
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const seen = new Set<number>();
  return requests
    .map((request, i): CreditedLine => {
      const line = byNumber.get(request.line);
      if (!line)
        throw new NotFound('document.line_not_found', `the invoice has no line ${request.line}`, {
          field: `lines[${i}].line`,
        });
      if (seen.has(line.number))
        throw new Invalid('document.line_twice', `line ${line.number} is named twice`, {
          field: `lines[${i}].line`,
        });
      seen.add(line.number);
      return partOf(line, { ...request, rebill: request.rebill ?? rebill }, `lines[${i}]`);
    })
    .toSorted((a, b) => a.line.number - b.line.number);
}

function partOf(line: CreditableLine, request: LineRequest, path: string): CreditedLine {
  const isPart = request.quantity !== undefined || request.amount !== undefined;
  if (line.left === 0 && (line.amount !== 0 || isPart))
    throw new Conflict('document.line_credited', `nothing is left to credit of line ${line.number}`, {
      field: path,
    });
  const amount = amountOf(line, request, path);
  const isWhole = amount === line.amount && line.left === line.amount;
  const wantsAgain = request.rebill === true;
  if (wantsAgain && !isWhole)
    throw new Invalid(
      'document.rebill_partial',
      `line ${line.number} is credited in part: only what is credited as a whole can be billed again`,
      { field: path === 'rebill' ? path : `${path}.rebill` },
    );
  if (isWhole)
    return {
      line,
      amount,
      quantity: line.quantity,
      unitPriceE8: line.unitPriceE8,
      totalE8: line.totalE8,
      isWhole,
      rebill: wantsAgain,
    };
  const totalE8 = lineTotalE8({ ...line, amount });
  const quantity =
    request.quantity ??
    (amount === line.left && isShareOf(amount, line.leftQuantity, line) ? line.leftQuantity : ONE);
  return {
    line,
    amount,
    quantity,
    unitPriceE8: unitPrice(line, quantity, totalE8),
    totalE8,
    isWhole,
    rebill: false,
  };
}

function amountOf(line: CreditableLine, { quantity, amount }: LineRequest, path: string): Cents {
  if (quantity !== undefined && amount !== undefined)
    throw new Invalid(
      'document.credit_ambiguous',
      `line ${line.number}: give a quantity or an amount, not both`,
      { field: `${path}.amount` },
    );
  const exceeds = (field: string, left: string): never => {
    throw new Conflict('document.credit_exceeds', `line ${line.number}: only ${left} is left to credit`, {
      field: `${path}.${field}`,
    });
  };
  if (amount !== undefined) {
    if (amount === 0 || Math.sign(amount) !== Math.sign(line.amount))
      throw new Invalid(
        'document.credit_sign',
        `line ${line.number} is of ${line.amount} cents: what is credited of it has the same sign, and is not zero`,
        { field: `${path}.amount` },
      );
    if (Math.abs(amount) > Math.abs(line.left)) exceeds('amount', `${line.left} cents`);
    return amount;
  }
  if (quantity === undefined || quantity === line.leftQuantity) return line.left;
  if (quantity > line.leftQuantity) exceeds('quantity', `a quantity of ${line.leftQuantity} millionths`);
  const before = line.quantity - line.leftQuantity;
  const share = (part: Micro): Cents => mulDiv(line.amount, part, line.quantity);
  const part = share(before + quantity) - share(before);
  if (part === 0)
    throw new Invalid('document.credit_nothing', `that quantity of line ${line.number} comes to nothing`, {
      field: `${path}.quantity`,
    });
  if (Math.abs(part) > Math.abs(line.left)) exceeds('quantity', `${line.left} cents`);
  return part;
}

/** The invoice's where that comes to the total within the SDI's cent, else the one that does. */
function unitPrice(line: CreditableLine, quantity: Micro, totalE8: PriceE8): PriceE8 {
  const off = mulDiv(line.unitPriceE8, quantity, ONE) - totalE8;
  return Math.abs(off) < 999_999 ? line.unitPriceE8 : mulDiv(totalE8, ONE, quantity);
}
