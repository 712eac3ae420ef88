import type { Cents, PlainDate } from '@traliccio/sdk';
import type { ByCadence, CadenceFigures, PlanFigures } from './bounds.ts';
import type { Outcome, PlannedBill, PlannedPage } from './plan-page.ts';

/** A bill of a preview. */
export type PreviewBill = {
  readonly customer: string;
  readonly name: string;
  readonly contracts: readonly string[];
  readonly total: Cents;
  readonly outcome: Outcome;
  readonly lines: readonly {
    readonly contract: string | null;
    readonly description: string;
    readonly from: PlainDate | null;
    readonly to: PlainDate | null;
    readonly amount: Cents;
  }[];
};

export const previewOf = ({ draft, contracts, outcome }: PlannedBill): PreviewBill => ({
  customer: draft.customer.code,
  name: draft.customer.name,
  contracts: contracts.map((c) => c.code),
  total: draft.totals.total,
  outcome,
  lines: draft.lines.map((l) => ({
    contract: l.contractCode,
    description: l.description,
    from: l.periodFrom,
    to: l.periodTo,
    amount: l.amount,
  })),
});

/** No more bills than this are listed one by one: a preview is looked at by people. */
const LISTED = 2000;

/** Adds up what a plan would bill. */
export class PlanTally {
  contracts = 0;
  billCount = 0;
  readonly bills: PreviewBill[] = [];
  readonly #cadences = new Map<string, CadenceFigures>();
  readonly #lists: boolean;
  #billed = 0;
  #expected = 0;
  #documents = 0;
  #total = 0;

  constructor(lists: boolean) {
    this.#lists = lists;
  }

  add({ page, charges, bills, parked }: PlannedPage): void {
    this.contracts += page.contracts.length;
    this.#expected += parked.size;
    for (const bill of bills) {
      this.billCount += 1;
      this.#billed += bill.contracts.length;
      for (const c of bill.contracts) if (charges.get(c.id)?.continues) this.#expected += 1;
      if (bill.outcome === 'issue') {
        this.#documents += 1;
        this.#total += bill.draft.totals.total;
      }
      for (const { fresh } of bill.charges) {
        if (!fresh || fresh.cadence === null || fresh.revision > 0) continue;
        const known = this.#cadences.get(fresh.cadence) ?? { periods: 0, amount: 0 };
        this.#cadences.set(fresh.cadence, {
          periods: known.periods + 1,
          amount: known.amount + fresh.amount,
        });
      }
      if (this.#lists && this.bills.length < LISTED) this.bills.push(previewOf(bill));
    }
  }

  get byCadence(): ByCadence {
    return Object.fromEntries([...this.#cadences].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  figures(): PlanFigures {
    return { billed: this.#billed, expected: this.#expected, byCadence: this.byCadence };
  }

  totals(): { documents: number; total: Cents } {
    return { documents: this.#documents, total: this.#total };
  }
}
