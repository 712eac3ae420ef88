import { addDays, formatDecimal, type PlainDate } from '@traliccio/sdk';
import type { App } from '../app.ts';
import type { ItemVersionRow } from '../domain/contracts/contract.entity.ts';
import {
  attributesOf,
  holdsOf,
  isEmpty,
  lockContract,
  versionsOf,
} from '../domain/contracts/contract.store.ts';
import { displayState } from '../domain/contracts/display-state.ts';
import type { HoldRow } from '../domain/contracts/hold.entity.ts';
import { appCommand } from './command.ts';
import { table } from './output.ts';
import { onlyArgument } from './values.ts';

export const contractShow = appCommand({
  name: 'contract show',
  summary: 'a contract, its items in time, its holds and when it is billed next',
  usage: 'CODE',
  async run(app, { positionals }, out) {
    const shown = await read(app, onlyArgument(positionals, 'contract'));
    out.result(shown, () => describe(shown));
  },
});

type Shown = Awaited<ReturnType<typeof read>>;

async function read(app: App, code: string) {
  return app.database.transaction(async (tx) => {
    const contract = await lockContract(tx, { code });
    const versions = await versionsOf(tx, contract.id);
    const holds = await holdsOf(tx, contract.id);
    const codes = await tx.all<{ id: number; code: string; name: string }>(
      'SELECT id, code, name FROM customer WHERE id IN (?, ?)',
      [contract.customerId, contract.payerId],
    );
    const partyOf = (id: number) => {
      const party = codes.find((one) => one.id === id);
      return { code: party?.code ?? String(id), name: party?.name ?? '' };
    };
    return {
      code: contract.code,
      state: contract.state,
      shownAs: displayState(contract, holds, app.clock.today()),
      customer: partyOf(contract.customerId),
      payer: partyOf(contract.payerId),
      signedOn: contract.signedOn,
      activatedOn: contract.activatedOn,
      lastDay: lastDay(contract.endsOn),
      billedThrough: contract.billedThrough,
      nextDue: contract.nextDue,
      items: versions.filter((version) => !isEmpty(version)).map(itemOf),
      holds: holds.map(holdOf),
      attributes: attributesOf(contract),
    };
  });
}

/** People are shown the last day, not the first one after it. */
const lastDay = (end: PlainDate | null): PlainDate | null => (end === null ? null : addDays(end, -1));

const itemOf = (v: ItemVersionRow) => ({
  item: v.item,
  description: v.description,
  from: v.validFrom,
  lastDay: lastDay(v.validTo),
  quantity: formatDecimal(v.quantity, 6, 0),
  price: formatDecimal(v.priceE8, 8, 2),
  vatIncluded: v.vatIncluded,
  vatRate: formatDecimal(v.vatRate, 2, 0),
  cadence: v.cadence,
  timing: v.timing,
});

const holdOf = (h: HoldRow) => ({
  id: h.id,
  reason: h.reason,
  from: h.fromDate,
  lastDay: lastDay(h.untilDate),
  blocksBilling: h.blocksBilling,
  access: h.access,
  released: h.releasedAt !== null,
  policy: h.releasePolicy,
});

function describe(c: Shown): string {
  const pays = c.payer.code === c.customer.code ? '' : `, paid by ${c.payer.code} ${c.payer.name}`;
  const parts = [
    `${c.code}  ${c.shownAs}  ${c.customer.code} ${c.customer.name}${pays}`,
    table(
      ['SIGNED', 'ACTIVE FROM', 'LAST DAY', 'BILLED THROUGH', 'NEXT DUE'],
      [[c.signedOn, c.activatedOn, c.lastDay, c.billedThrough, c.nextDue]],
    ),
    table(
      ['ITEM', 'FROM', 'LAST DAY', 'QUANTITY', 'PRICE', 'VAT', 'CADENCE', 'DESCRIPTION'],
      c.items.map((i) => [
        i.item,
        i.from,
        i.lastDay,
        i.quantity,
        i.price,
        `${i.vatRate} % ${i.vatIncluded ? 'included' : 'on top'}`,
        `${i.cadence} ${i.timing}`,
        i.description,
      ]),
    ),
  ];
  if (c.holds.length > 0)
    parts.push(
      table(
        ['HOLD', 'FROM', 'LAST DAY', 'BILLING', 'ACCESS', 'REASON'],
        c.holds.map((h) => [
          h.id,
          h.from,
          h.lastDay,
          h.blocksBilling ? 'stopped' : 'goes on',
          h.access,
          h.reason,
        ]),
      ),
    );
  return parts.join('\n\n');
}
