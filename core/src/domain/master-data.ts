import { BillingCadence, type Clock } from '@traliccio/sdk';
import type { Capabilities } from '../kernel/capabilities/capabilities.ts';
import type { Database } from '../kernel/db/database.ts';
import type { Filters } from '../kernel/filters/filters.ts';
import { ChargeService } from './charges/charge.service.ts';
import { ContractService } from './contracts/contract.service.ts';
import { HoldService } from './contracts/hold.service.ts';
import { HolderService } from './contracts/holder.service.ts';
import { ItemService } from './contracts/item.service.ts';
import { WithdrawalService } from './contracts/withdrawal.service.ts';
import { CustomerNotes } from './customers/customer-notes.ts';
import { CustomerService } from './customers/customer.service.ts';
import { Importer } from './import/importer.ts';
import { IssuerService } from './issuer/issuer.service.ts';
import { PlanService } from './plans/plan.service.ts';
import { PriceChangeApplier } from './price-changes/apply-price-changes.ts';
import { type PriceChangeDeps, PriceChangeService } from './price-changes/price-change.service.ts';
import type { AuditWriter, EventEmitter, Grids, HoldVeto } from './ports.ts';
import { SiteService } from './sites/site.service.ts';

type Needs = { readonly audit: AuditWriter; readonly events: EventEmitter; readonly clock: Clock };
type WithGrids = Needs & { readonly capabilities: Capabilities };

/** The services of the master data, each made from what it needs of the kernel, by name. */
export const masterData = {
  issuers: (needs: Needs) => new IssuerService(needs),
  customers: (needs: Needs) => new CustomerService(needs),
  customerNotes: (needs: Needs) => new CustomerNotes(needs),
  sites: (needs: Needs) => new SiteService(needs),
  plans: (needs: WithGrids) => new PlanService({ ...picked(needs), grids: gridsOf(needs.capabilities) }),
  contracts: (needs: WithGrids) =>
    new ContractService({ ...picked(needs), grids: gridsOf(needs.capabilities) }),
  items: (needs: WithGrids & { readonly contracts: ContractService }) =>
    new ItemService({ ...picked(needs), grids: gridsOf(needs.capabilities), contracts: needs.contracts }),
  holders: (needs: WithGrids & { readonly contracts: ContractService }) =>
    new HolderService({ ...picked(needs), grids: gridsOf(needs.capabilities), contracts: needs.contracts }),
  withdrawals: (needs: Needs & { readonly contracts: ContractService }) => new WithdrawalService(needs),
  holds: (needs: Needs & { readonly filters: Filters }) =>
    new HoldService({ ...picked(needs), veto: vetoOf(needs) }),
  priceChanges: (needs: PriceChangeDeps) => new PriceChangeService(needs),
  priceChangeApplier: (needs: Needs & { readonly database: Database; readonly items: ItemService }) =>
    new PriceChangeApplier(needs),
  charges: (needs: Needs) => new ChargeService(needs),
  importer: (
    needs: WithGrids & {
      readonly database: Database;
      readonly sites: SiteService;
      readonly plans: PlanService;
    },
  ) =>
    new Importer({
      ...picked(needs),
      grids: gridsOf(needs.capabilities),
      database: needs.database,
      sites: needs.sites,
      plans: needs.plans,
    }),
} as const;

/** Whichever plugin knows the cadence. Plugins come and go: asked each time. */
export const gridsOf =
  (capabilities: Capabilities): Grids =>
  (cadence, anchor) => {
    for (const provider of capabilities.all(BillingCadence)) {
      const grid = provider.grid(cadence, anchor);
      if (grid) return grid;
    }
    return undefined;
  };

const vetoOf =
  ({ filters, clock }: { filters: Filters; clock: Clock }): HoldVeto =>
  (tx, questions) =>
    filters.veto('billing.hold', questions, { tx, today: clock.today() });

/** The container hands over everything by name, lazily; a spread would make it all. */
const picked = ({ audit, events, clock }: Needs): Needs => ({ audit, events, clock });
