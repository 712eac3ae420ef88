import { priceTimes, type Cents, type Finding, type PlainDate } from '@traliccio/sdk';
import { checkText } from '../address.ts';
import { isPaymentMethod } from '../bank.ts';
import { isBasicLatin } from '../printable.ts';
import { type Problem, Problems } from '../problem.ts';
import { checkVat } from '../vat.ts';
import type { DraftBody } from './draft.schema.ts';

/** Fifty million euro: beyond, amounts with 8 decimals are no longer exact. */
const HIGHEST_SUM: Cents = 5_000_000_000;

/** What keeps the amounts of a draft from being computed at all. */
export function checkSums({ lines }: Pick<DraftBody, 'lines'>): Problem[] {
  let sum = 0;
  for (const { priceE8, quantity } of lines) sum += Math.abs(priceTimes(priceE8, quantity));
  if (sum <= HIGHEST_SUM) return [];
  return [
    { field: 'lines', code: 'draft.total_too_high', message: 'the lines come to over 50 million euro' },
  ];
}

/** What must be mended before a draft can be issued. Fields are named as in imports: `lines[0].vat_rate`. */
export function checkDraft(
  body: DraftBody,
  {
    total,
    zeroTotal,
    date,
  }: { readonly total: Cents; readonly zeroTotal: 'skip' | 'issue'; readonly date: PlainDate },
): Problem[] {
  return [
    ...checkHead(body),
    ...body.lines.flatMap((line, index) => checkLine(line, `lines[${index}]`)),
    ...checkDeliveries(body, date),
    ...checkTotal(body, total, zeroTotal),
  ];
}

function checkHead(body: DraftBody): Problem[] {
  const problems = new Problems('draft');
  if (body.causale !== null) checkText(body.causale, { field: 'causale', max: 500 }, problems);
  if (body.paymentMethod !== null)
    problems.unless(
      isPaymentMethod(body.paymentMethod),
      'payment_method',
      'invalid',
      'the payment method is MP01 to MP23',
    );
  if (body.purchaseOrder === null)
    problems.unless(
      body.purchaseOrderDate === null && body.cig === null && body.cup === null,
      'purchase_order',
      'missing',
      'a date, a CIG or a CUP needs the order that it belongs to',
    );
  const plain = { purchase_order: body.purchaseOrder, cig: body.cig, cup: body.cup };
  for (const [field, value] of Object.entries(plain))
    problems.unless(value === null || isBasicLatin(value), field, 'invalid', `${field} has plain characters`);
  return problems.list;
}

function checkLine(line: DraftBody['lines'][number], path: string): Problem[] {
  const problems = new Problems('draft');
  checkText(line.description, { field: 'description', max: 1000 }, problems);
  if (line.unit !== null)
    problems.unless(isBasicLatin(line.unit), 'unit', 'invalid', 'the unit has plain characters');
  checkVat(line, problems);
  return problems.list.map((problem) => ({ ...problem, field: `${path}.${problem.field}` }));
}

/** Only a deferred invoice names deliveries, and it names one at least. */
function checkDeliveries({ tipoDocumento, deliveryNotes, lines }: DraftBody, date: PlainDate): Problem[] {
  const problems = new Problems('draft');
  const field = 'delivery_notes';
  if (tipoDocumento !== 'TD24') {
    problems.unless(
      deliveryNotes.length === 0,
      field,
      'not_allowed',
      'delivery notes go on a deferred invoice',
    );
    return problems.list;
  }
  problems.unless(
    deliveryNotes.length > 0,
    field,
    'missing',
    'a deferred invoice names its delivery notes: number and date',
  );
  const found = deliveryNotes.flatMap((note, index) => {
    const own = new Problems('draft');
    own.unless(isBasicLatin(note.number), 'number', 'invalid', 'the number has plain characters');
    own.unless(note.date <= date, 'date', 'invalid', `nothing has been delivered on ${note.date} yet`);
    own.unless(
      note.lines.every((line) => line <= lines.length),
      'lines',
      'unknown',
      'there is no such line',
    );
    return own.list.map((problem) => ({ ...problem, field: `${field}[${index}].${problem.field}` }));
  });
  return [...problems.list, ...found];
}

/** A deferred invoice is due by the 15th of the month after the delivery (art. 21 c. 4 lett. a DPR 633/1972). */
export function lateDeliveries({ tipoDocumento, deliveryNotes }: DraftBody, date: PlainDate): Finding[] {
  if (tipoDocumento !== 'TD24') return [];
  return deliveryNotes.flatMap((note, index): Finding[] =>
    date <= dueAfter(note.date)
      ? []
      : [
          {
            code: 'draft.delivery_note_late',
            severity: 'warning',
            path: `delivery_notes[${index}].date`,
            message: `what was delivered on ${note.date} had to be invoiced by ${dueAfter(note.date)}`,
          },
        ],
  );
}

function dueAfter(delivery: PlainDate): PlainDate {
  const [year, month] = delivery.split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return `${next}-15` as PlainDate;
}

function checkTotal({ lines }: DraftBody, total: Cents, zeroTotal: 'skip' | 'issue'): Problem[] {
  const field = 'lines';
  if (lines.length === 0)
    return [{ field, code: 'draft.lines_missing', message: 'an invoice has at least one line' }];
  if (total < 0)
    return [
      {
        field,
        code: 'draft.total_negative',
        message: 'an invoice is never negative: credit the invoice that this gives back instead',
      },
    ];
  if (total === 0 && zeroTotal === 'skip')
    return [
      {
        field,
        code: 'draft.total_zero',
        message: 'the lines come to nothing, and the issuer issues no invoices of nothing',
      },
    ];
  return [];
}
