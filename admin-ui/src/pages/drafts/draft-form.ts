import { parsePrice, price } from '../../app/format.ts';
import type { Ref3 } from '../contracts/contract.ts';
import { emptyPrice, isPriced, parseRate, type TypedPrice } from '../plans/price-form.ts';
import type { Body, Draft } from './draft.ts';

export type LineForm = {
  plan: string | null;
  description: string;
  quantity: string;
  unit: string;
  price: TypedPrice;
  contract: string | null;
};
/** A draft as it is typed. Empty terms of payment are the customer's. */
export type DraftForm = {
  customer: Ref3 | null;
  lines: LineForm[];
  causale: string;
  paymentMethod: string | null;
  paymentDays: string;
  purchaseOrder: string;
  purchaseOrderDate: string;
  cig: string;
  cup: string;
};

export const emptyLine = (): LineForm => ({
  plan: null,
  description: '',
  quantity: '1',
  unit: '',
  price: { ...emptyPrice(), vatIncluded: false },
  contract: null,
});

export const emptyForm = (customer: Ref3 | null = null): DraftForm => ({
  customer,
  lines: [emptyLine()],
  causale: '',
  paymentMethod: null,
  paymentDays: '',
  purchaseOrder: '',
  purchaseOrderDate: '',
  cig: '',
  cup: '',
});

/** A price, a quantity or a rate as it is typed: `24,90`. */
export const typedPrice = (e8: number): string => price(e8).replace(' €', '');
export const typedNumber = (value: number): string => String(value).replace('.', ',');

export function formOf(draft: Draft): DraftForm {
  const lines = draft.lines.map((line): LineForm => ({
    plan: null,
    description: line.description,
    quantity: typedNumber(line.quantity / 1e6),
    unit: line.unit ?? '',
    price: {
      amount: typedPrice(line.priceE8),
      vatIncluded: line.vatIncluded,
      vatRate: typedNumber(line.vatRate / 100),
      natura: line.natura ?? '',
      vatReference: line.vatReference ?? '',
    },
    contract: line.contract,
  }));
  const { id, code, name } = draft.customer;
  return {
    customer: { id, code, name },
    lines: lines.length > 0 ? lines : [emptyLine()],
    causale: draft.causale ?? '',
    paymentMethod: draft.paymentMethod,
    paymentDays: draft.paymentDays === null ? '' : String(draft.paymentDays),
    purchaseOrder: draft.purchaseOrder ?? '',
    purchaseOrderDate: draft.purchaseOrderDate ?? '',
    cig: draft.cig ?? '',
    cup: draft.cup ?? '',
  };
}

/** In millionths; undefined when it is no quantity. */
export function parseQuantity(text: string): number | undefined {
  const parsed = parsePrice(text);
  return parsed === undefined || parsed <= 0 || parsed % 100 !== 0 || parsed > 1e12
    ? undefined
    : parsed / 100;
}
export const isDays = (text: string): boolean =>
  text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 365);

/** A line that nobody has begun: it is not sent. */
export const isUntouched = ({ description, price: { amount } }: LineForm): boolean =>
  description.trim() === '' && amount.trim() === '';
const isWhole = (line: LineForm): boolean =>
  line.description.trim() !== '' && parseQuantity(line.quantity) !== undefined && isPriced(line.price);

/** Where each line that is sent stands among those that are typed. */
export const sentLines = (form: DraftForm): number[] =>
  form.lines.flatMap((line, index) => (isUntouched(line) ? [] : [index]));

/** As the server takes it; undefined while something of it is no number yet. */
export function bodyOf(form: DraftForm): Body | undefined {
  const lines = sentLines(form).map((index) => form.lines[index]!);
  if (form.customer === null || !lines.every(isWhole) || !isDays(form.paymentDays)) return undefined;
  return {
    customer: form.customer.code,
    lines: lines.map((line) => {
      const isFree = parseRate(line.price.vatRate) === 0;
      return {
        description: line.description.trim(),
        quantity: parseQuantity(line.quantity)!,
        unit: line.unit.trim() || null,
        priceE8: parsePrice(line.price.amount)!,
        vatIncluded: line.price.vatIncluded,
        vatRate: parseRate(line.price.vatRate)!,
        natura: isFree ? line.price.natura.trim() || null : null,
        vatReference: isFree ? line.price.vatReference.trim() || null : null,
        contract: line.contract,
      };
    }),
    causale: form.causale.trim() || null,
    paymentMethod: form.paymentMethod || null,
    paymentDays: form.paymentDays.trim() === '' ? null : Number(form.paymentDays),
    purchaseOrder: form.purchaseOrder.trim() || null,
    purchaseOrderDate: form.purchaseOrderDate || null,
    cig: form.cig.trim() || null,
    cup: form.cup.trim() || null,
  };
}
