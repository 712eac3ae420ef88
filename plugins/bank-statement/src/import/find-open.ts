import type { OpenDocument, PaymentsApi } from '@traliccio/sdk';
import { possibleNumbers } from '../matching/quoted.ts';
import { type Holder, type Line, type World, worldOf } from '../matching/world.ts';
import type { Context } from './context.ts';
import { ACCOUNTS } from './migrations.ts';

const MOST = 500;

/**
 * What may have to do with some lines, by a few questions for all of them. `named`: what they may name by number, and
 * whose their accounts are, which is all that booking by itself goes by. `all`: also what is open of who has those
 * accounts, and what has the lines' amounts.
 */
export async function worldFor(
  ctx: Pick<Context, 'core' | 'sql'>,
  lines: readonly Line[],
  depth: 'named' | 'all',
): Promise<{ readonly documents: OpenDocument[]; readonly accounts: Holder[]; readonly world: World }> {
  const { payments } = ctx.core;
  const accounts = await holdersOf(ctx, lines);
  const found = await byNumber(payments, lines);
  if (depth === 'all') {
    const customerIds = [...new Set(accounts.map((one) => one.customerId))];
    if (customerIds.length > 0) found.push(...(await payments.open({ customerIds, limit: MOST })));
    // Few at a time: hundreds may owe one amount.
    for (const amounts of parts(
      [...new Set(lines.map((one) => one.amount).filter((amount) => amount > 0))],
      4,
    ))
      found.push(...(await payments.open({ amounts, limit: MOST })));
  }
  const documents = [...new Map(found.map((one) => [one.documentId, one])).values()];
  return { documents, accounts, world: worldOf(documents, accounts) };
}

async function byNumber(payments: PaymentsApi, lines: readonly Line[]): Promise<OpenDocument[]> {
  const numbers = new Set(
    lines.flatMap(({ endToEndId, text }) => [...possibleNumbers(endToEndId ?? ''), ...possibleNumbers(text)]),
  );
  const found: OpenDocument[] = [];
  for (const part of parts([...numbers], 200))
    found.push(...(await payments.open({ numbers: part, limit: MOST })));
  return found;
}

/** As the customers' own data has the accounts, and as operators have booked from them. */
async function holdersOf(
  { core, sql }: Pick<Context, 'core' | 'sql'>,
  lines: readonly Line[],
): Promise<Holder[]> {
  const ibans = [...new Set(lines.flatMap(({ payerIban }) => (payerIban === null ? [] : [payerIban])))];
  if (ibans.length === 0) return [];
  const [known, learned] = [
    await core.payments.customersByIban(ibans),
    await sql.all<{ iban: string; customerId: number }>(
      `SELECT iban, customer_id AS customerId FROM ${ACCOUNTS} WHERE iban IN (${ibans.map(() => '?').join(', ')})`,
      ibans,
    ),
  ];
  const views = await core.customers.views([...new Set(learned.map((one) => one.customerId))]);
  const names = new Map(views.map((one) => [one.id, one]));
  const holders = [
    ...known,
    ...learned.flatMap(({ iban, customerId }) => {
      const customer = names.get(customerId);
      return customer ? [{ iban, customerId, customerCode: customer.code, customerName: customer.name }] : [];
    }),
  ];
  return [...new Map(holders.map((one) => [`${one.iban} ${one.customerId}`, one])).values()];
}

function* parts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
