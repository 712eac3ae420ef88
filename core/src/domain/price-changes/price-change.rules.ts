import { addDays, type ContractState, later, type PlainDate } from '@traliccio/sdk';
import type { Problem } from '../problem.ts';

/** Days after they were told in which customers may withdraw (art. 98-septies decies c. 5 D.Lgs. 259/2003). */
export const WITHDRAW_DAYS = 60;

/** Why a contract of a price change keeps its price. */
export type SkipReason =
  | 'several_prices'
  | 'announced_already'
  | 'changes_later'
  | 'not_told'
  | 'told_late'
  | 'ended'
  | 'price_changed'
  | 'refused';

/** The first day from which a price announced today may hold. */
export const firstPossible = (today: PlainDate, noticeDays: number): PlainDate => addDays(today, noticeDays);

export function checkAnnouncement(change: {
  readonly effectiveOn: PlainDate;
  readonly today: PlainDate;
  readonly noticeDays: number;
}): readonly Problem[] {
  const first = firstPossible(change.today, change.noticeDays);
  if (change.effectiveOn >= first) return [];
  return [
    {
      field: 'effectiveOn',
      code: 'price_change.effective_on_too_early',
      message: `customers are told ${change.noticeDays} days before (art. 98-septies decies c. 5 D.Lgs. 259/2003): announced today, the price can hold from ${first}`,
    },
  ];
}

/** The last day of a contract whose customer withdraws: the day before the change, or later if he does. */
export const lastDayAfter = (effectiveOn: PlainDate, withdrewOn: PlainDate): PlainDate =>
  later(addDays(effectiveOn, -1), withdrewOn);

/** What keeps a customer from withdrawing because of a change. */
export function checkWithdrawal(withdrawal: {
  readonly announcedOn: PlainDate;
  readonly toldOn: PlainDate | null;
  readonly on: PlainDate;
  readonly today: PlainDate;
}): readonly Problem[] {
  const { announcedOn, toldOn, on, today } = withdrawal;
  const last = toldOn === null ? null : addDays(toldOn, WITHDRAW_DAYS);
  if (on < announcedOn || on > today)
    return [
      {
        field: 'on',
        code: 'price_change.withdrawal_invalid',
        message: `the day of the withdrawal lies from ${announcedOn} to ${today}`,
      },
    ];
  if (last === null || on <= last) return [];
  return [
    {
      field: 'on',
      code: 'price_change.withdrawal_late',
      message: `the customer was told on ${toldOn} and could withdraw until ${last}`,
    },
  ];
}

export type Priced = { readonly priceE8: number; readonly vatIncluded: boolean };
export type Candidate = {
  readonly effectiveOn: PlainDate;
  readonly noticeDays: number;
  readonly toldOn: PlainDate | null;
  readonly old: Priced;
  readonly contract: { readonly state: ContractState; readonly endsOn: PlainDate | null };
  /** Of the plan, those that hold on the day. */
  readonly items: readonly Priced[];
  /** A version of one of these begins after the day: somebody has decided on something else. */
  readonly changesLater: boolean;
};

/** What keeps a contract from its new price when the day has come; undefined when nothing does. */
export function skipReason(candidate: Candidate): SkipReason | undefined {
  const { effectiveOn, noticeDays, toldOn, old, contract, items, changesLater } = candidate;
  const isOver = contract.endsOn !== null && contract.endsOn <= effectiveOn;
  if (isOver || contract.state === 'cancelled' || contract.state === 'terminated') return 'ended';
  if (toldOn === null) return 'not_told';
  if (toldOn > addDays(effectiveOn, -noticeDays)) return 'told_late';
  const isOld = (item: Priced): boolean =>
    item.priceE8 === old.priceE8 && item.vatIncluded === old.vatIncluded;
  if (items.length === 0 || !items.every(isOld)) return 'price_changed';
  return changesLater ? 'changes_later' : undefined;
}
