import { randomUUID } from 'node:crypto';
import {
  Conflict,
  Invalid,
  NotFound,
  type Cents,
  type Clock,
  type EventMap,
  type NewPayment,
  type PaymentChange,
  type PaymentMethod,
  type PaymentReversal,
  type PaymentShare,
  type PaymentState,
  type PlainDate,
  type Sql,
  type Tx,
} from '@traliccio/sdk';
import type { Events } from '../../kernel/events/events.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { Accounts, liveAllocations, type Item, type Paid, type Side } from './accounts.ts';
import { debtsFor, type Wanted } from './debts.ts';
import { paymentRow, type PaymentKind, type PaymentRow } from './payment-row.ts';
import { checkAmount, checkPayment, notBefore, notInFuture, transitionOf } from './payment.rules.ts';
import { isCounter, takeReceipt } from './receipts.ts';
import { spread } from './spread.ts';

export type PaymentDeps = {
  readonly audit: AuditWriter;
  readonly events: Pick<Events, 'emit' | 'emitMany'>;
  readonly clock: Clock;
};
export type OperatorPayment = Omit<NewPayment, 'key' | 'state'>;
export type Recorded = { readonly paymentId: number; readonly created: boolean };
export type Refund = {
  readonly customerId: number;
  readonly amount: Cents;
  readonly method: PaymentMethod;
  readonly on: PlainDate;
  readonly note?: string | null;
};

type NewRow = {
  readonly key: string;
  readonly source: string;
  readonly customerId: number;
  readonly kind: PaymentKind;
  readonly side: Side;
  readonly amount: Cents;
  readonly method: PaymentMethod;
  readonly state: PaymentState;
  readonly receivedOn: PlainDate;
  readonly undoes?: number;
  readonly reason?: string | null;
  readonly fee?: Cents | null;
  readonly more?: Pick<NewPayment, 'valueDate' | 'reference' | 'payer' | 'note'>;
};

/** Payments: recorded, moved on, taken back; what they pay, and what is left of them. */
export class PaymentService {
  readonly #deps: PaymentDeps;

  constructor(deps: PaymentDeps) {
    this.#deps = deps;
  }

  /** Of a plugin, as the key says. @throws NotFound, Invalid, Conflict */
  record(tx: Tx, payment: NewPayment): Promise<Recorded> {
    return this.#record(tx, payment, { kind: 'plugin', name: sourceOf(payment.key) });
  }

  /** At the desk: cash and POS get a number of the operator's receipts. @throws NotFound, Invalid, Conflict */
  async receive(tx: Tx, payment: OperatorPayment, by: Actor): Promise<number> {
    const [customer] = await tx.all('SELECT id FROM customer WHERE id = ?', [payment.customerId]);
    if (!customer)
      throw new Invalid('payment.customer_unknown', `there is no customer ${payment.customerId}`, {
        field: 'customerId',
      });
    const key = `operator:${randomUUID()}`;
    return (await this.#record(tx, { ...payment, key }, by)).paymentId;
  }

  /** @throws NotFound, Conflict */
  async changeState(tx: Tx, change: PaymentChange, by?: Actor): Promise<void> {
    const found = await paymentRow(tx, change);
    const accounts = await this.#lock(tx, found.customerId);
    const payment = await paymentRow(tx, { paymentId: found.id });
    if (payment.kind !== 'payment')
      throw new Conflict('payment.state', `a ${payment.kind} does not become ${change.state}`);
    const transition = transitionOf(payment.state, change.state);
    if (transition === 'none') return;
    notInFuture(change.on, this.#deps.clock.today(), 'on');
    const reason = change.reason ?? null;
    await tx.run('UPDATE payment SET state = ?, state_on = ?, reason = ?, fee = ? WHERE id = ?', [
      change.state,
      change.on,
      reason,
      change.fee ?? null,
      payment.id,
    ]);
    const actor = by ?? { kind: 'plugin', name: sourceOf(payment.key) };
    if (transition === 'book') await this.#book(tx, accounts, payment, change.on);
    if (transition === 'give up') await this.#giveUp(tx, accounts, payment);
    if (transition === 'take back')
      await this.#takeBack(tx, accounts, payment, { kind: 'return', on: change.on, reason, by: actor });
    await this.#finish(tx, accounts, change.on);
    await this.#deps.audit.record(tx, {
      actor,
      action: `payment.${change.state}`,
      entity: 'payment',
      entityId: payment.id,
      detail: { on: change.on, reason },
    });
  }

  /** @throws NotFound, Conflict */
  async reverse(tx: Tx, reversal: PaymentReversal, by?: Actor): Promise<void> {
    const found = await paymentRow(tx, reversal);
    const accounts = await this.#lock(tx, found.customerId);
    const payment = await paymentRow(tx, { paymentId: found.id });
    if (payment.state === 'reversed') return;
    if (payment.state === 'returned')
      throw new Conflict('payment.state', 'the payment has come back already: there is nothing to take back');
    if (payment.kind === 'return' || payment.kind === 'reversal')
      throw new Conflict('payment.state', `a ${payment.kind} is not taken back: record the payment again`);
    const { on, reason } = reversal;
    notInFuture(on, this.#deps.clock.today(), 'on');
    const actor = by ?? { kind: 'plugin', name: sourceOf(payment.key) };
    await tx.run("UPDATE payment SET state = 'reversed', state_on = ?, reason = ? WHERE id = ?", [
      on,
      reason,
      payment.id,
    ]);
    if (payment.state === 'pending') await this.#giveUp(tx, accounts, payment);
    else await this.#takeBack(tx, accounts, payment, { kind: 'reversal', on, reason, by: actor });
    await this.#finish(tx, accounts, on);
    await this.#deps.audit.record(tx, {
      actor,
      action: 'payment.reversed',
      entity: 'payment',
      entityId: payment.id,
      detail: { on, reason },
    });
  }

  /** What is left of a payment pays these invoices, or the oldest. @throws NotFound, Invalid, Conflict */
  async allocate(tx: Tx, paymentId: number, wanted: Wanted, by: Actor): Promise<void> {
    const found = await paymentRow(tx, { paymentId });
    const accounts = await this.#lock(tx, found.customerId);
    const today = this.#deps.clock.today();
    const [credit] = await accounts.items('payment', [paymentId]);
    if (!credit || credit.side !== 'credit' || credit.open === 0)
      throw new Conflict('payment.no_credit', 'nothing is left of the payment');
    const shares = await this.#pay(tx, accounts, { credit, wanted, date: today });
    await this.#finish(tx, accounts, today);
    await this.#deps.audit.record(tx, {
      actor: by,
      action: 'payment.allocated',
      entity: 'payment',
      entityId: paymentId,
      detail: { shares },
    });
  }

  /** All credit of a customer, of credit notes too, pays these invoices, or the oldest. @throws NotFound, Invalid, Conflict */
  async useCredit(tx: Tx, customerId: number, wanted: Wanted, by: Actor): Promise<PaymentShare[]> {
    const accounts = await this.#lock(tx, customerId);
    const today = this.#deps.clock.today();
    const credits = (await accounts.openItems([customerId])).filter(({ side }) => side === 'credit');
    if (credits.length === 0) throw new Conflict('payment.no_credit', 'the customer has no credit');
    const most = accounts.creditOf(customerId);
    const debts = await debtsFor(tx, accounts, { customerId, wanted, most });
    const shares = spread(credits.map(whole), debts);
    for (const share of shares) accounts.allocate(share.credit, share.debit, share.amount, today);
    const paid = shares.map(({ debit, amount }) => ({ documentId: debit.id, amount }));
    await this.#finish(tx, accounts, today);
    await this.#deps.audit.record(tx, {
      actor: by,
      action: 'payment.allocated',
      entity: 'customer',
      entityId: customerId,
      detail: { shares: paid },
    });
    return paid;
  }

  /** Pays credit back to the customer. @throws NotFound, Invalid, Conflict (more than his credit) */
  async refund(tx: Tx, refund: Refund, by: Actor): Promise<number> {
    const { customerId, amount, method, on } = refund;
    checkAmount(amount);
    notInFuture(on, this.#deps.clock.today(), 'on');
    const accounts = await this.#lock(tx, customerId);
    if (accounts.creditOf(customerId) < amount)
      throw new Conflict(
        'payment.credit_too_small',
        `the customer has a credit of ${accounts.creditOf(customerId)} cents: no more can be paid back`,
        { field: 'amount' },
      );
    const key = `operator:${randomUUID()}`;
    const row: NewRow = {
      key,
      source: 'operator',
      customerId,
      kind: 'refund',
      side: 'debit',
      amount,
      method,
      state: 'settled',
      receivedOn: on,
      more: { note: refund.note ?? null },
    };
    const id = await this.#insert(tx, row, deskOf(by));
    const debit = accounts.add(itemOf(row, id));
    const credits = (await accounts.openItems([customerId])).filter(({ side }) => side === 'credit');
    for (const share of spread(credits.map(whole), [{ of: debit, amount }]))
      accounts.allocate(share.credit, share.debit, share.amount, on);
    await this.#finish(tx, accounts, on);
    await this.#deps.audit.record(tx, {
      actor: by,
      action: 'payment.refunded',
      entity: 'payment',
      entityId: id,
      detail: { customer: customerId, amount, method },
    });
    return id;
  }

  async #record(tx: Tx, payment: NewPayment, by: Actor): Promise<Recorded> {
    checkPayment(payment, this.#deps.clock.today());
    const [known] = await tx.all<{ id: number }>('SELECT id FROM payment WHERE payment_key = ?', [
      payment.key,
    ]);
    if (known) return { paymentId: known.id, created: false };
    const { customerId, amount, receivedOn, allocate: wanted } = payment;
    const accounts = await this.#lock(tx, customerId);
    const row: NewRow = {
      ...payment,
      source: sourceOf(payment.key),
      kind: 'payment',
      side: 'credit',
      state: payment.state ?? 'settled',
      more: payment,
    };
    const id = await this.#insert(tx, row, deskOf(by));
    let shares: readonly PaymentShare[];
    if (row.state === 'pending') {
      shares = await this.#pend(tx, accounts, { id, customerId, amount, wanted });
    } else {
      const credit = accounts.add(itemOf(row, id));
      shares = await this.#pay(tx, accounts, { credit, wanted, date: receivedOn });
      await this.#received(tx, { id, customerId, amount });
    }
    await this.#finish(tx, accounts, receivedOn);
    await this.#deps.audit.record(tx, {
      actor: by,
      action: 'payment.recorded',
      entity: 'payment',
      entityId: id,
      detail: { customer: customerId, amount, method: payment.method, state: row.state, shares },
    });
    return { paymentId: id, created: true };
  }

  async #pay(
    tx: Tx,
    accounts: Accounts,
    { credit, wanted, date }: { credit: Item; wanted: Wanted; date: PlainDate },
  ): Promise<PaymentShare[]> {
    const debts = await debtsFor(tx, accounts, { customerId: credit.customerId, wanted, most: credit.open });
    const shares = spread([whole(credit)], debts);
    for (const share of shares) accounts.allocate(credit, share.debit, share.amount, date);
    return shares.flatMap(({ debit, amount }) =>
      debit.kind === 'document' ? [{ documentId: debit.id, amount }] : [],
    );
  }

  /** A payment that only was asked for is meant for these invoices, and pays none of them yet. */
  async #pend(
    tx: Tx,
    accounts: Accounts,
    { id, customerId, amount, wanted }: { id: number; customerId: number; amount: Cents; wanted: Wanted },
  ): Promise<PaymentShare[]> {
    const debts = (await debtsFor(tx, accounts, { customerId, wanted, most: amount })).filter(
      ({ of }) => of.kind === 'document',
    );
    const shares = spread([{ of: id, amount }], debts);
    for (const share of shares) accounts.pend(share.debit, share.amount);
    await tx.insert(
      'pending_share',
      ['payment_id', 'document_id', 'amount'],
      shares.map((share) => [id, share.debit.id, share.amount]),
    );
    return shares.map((share) => ({ documentId: share.debit.id, amount: share.amount }));
  }

  /** What was pending counts now: it pays what it was meant for, as far as that is still open. */
  async #book(tx: Tx, accounts: Accounts, payment: PaymentRow, on: PlainDate): Promise<void> {
    await tx.run('UPDATE payment SET booked_on = ?, rest = amount, has_rest = 1 WHERE id = ?', [
      on,
      payment.id,
    ]);
    const meant = await this.#unpend(tx, accounts, payment.id);
    const credit = accounts.add(itemOf(payment, payment.id));
    const debts = meant.map(({ item, amount }) => ({ of: item, amount: Math.min(amount, item.open) }));
    for (const share of spread([whole(credit)], debts))
      accounts.allocate(credit, share.debit, share.amount, on);
    await this.#received(tx, payment);
  }

  async #giveUp(tx: Tx, accounts: Accounts, payment: PaymentRow): Promise<void> {
    const meant = await this.#unpend(tx, accounts, payment.id);
    await this.#returned(
      tx,
      payment,
      meant.map(({ item }) => item.id),
    );
  }

  /** The caller changes the payment's state. */
  async #unpend(tx: Tx, accounts: Accounts, paymentId: number): Promise<{ item: Item; amount: Cents }[]> {
    const shares = await sharesOf(tx, paymentId);
    const items = await accounts.items(
      'document',
      shares.map((one) => one.documentId),
    );
    return shares.map(({ documentId, amount }) => {
      const item = items.find((one) => one.id === documentId) as Item;
      accounts.pend(item, -amount);
      return { item, amount };
    });
  }

  /** A counter-entry takes all of it; what it paid is open again. */
  async #takeBack(
    tx: Tx,
    accounts: Accounts,
    payment: PaymentRow,
    of: { kind: 'return' | 'reversal'; on: PlainDate; reason: string | null; by: Actor },
  ): Promise<void> {
    notBefore(of.on, payment.bookedOn);
    const allocations = await liveAllocations(tx, payment.side, { kind: 'payment', id: payment.id });
    await accounts.undo(allocations, of.on);
    const row: NewRow = {
      key: `core:${of.kind}/${payment.id}`,
      source: 'core',
      customerId: payment.customerId,
      kind: of.kind,
      side: payment.side === 'credit' ? 'debit' : 'credit',
      amount: payment.amount,
      method: payment.method,
      state: 'settled',
      receivedOn: of.on,
      undoes: payment.id,
      reason: of.reason,
    };
    // What was taken at a desk is taken out of the same one.
    const desk = payment.operator ?? deskOf(of.by);
    const counter = accounts.add(itemOf(row, await this.#insert(tx, row, desk)));
    const [own] = await accounts.items('payment', [payment.id]);
    const [credit, debit] = payment.side === 'credit' ? [own as Item, counter] : [counter, own as Item];
    accounts.allocate(credit, debit, payment.amount, of.on);
    if (payment.kind !== 'payment') return;
    const paid = allocations.filter((one) => one.debitKind === 'document').map((one) => one.debitId);
    await this.#returned(tx, payment, [...new Set(paid)]);
  }

  async #insert(tx: Tx, row: NewRow, desk: string | null): Promise<number> {
    const isPending = row.state === 'pending';
    const receipt =
      desk !== null && isCounter(row.method)
        ? await takeReceipt(tx, { operator: desk, day: row.receivedOn })
        : null;
    await tx.insert('payment', COLUMNS, [
      [
        row.key,
        row.source,
        row.customerId,
        row.kind,
        row.side,
        row.amount,
        isPending ? 0 : row.amount,
        isPending ? 0 : 1,
        row.method,
        row.state,
        row.receivedOn,
        row.receivedOn,
        isPending ? null : row.receivedOn,
        row.more?.valueDate ?? null,
        row.more?.reference ?? null,
        row.more?.payer ?? null,
        row.more?.note ?? null,
        row.reason ?? null,
        row.undoes ?? null,
        desk,
        receipt,
        this.#deps.clock.now(),
      ],
    ]);
    const [written] = await tx.all<{ id: number }>('SELECT id FROM payment WHERE payment_key = ?', [row.key]);
    return (written as { id: number }).id;
  }

  async #lock(tx: Tx, customerId: number): Promise<Accounts> {
    const [customer] = await tx.all('SELECT id FROM customer WHERE id = ?', [customerId]);
    if (!customer) throw new NotFound('customer.not_found', `there is no customer ${customerId}`);
    return Accounts.lock(tx, [customerId], this.#deps.clock.now());
  }

  async #finish(tx: Tx, accounts: Accounts, on: PlainDate): Promise<void> {
    await emitPaid(tx, this.#deps.events, await accounts.write(), on);
  }

  #received(
    tx: Tx,
    { id, customerId, amount }: Pick<PaymentRow, 'id' | 'customerId' | 'amount'>,
  ): Promise<void> {
    const data = { paymentId: id, customerId, amount };
    return this.#emit(tx, 'payment.received', data);
  }

  #returned(tx: Tx, payment: PaymentRow, documentIds: readonly number[]): Promise<void> {
    const { id: paymentId, customerId, amount } = payment;
    return this.#emit(tx, 'payment.returned', { paymentId, customerId, amount, documentIds });
  }

  #emit<N extends 'payment.received' | 'payment.returned'>(
    tx: Tx,
    name: N,
    data: EventMap[N],
  ): Promise<void> {
    const { paymentId } = data;
    return this.#deps.events.emit(tx, name, `payment:${paymentId}`, data, { effectKey: String(paymentId) });
  }
}

const COLUMNS = [
  'payment_key',
  'source',
  'customer_id',
  'kind',
  'side',
  'amount',
  'rest',
  'has_rest',
  'method',
  'state',
  'state_on',
  'received_on',
  'booked_on',
  'value_date',
  'reference',
  'payer',
  'note',
  'reason',
  'undoes',
  'operator',
  'receipt_number',
  'created_at',
];

const sourceOf = (key: string): string => key.slice(0, key.indexOf(':'));
const deskOf = (by: Actor): string | null => (by.kind === 'operator' ? by.name : null);
const whole = (item: Item): { of: Item; amount: Cents } => ({ of: item, amount: item.open });

const itemOf = (row: Pick<NewRow, 'customerId' | 'side' | 'receivedOn' | 'amount'>, id: number): Item => ({
  kind: 'payment',
  id,
  customerId: row.customerId,
  side: row.side,
  dueOn: row.receivedOn,
  open: row.amount,
  pending: 0,
});

const sharesOf = (sql: Sql, paymentId: number): Promise<PaymentShare[]> =>
  sql.all(
    'SELECT document_id AS documentId, amount FROM pending_share WHERE payment_id = ? ORDER BY document_id',
    [paymentId],
  );

/** Each time that nothing is open of an invoice any more is another effect. */
export const emitPaid = (
  tx: Tx,
  events: Pick<Events, 'emitMany'>,
  paid: readonly Paid[],
  on: PlainDate,
): Promise<void> =>
  events.emitMany(
    tx,
    'document.paid',
    paid.map(({ documentId, customerId, entry }) => ({
      aggregate: `document:${documentId}`,
      data: { documentId, customerId, on },
      effectKey: `${documentId}:${entry}`,
    })),
  );
