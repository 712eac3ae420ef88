import { parseDate, parsePrice, price } from '../../app/format.ts';
import type { Ref3 } from '../contracts/contract.ts';
import { emptyPrice, isPriced, parseRate, type TypedPrice } from '../plans/price-form.ts';
import type { Body, Draft } from './draft.ts';

export const KINDS = ['TD01', 'TD24', 'TD26'] as const;
export type DeliveryForm = { number: string; date: string; lines: number[] };
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
  kind: (typeof KINDS)[number];
  lines: LineForm[];
  /** Lines by their numbers as they stand here; none where all were delivered. */
  deliveries: DeliveryForm[];
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

export const emptyDelivery = (): DeliveryForm => ({ number: '', date: '', lines: [] });

export const emptyForm = (customer: Ref3 | null = null): DraftForm => ({
  customer,
  kind: 'TD01',
  lines: [emptyLine()],
  deliveries: [],
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
    kind: draft.tipoDocumento,
    deliveries: draft.deliveryNotes.map((note) => ({ ...note, lines: [...note.lines] })),
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
  const notes = form.kind === 'TD24' ? form.deliveries : [];
  if (form.customer === null || !lines.every(isWhole) || !isDays(form.paymentDays)) return undefined;
  if (!notes.every(({ number, date }) => number.trim() !== '' && parseDate(date) === date)) return undefined;
  const sent = sentLines(form);
  return {
    customer: form.customer.code,
    tipoDocumento: form.kind,
    deliveryNotes: notes.map((note) => ({
      number: note.number.trim(),
      date: note.date,
      lines: note.lines.map((line) => sent.indexOf(line - 1) + 1).filter((line) => line > 0),
    })),
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

/** Takes a line away; deliveries go on naming the others. */
export function removeLine(form: DraftForm, index: number): void {
  form.lines.splice(index, 1);
  for (const note of form.deliveries)
    note.lines = note.lines.flatMap((line) =>
      line === index + 1 ? [] : [line > index + 1 ? line - 1 : line],
    );
}
