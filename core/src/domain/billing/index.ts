import type { Kernel } from '../../kernel/kernel.ts';
import type { ContractService } from '../contracts/contract.service.ts';
import type { HoldService } from '../contracts/hold.service.ts';
import type { ItemService } from '../contracts/item.service.ts';
import type { WithdrawalService } from '../contracts/withdrawal.service.ts';
import { DocumentService } from '../documents/document.service.ts';
import { DocumentLocks } from '../documents/lock.ts';
import type { IssuePorts } from '../documents/issue.ts';
import { DocumentPrinting } from '../documents/printing.ts';
import { DraftAttachments } from '../drafts/attachments.ts';
import { DraftService } from '../drafts/draft.service.ts';
import { gridsOf } from '../master-data.ts';
import { TillClosings } from '../payments/closing.ts';
import { PaymentService } from '../payments/payment.service.ts';
import { postIssued } from '../payments/issued.ts';
import type { PriceChangeApplier } from '../price-changes/apply-price-changes.ts';
import { ContractPreviews } from './contract-preview.ts';
import type { PlanPorts } from './plan-page.ts';
import { BillingPreviews } from './preview.ts';
import { BillingRun } from './run.ts';
import { billingLimits } from './settings.ts';

/** Documents and billing, made from what they need of the kernel, by name. */
export const billing = {
  documents: (kernel: Kernel) =>
    new DocumentService({
      database: kernel.database,
      ids: kernel.ids,
      clock: kernel.clock,
      issue: issuePorts(kernel),
      check: planPorts(kernel).check,
    }),
  drafts: (kernel: Kernel) =>
    new DraftService({
      database: kernel.database,
      ids: kernel.ids,
      clock: kernel.clock,
      audit: kernel.audit,
      issue: issuePorts(kernel),
      check: planPorts(kernel).check,
      fiscalPluginsMissing: () => fiscalPluginsMissing(kernel),
    }),
  tillClosings: ({ audit, clock }: Kernel) => new TillClosings({ audit, clock }),
  payments: ({ audit, events, clock }: Kernel) => new PaymentService({ audit, events, clock }),
  draftAttachments: (kernel: Kernel) => new DraftAttachments({ audit: kernel.audit, clock: kernel.clock }),
  documentLocks: (kernel: Kernel) => new DocumentLocks({ audit: kernel.audit, clock: kernel.clock }),
  previews: (kernel: Kernel & { readonly billingRun: BillingRun }) =>
    new BillingPreviews({
      database: kernel.database,
      ledger: kernel.ledger,
      runs: kernel.runs,
      clock: kernel.clock,
      billingRun: kernel.billingRun,
    }),
  contractPreviews: (
    kernel: Kernel & {
      readonly contracts: ContractService;
      readonly items: ItemService;
      readonly holds: HoldService;
      readonly withdrawals: WithdrawalService;
    },
  ) =>
    new ContractPreviews({
      database: kernel.database,
      clock: kernel.clock,
      contracts: kernel.contracts,
      items: kernel.items,
      holds: kernel.holds,
      withdrawals: kernel.withdrawals,
      gridOf: planPorts(kernel).gridOf,
    }),
  printing: (kernel: Kernel & { readonly documents: DocumentService }) =>
    new DocumentPrinting({
      documents: kernel.documents,
      capabilities: kernel.capabilities,
      files: kernel.files,
    }),
  billingRun: (
    kernel: Kernel & { readonly contracts: ContractService; readonly priceChangeApplier: PriceChangeApplier },
  ) =>
    new BillingRun({
      database: kernel.database,
      ids: kernel.ids,
      ledger: kernel.ledger,
      clock: kernel.clock,
      plan: planPorts(kernel),
      issue: issuePorts(kernel),
      fiscalPluginsMissing: () => fiscalPluginsMissing(kernel),
      applyPrices: () => kernel.priceChangeApplier.applyDue(),
      followDates: (tx, today) => kernel.contracts.followDates(tx, today),
      runFinished: (tx, data) =>
        kernel.events.emit(tx, 'run.finished', `run:${data.runId}`, { kind: 'billing', ...data }),
    }),
} as const;

/** Enabled plugins that are not up, when nobody makes fiscal files. */
const fiscalPluginsMissing = ({ filters, plugins }: Kernel) =>
  filters.has('document.artifacts') ? [] : plugins.notUp();

const issuePorts = ({ filters, events, audit, clock }: Kernel): IssuePorts => ({
  artifacts: (tx, documents, today) => filters.collect('document.artifacts', documents, { tx, today }),
  emitIssued: (tx, items) =>
    events.emitMany(
      tx,
      'document.issued',
      items.map(({ documentId, data }) => ({
        aggregate: `document:${documentId}`,
        data,
        effectKey: `${documentId}:${data.revision}`,
      })),
    ),
  post: (tx, documents, date) => postIssued(tx, documents, { events, clock, date }),
  emitCredited: (tx, data) => events.emit(tx, 'document.credited', `document:${data.documentId}`, data),
  audit: (tx, entries) => audit.recordMany(tx, entries),
  clock,
});

const planPorts = ({ filters, capabilities, coreSettings }: Kernel): PlanPorts => {
  const grids = gridsOf(capabilities);
  return {
    gridOf: (version) => grids(version.cadence, { date: version.anchor, lastDay: version.anchorLastDay }),
    hasCharges: () => filters.has('billing.charges'),
    charges: (tx, batch, today) => filters.collect('billing.charges', batch, { tx, today }),
    check: (tx, batch, today) => filters.collect('document.check', batch, { tx, today }),
    limits: (sql) => billingLimits(coreSettings, sql),
  };
};
