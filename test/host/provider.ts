import { after } from 'node:test';
import type { PlainDate, PluginDefinition, SqlRow } from '@traliccio/sdk';
import { createApp, type App } from '@traliccio/core/src/app.ts';
import type { BillingRunArgs, BillingRunResult } from '@traliccio/core/src/domain/billing/run.ts';
import type { ContractInput } from '@traliccio/core/src/domain/contracts/contract.input.ts';
import type { ItemInput } from '@traliccio/core/src/domain/contracts/item-terms.ts';
import type { CoreTx } from '@traliccio/core/src/kernel/db/database.ts';
import cadences from '../../plugins/billing-cadences/src/index.ts';
import fatturapa from '../../plugins/fatturapa/src/index.ts';
import type { OpenDatabase } from './database.ts';

export const BY = { kind: 'operator', name: 'test' } as const;

/** A provider with an issuer and no customers, whose clock a test moves. */
export type Provider = {
  readonly app: App;
  /** Moves the clock to noon of a day. */
  readonly on: (day: PlainDate) => void;
  readonly tx: <T>(work: (tx: CoreTx) => Promise<T>) => Promise<T>;
  readonly rows: (sql: string) => Promise<SqlRow[]>;
  readonly number: (sql: string) => Promise<number>;
  readonly customer: (code: string, changes?: object) => Promise<void>;
  /** Creates a contract and activates it on its start. */
  readonly contract: (code: string, input: Partial<ContractInput> & { startOn: PlainDate }) => Promise<void>;
  readonly bill: (args?: Partial<BillingRunArgs>) => Promise<BillingRunResult>;
};

const ISSUER = {
  name: 'Rete di Prova S.r.l.',
  vatNumber: '01234567897',
  taxCode: '01234567897',
  regimeFiscale: 'RF01',
  address: {
    street: 'Via delle Antenne',
    houseNumber: '1',
    postcode: '33100',
    city: 'Udine',
    province: 'UD',
    country: 'IT',
  },
  iban: 'IT60X0542811101000000123456',
};

export const MONTHLY: ItemInput = {
  description: 'Internet 100',
  priceE8: 3_000_000_000,
  vatIncluded: false,
  vatRate: 2200,
  cadence: 'months:1',
};

export async function openProvider(
  open: OpenDatabase,
  {
    day,
    fiscal = fatturapa as unknown as PluginDefinition,
    plugins = [],
  }: { day: PlainDate; fiscal?: PluginDefinition; plugins?: readonly PluginDefinition[] },
): Promise<Provider> {
  const { config } = await open();
  const app = await createApp(config, {
    role: 'cli',
    plugins: [cadences as unknown as PluginDefinition, fiscal, ...plugins],
    relay: { leaseMs: 2000, pollMs: 20 },
  });
  after(() => app.close());
  const clock = app.clock as { now: () => number; today: () => PlainDate };
  const on = (date: PlainDate): void => {
    clock.now = () => Date.parse(`${date}T11:00:00Z`);
    clock.today = () => date;
  };
  on(day);
  const tx = <T>(work: (tx: CoreTx) => Promise<T>): Promise<T> => app.database.transaction(work);
  await tx((t) => app.issuers.set(t, ISSUER, BY));
  const rows = (sql: string): Promise<SqlRow[]> => app.database.sql.all(sql);
  return {
    app,
    on,
    tx,
    rows,
    number: async (sql) => Number(Object.values((await rows(sql))[0] ?? {})[0] ?? 0),
    async customer(code, changes = {}) {
      const input = {
        code,
        kind: 'private' as const,
        firstName: 'Mario',
        lastName: 'Rossi',
        taxCode: 'RSSMRA80A01H501U',
        address: {
          street: 'Via Roma',
          houseNumber: '7',
          postcode: '33010',
          city: 'Tavagnacco',
          province: 'UD',
          country: 'IT',
        },
        contacts: [{ role: 'billing' as const, email: `${code.toLowerCase()}@example.it` }],
        ...changes,
      };
      await tx((t) => app.customers.create(t, input, BY));
    },
    async contract(code, { startOn, ...input }) {
      await tx((t) =>
        app.contracts.create(t, { code, customer: 'C1', startOn, items: [MONTHLY], ...input }, BY),
      );
      await tx((t) => app.contracts.activate(t, { contract: { code }, on: startOn }, BY));
    },
    bill: async (args = {}) =>
      (await app.jobs.execute(
        'billing',
        { by: BY, confirm: true, ...args },
        { progress: () => undefined },
      )) as BillingRunResult,
  };
}
