import { clockOffset } from '@traliccio/core/src/kernel/clock.ts';
import type { Role } from '@traliccio/core/src/serve.ts';
import type { OpenDatabase } from './database.ts';
import { openServer, type EnvChanges, type TestServer } from './http.ts';
import { BY, MONTHLY, openProvider } from './provider.ts';

/**
 * A server whose database has something of everything: customers C1 and C2, sites S1 and S2, plan P1, contract K1 that
 * is billed and on hold, draft K2, invoice 1/A and a notice.
 */
export async function openStocked(
  open: OpenDatabase,
  options: { roles?: readonly Role[]; env?: EnvChanges } = {},
): Promise<TestServer> {
  const place = await open();
  const p = await openProvider(async () => place, { day: '2026-03-15' });
  for (const code of ['C1', 'C2']) await p.customer(code);
  await p.tx(async (tx) => {
    const by = BY;
    for (const code of ['S1', 'S2']) await p.app.sites.create(tx, { code, name: 'Monte' }, by);
    await p.app.plans.create(tx, PLAN, by);
  });
  await p.contract('K1', { startOn: '2026-03-15', items: [{ ...MONTHLY, item: 'main' }] });
  await p.tx((tx) =>
    p.app.contracts.create(tx, { code: 'K2', customer: 'C1', startOn: '2026-05-01', items: [MONTHLY] }, BY),
  );
  await p.bill();
  await p.tx((tx) => p.app.holds.create(tx, { contract: { code: 'K1' }, reason: 'mora' }, BY));
  await p.app.notices.post('core', {
    key: 'stocked',
    level: 'info',
    message: { it: 'Tutto pronto', en: 'All there' },
  });
  return openServer(async () => place, {
    ...options,
    env: { clockOffset: clockOffset('2026-03-16')!, ...options.env },
  });
}

const PLAN = {
  code: 'P1',
  name: 'Casa 30',
  kind: 'internet',
  cadence: 'months:1',
  timing: 'advance',
  offsetDays: 0,
  proration: 'calendar',
  firstPeriod: 'alone',
  endCredit: true,
  prices: [
    {
      validFrom: '2026-01-01' as const,
      priceE8: 1_990_000_000,
      vatIncluded: true,
      vatRate: 2200,
      natura: null,
      vatReference: null,
    },
  ],
} as const;
