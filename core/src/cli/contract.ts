import { addDays, Invalid, NotFound } from '@traliccio/sdk';
import type { CoreTx } from '../kernel/db/database.ts';
import { holdsOf, lockContract } from '../domain/contracts/contract.store.ts';
import { ACCESS_LIMITS, RELEASE_POLICIES } from '../domain/contracts/hold.entity.ts';
import { appCommand } from './command.ts';
import { dateOption, decimalOption, given, needed, oneOfOption, onlyArgument } from './values.ts';

const BY = { kind: 'operator', name: 'cli' } as const;

export const contractHold = appCommand({
  name: 'contract hold',
  summary: 'stop the billing of a contract, limit its access, or both',
  usage: 'CODE --reason TEXT [--access LIMIT] [--from DATE] [--until DATE] [--keep-billing]',
  options: {
    reason: { type: 'string', help: 'why' },
    access: { type: 'string', help: ACCESS_LIMITS.join(', ') },
    from: { type: 'string', help: 'its first day (today)' },
    until: { type: 'string', help: 'its last day (open)' },
    'keep-billing': { type: 'boolean', help: 'bill on while it lasts' },
    policy: { type: 'string', help: `days unbilled when it ends: ${RELEASE_POLICIES.join(', ')} (resume)` },
  },
  async run(app, { positionals, values }, out) {
    const code = onlyArgument(positionals, 'contract');
    const { access, from, until, policy } = values;
    const hold = await app.database.transaction((tx) =>
      app.holds.create(
        tx,
        {
          contract: { code },
          reason: needed(values.reason, '--reason'),
          ...given({
            access: access === undefined ? undefined : oneOfOption(access, '--access', ACCESS_LIMITS),
            from: from === undefined ? undefined : dateOption(from, '--from'),
            until: until === undefined ? undefined : addDays(dateOption(until, '--until'), 1),
            blocksBilling: values['keep-billing'] === true ? false : undefined,
            releasePolicy:
              policy === undefined ? undefined : oneOfOption(policy, '--policy', RELEASE_POLICIES),
          }),
        },
        BY,
      ),
    );
    const billing = hold.blocksBilling ? 'billing stopped' : 'billing goes on';
    out.result(
      {
        contract: code,
        hold: hold.id,
        from: hold.fromDate,
        blocksBilling: hold.blocksBilling,
        access: hold.access,
      },
      `${code} is held from ${hold.fromDate}: ${billing}, access limit ${hold.access} (hold ${hold.id}).`,
    );
  },
});

export const contractRelease = appCommand({
  name: 'contract release',
  summary: 'lift the hold of a contract',
  usage: 'CODE [--hold ID] [--on DATE] [--policy POLICY]',
  options: {
    hold: { type: 'string', help: 'which one, when it has several' },
    on: { type: 'string', help: 'the first day without it (today)' },
    policy: { type: 'string', help: RELEASE_POLICIES.join(', ') },
  },
  async run(app, { positionals, values }, out) {
    const code = onlyArgument(positionals, 'contract');
    const { hold, on, policy } = values;
    const released = await app.database.transaction(async (tx) =>
      app.holds.release(
        tx,
        {
          holdId: await openHold(tx, code, hold === undefined ? null : decimalOption(hold, '--hold', 0)),
          ...given({
            on: on === undefined ? undefined : dateOption(on, '--on'),
            policy: policy === undefined ? undefined : oneOfOption(policy, '--policy', RELEASE_POLICIES),
          }),
        },
        BY,
      ),
    );
    out.result(
      { contract: code, hold: released.id, on: released.untilDate, policy: released.releasePolicy },
      `${code} is free from ${released.untilDate} (hold ${released.id}, ${released.releasePolicy}).`,
    );
  },
});

async function openHold(tx: CoreTx, code: string, wanted: number | null): Promise<number> {
  const contract = await lockContract(tx, { code });
  const open = (await holdsOf(tx, contract.id)).filter((hold) => hold.releasedAt === null);
  const found = wanted === null ? open : open.filter((hold) => hold.id === wanted);
  const [only] = found;
  if (!only)
    throw new NotFound('hold.not_found', `contract ${code} has no such open hold`, { field: '--hold' });
  if (found.length > 1)
    throw new Invalid(
      'usage',
      `contract ${code} has the holds ${found.map((h) => h.id).join(', ')}: say which`,
      {
        field: '--hold',
      },
    );
  return only.id;
}

export const contractEnd = appCommand({
  name: 'contract end',
  summary: 'end a contract; days billed beyond its last one are credited',
  usage: 'CODE --last-day DATE [--reason TEXT]',
  options: {
    'last-day': { type: 'string', help: 'the last day of service' },
    reason: { type: 'string', help: 'why, for the log' },
  },
  async run(app, { positionals, values }, out) {
    const code = onlyArgument(positionals, 'contract');
    const lastDay = dateOption(needed(values['last-day'], '--last-day'), '--last-day');
    const contract = await app.database.transaction((tx) =>
      app.contracts.end(tx, { contract: { code }, lastDay, ...given({ reason: values.reason }) }, BY),
    );
    out.result(
      { contract: code, lastDay, state: contract.state },
      `${code} ends on ${lastDay} (${contract.state}).`,
    );
  },
});

export const contractChange = appCommand({
  name: 'contract change',
  summary: 'change plan, price, quantity or cadence of an item from a day on',
  usage: 'CODE [--item NAME] [--plan CODE] [--price EURO] [--quantity N] [--cadence CADENCE] [--from DATE]',
  options: {
    item: { type: 'string', help: 'which item (main)' },
    plan: { type: 'string', help: 'plan that brings price and terms' },
    price: { type: 'string', help: 'of one unit for one period' },
    quantity: { type: 'string', help: 'how many units' },
    cadence: { type: 'string', help: 'length of a period: months:1, months:3 ...' },
    'confirm-cadence': {
      type: 'boolean',
      help: 'no consumer’s internet or telephone contract (law 172/2017)',
    },
    description: { type: 'string', help: 'text of the invoice line' },
    from: { type: 'string', help: 'first day (at once; the end of the period when it gets cheaper)' },
  },
  async run(app, { positionals, values }, out) {
    const code = onlyArgument(positionals, 'contract');
    const { item, plan, price, quantity, cadence, description, from } = values;
    const to = given({
      plan,
      cadence,
      description,
      priceE8: price === undefined ? undefined : decimalOption(price, '--price', 8),
      quantity: quantity === undefined ? undefined : decimalOption(quantity, '--quantity', 6),
      cadenceConfirmed: values['confirm-cadence'],
    });
    if (Object.keys(to).length === 0) throw new Invalid('usage', 'say what changes: --plan, --price ...');
    const change = {
      contract: { code },
      to,
      ...given({ item, from: from === undefined ? undefined : dateOption(from, '--from') }),
    };
    const version = await app.database.transaction((tx) => app.items.change(tx, change, BY));
    out.result(
      { contract: code, item: version.item, from: version.validFrom, description: version.description },
      `${code} ${version.item}: ${version.description} from ${version.validFrom}.`,
    );
  },
});
