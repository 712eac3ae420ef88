import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Draft } from './draft.ts';
import {
  bodyOf,
  emptyForm,
  emptyLine,
  formOf,
  parseQuantity,
  removeLine,
  sentLines,
  type DraftForm,
} from './draft-form.ts';

const CUSTOMER = { id: 1, code: 'C1', name: 'Rossi' };
const LINE = {
  description: 'Cavo',
  quantity: 2_500_000,
  unit: 'm',
  priceE8: -123_456_789,
  vatIncluded: true,
  vatRate: 2250,
  natura: null,
  vatReference: null,
  contract: 'K1',
};
const FREE = { ...LINE, unit: null, vatRate: 0, natura: 'N4', vatReference: 'art. 10', contract: null };
const DRAFT: Draft = {
  id: 1,
  state: 'draft',
  customer: CUSTOMER,
  tipoDocumento: 'TD24',
  lines: [LINE, FREE],
  deliveryNotes: [{ number: 'D7', date: '2026-10-01', lines: [2] }],
  attachments: [],
  causale: 'Vendita',
  paymentMethod: 'MP05',
  paymentDays: 0,
  purchaseOrder: 'O1',
  purchaseOrderDate: '2026-10-01',
  cig: 'Z1',
  cup: null,
  total: 1,
  document: null,
  version: 1,
  createdAt: 0,
  createdBy: 'anna',
  updatedAt: 0,
  updatedBy: 'anna',
};

it('what is shown of a draft is sent as it was', () => {
  const { tipoDocumento, deliveryNotes } = DRAFT;
  const { lines, causale, paymentMethod, paymentDays, purchaseOrder, purchaseOrderDate, cig, cup } = DRAFT;
  assert.deepEqual(bodyOf(formOf(DRAFT)), {
    customer: 'C1',
    tipoDocumento,
    deliveryNotes,
    lines,
    causale,
    paymentMethod,
    paymentDays,
    purchaseOrder,
    purchaseOrderDate,
    cig,
    cup,
  });
});

it('is not sent while something of it can not be read; lines that nobody began are left out', () => {
  const form = (changes: Partial<DraftForm>): DraftForm => ({ ...formOf(DRAFT), ...changes });
  assert.equal(bodyOf(form({ customer: null })), undefined);
  assert.equal(bodyOf(form({ paymentDays: '400' })), undefined);
  assert.equal(bodyOf(form({ lines: [{ ...emptyLine(), description: 'Router' }] })), undefined);
  const between = form({ lines: [emptyLine(), ...formOf(DRAFT).lines] });
  assert.deepEqual(sentLines(between), [1, 2]);
  assert.deepEqual(bodyOf(between)?.lines, DRAFT.lines);
  // Deliveries name lines by where they stand: the third is the second that is sent.
  between.deliveries = [{ number: 'D7', date: '2026-10-01', lines: [3] }];
  assert.deepEqual(bodyOf(between)?.deliveryNotes, DRAFT.deliveryNotes);
  removeLine(between, 0);
  assert.deepEqual(between.deliveries[0]?.lines, [2]);
  assert.deepEqual(bodyOf(between)?.deliveryNotes, DRAFT.deliveryNotes);
  removeLine(between, 1);
  assert.deepEqual(between.deliveries[0]?.lines, []);
  assert.equal(bodyOf(form({ deliveries: [{ number: 'D7', date: '', lines: [] }] })), undefined);
  assert.deepEqual(bodyOf(emptyForm(CUSTOMER))?.lines, []);
});

it('a quantity is more than nothing, with six places at most', () => {
  assert.deepEqual(
    ['1', '2,5', '0,000001', '1.000', '0', '-1', '1,0000001', 'x', '10001'].map(parseQuantity),
    [1_000_000, 2_500_000, 1, 1_000_000_000, undefined, undefined, undefined, undefined, undefined],
  );
});
