import type { Cents, PlainDate, Sql, SqlValue, Tx } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import { setEach } from './set-each.ts';

/** What stands on a customer's account: documents, and payments with their counter-entries and refunds. */
export type ItemKind = 'document' | 'payment';
/** A debit is what the customer owes: an invoice, a refund, money that came back. */
export type Side = 'debit' | 'credit';
export type Item = {
  readonly kind: ItemKind;
  readonly id: number;
  readonly customerId: number;
  readonly side: Side;
  /** What is older is paid, and used, first. */
  readonly dueOn: PlainDate;
  /** Not paid, or not used, yet. */
  readonly open: Cents;
  /** Of an invoice, what pending payments are meant for. */
  readonly pending: Cents;
};
/** So much of a credit pays a debit. Undoing one is another, with the amount taken back. */
export type Allocation = {
  readonly id: number;
  readonly creditKind: ItemKind;
  readonly creditId: number;
  readonly debitKind: ItemKind;
  readonly debitId: number;
  readonly amount: Cents;
};
export type Paid = { readonly documentId: number; readonly customerId: number; readonly entry: number };

type Balance = { owed: Cents; credit: Cents; lastEntry: number };
type Changing = { -readonly [K in keyof Item]: Item[K] };

const DOCUMENTS = `SELECT 'document' AS kind, document_id AS id, customer_id AS customerId, CASE kind WHEN 'invoice' THEN 'debit' ELSE 'credit' END AS side,
  due_date AS dueOn, open_amount AS open, pending FROM open_item`;
const PAYMENTS = `SELECT 'payment' AS kind, id, customer_id AS customerId, side, received_on AS dueOn, rest AS open, 0 AS pending FROM payment`;
const ALLOCATION = [
  'customer_id',
  'entry',
  'credit_kind',
  'credit_id',
  'debit_kind',
  'debit_id',
  'amount',
  'undoes',
  'date',
  'created_at',
];

const keyOf = (kind: ItemKind, id: number): string => `${kind}:${id}`;

/**
 * Accounts of customers, locked until the transaction ends: what is done to them is gathered here and written at once.
 * All that is read through it is read behind the lock, so nothing of it changes meanwhile.
 */
export class Accounts {
  readonly #tx: Tx;
  readonly #now: number;
  readonly #balances: ReadonlyMap<number, Balance>;
  readonly #items = new Map<string, Changing>();
  readonly #changed = new Set<Changing>();
  readonly #paid = new Map<number, Paid>();
  #allocations: SqlValue[][] = [];

  private constructor(tx: Tx, now: number, balances: ReadonlyMap<number, Balance>) {
    this.#tx = tx;
    this.#now = now;
    this.#balances = balances;
  }

  /** In the order of their ids, everywhere: two transactions wait for each other instead of dying. */
  static async lock(tx: Tx, customerIds: Iterable<number>, now: number): Promise<Accounts> {
    const ids = [...new Set(customerIds)].toSorted((a, b) => a - b);
    if (tx.dialect === 'mysql')
      await tx.upsert(
        'customer_balance',
        ['customer_id', 'open_amount', 'credit', 'last_entry'],
        ids.map((id) => [id, 0, 0, 0]),
        { key: ['customer_id'], update: [] },
      );
    const list = idList(tx, ids);
    const rows = await tx.all<Balance & { id: number }>(
      `SELECT customer_id AS id, open_amount AS owed, credit, last_entry AS lastEntry FROM customer_balance WHERE customer_id IN ${list.sql}`,
      list.params,
    );
    const known = new Map(rows.map(({ id, ...balance }) => [id, balance]));
    return new Accounts(
      tx,
      now,
      new Map(ids.map((id) => [id, known.get(id) ?? { owed: 0, credit: 0, lastEntry: 0 }])),
    );
  }

  creditOf(customerId: number): Cents {
    return this.#of(customerId).credit;
  }

  /** Customers who have money that pays nothing yet. */
  withCredit(): number[] {
    return [...this.#balances].flatMap(([id, { credit }]) => (credit > 0 ? [id] : []));
  }

  /** What is open of these customers, the oldest first. */
  async openItems(customerIds: readonly number[]): Promise<Item[]> {
    const list = idList(this.#tx, customerIds);
    const documents = await this.#tx.all<Item>(
      `${DOCUMENTS} WHERE customer_id IN ${list.sql} AND is_open = 1`,
      list.params,
    );
    const payments = await this.#tx.all<Item>(
      `${PAYMENTS} WHERE customer_id IN ${list.sql} AND has_rest = 1`,
      list.params,
    );
    return [...documents, ...payments]
      .map((one) => this.#keep(one))
      .filter(({ open }) => open > 0)
      .toSorted(byAge);
  }

  /** Open or not. */
  async items(kind: ItemKind, ids: readonly number[]): Promise<Item[]> {
    if (ids.length === 0) return [];
    const list = idList(this.#tx, ids);
    const from =
      kind === 'document'
        ? `${DOCUMENTS} WHERE document_id IN ${list.sql}`
        : `${PAYMENTS} WHERE id IN ${list.sql}`;
    return (await this.#tx.all<Item>(from, list.params)).map((one) => this.#keep(one));
  }

  /** Something new stands on the account, whose row the caller writes with all of it open. */
  add(item: Item): Item {
    const balance = this.#of(item.customerId);
    if (item.side === 'debit') balance.owed += item.open;
    else balance.credit += item.open;
    return this.#keep(item);
  }

  /** `amount` of `credit` pays `debit`. */
  allocate(credit: Item, debit: Item, amount: Cents, date: PlainDate): void {
    if (!(amount > 0 && amount <= credit.open && amount <= debit.open))
      throw new RangeError(`${amount} cents of ${credit.open} cannot pay ${debit.open}`);
    this.#move(credit, debit, amount, { undoes: null, date });
  }

  /** What was paid by it is open again, and what it used is free again. */
  async undo(allocations: readonly Allocation[], date: PlainDate): Promise<void> {
    for (const kind of ['document', 'payment'] as const)
      await this.items(
        kind,
        allocations.flatMap((one) => [
          ...(one.creditKind === kind ? [one.creditId] : []),
          ...(one.debitKind === kind ? [one.debitId] : []),
        ]),
      );
    for (const { id, creditKind, creditId, debitKind, debitId, amount } of allocations)
      this.#move(this.#at(creditKind, creditId), this.#at(debitKind, debitId), -amount, { undoes: id, date });
  }

  /** A pending payment is meant for an invoice, or with less than 0 no longer. */
  pend(debit: Item, amount: Cents): void {
    const own = this.#at(debit.kind, debit.id);
    own.pending += amount;
    this.#changed.add(own);
  }

  /** Writes all of it. @returns the invoices of which nothing is open any more */
  async write(): Promise<Paid[]> {
    await this.#tx.insert('allocation', ALLOCATION, this.#allocations);
    const changed = [...this.#changed];
    await setEach(
      this.#tx,
      { table: 'open_item', key: 'document_id', columns: ['settled', 'pending', 'open_amount', 'is_open'] },
      await this.#documentRows(changed.filter((one) => one.kind === 'document')),
    );
    await setEach(
      this.#tx,
      { table: 'payment', key: 'id', columns: ['rest', 'has_rest'] },
      changed.flatMap(({ kind, id, open }) => (kind === 'payment' ? [[id, open, open > 0 ? 1 : 0]] : [])),
    );
    await this.#tx.upsert(
      'customer_balance',
      ['customer_id', 'open_amount', 'credit', 'last_entry'],
      [...this.#balances].map(([id, { owed, credit, lastEntry }]) => [id, owed, credit, lastEntry]),
      { key: ['customer_id'], update: ['open_amount', 'credit', 'last_entry'] },
    );
    const paid = [...this.#paid.values()].filter(
      ({ documentId }) => this.#at('document', documentId).open === 0,
    );
    this.#allocations = [];
    this.#changed.clear();
    this.#paid.clear();
    return paid;
  }

  async #documentRows(documents: readonly Changing[]): Promise<number[][]> {
    if (documents.length === 0) return [];
    const list = idList(
      this.#tx,
      documents.map(({ id }) => id),
    );
    const payable = new Map(
      (
        await this.#tx.all<{ id: number; payable: Cents }>(
          `SELECT document_id AS id, payable - settled_before AS payable FROM open_item WHERE document_id IN ${list.sql}`,
          list.params,
        )
      ).map((one) => [one.id, one.payable]),
    );
    return documents.map(({ id, open, pending }) => [
      id,
      (payable.get(id) as Cents) - open,
      pending,
      open,
      open > 0 ? 1 : 0,
    ]);
  }

  #move(
    credit: Item,
    debit: Item,
    amount: Cents,
    { undoes, date }: { readonly undoes: number | null; readonly date: PlainDate },
  ): void {
    const [from, to] = [this.#at(credit.kind, credit.id), this.#at(debit.kind, debit.id)];
    const balance = this.#of(to.customerId);
    from.open -= amount;
    to.open -= amount;
    balance.credit -= amount;
    balance.owed -= amount;
    balance.lastEntry += 1;
    this.#changed.add(from).add(to);
    if (to.kind === 'document') {
      const { id: documentId, customerId } = to;
      if (to.open === 0) this.#paid.set(documentId, { documentId, customerId, entry: balance.lastEntry });
    }
    this.#allocations.push([
      to.customerId,
      balance.lastEntry,
      from.kind,
      from.id,
      to.kind,
      to.id,
      amount,
      undoes,
      date,
      this.#now,
    ]);
  }

  /** One of each, however often it is read. */
  #keep(item: Item): Item {
    const key = keyOf(item.kind, item.id);
    const known = this.#items.get(key);
    if (known) return known;
    const own = { ...item };
    this.#items.set(key, own);
    return own;
  }

  #at(kind: ItemKind, id: number): Changing {
    const found = this.#items.get(keyOf(kind, id));
    if (!found) throw new RangeError(`${kind} ${id} was not read`);
    return found;
  }

  #of(customerId: number): Balance {
    const found = this.#balances.get(customerId);
    if (!found) throw new RangeError(`the account of customer ${customerId} is not locked`);
    return found;
  }
}

const byAge = (a: Item, b: Item): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.kind === b.kind ? a.id - b.id : a.kind < b.kind ? -1 : 1;

/** Allocations that use or pay one of these, and are not undone. */
export async function liveAllocations(
  sql: Sql,
  side: Side,
  of: { readonly kind: ItemKind; readonly id: number },
): Promise<Allocation[]> {
  const rows = await sql.all<Allocation & { undoes: number | null }>(
    `SELECT id, credit_kind AS creditKind, credit_id AS creditId, debit_kind AS debitKind, debit_id AS debitId, amount, undoes
     FROM allocation WHERE ${side}_kind = ? AND ${side}_id = ? ORDER BY id`,
    [of.kind, of.id],
  );
  const undone = new Set(rows.map((row) => row.undoes));
  return rows.filter((row) => row.undoes === null && !undone.has(row.id));
}
