import { addDays, type CustomerKind, later, type PlainDate } from '@traliccio/sdk';
import type { Problem } from '../problem.ts';

/** Days in which a consumer may withdraw without a reason (art. 52 c. 1 D.Lgs. 206/2005). */
export const WITHDRAWAL_DAYS = 14;

export type WithdrawalQuestion = {
  readonly code: string;
  readonly kind: CustomerKind;
  readonly signedOn: PlainDate | null;
  readonly activatedOn: PlainDate | null;
  readonly on: PlainDate;
  readonly today: PlainDate;
};

/** The last day in time, counted from the signature or the activation, whichever is later; null without either. */
export function lastDayToWithdraw({
  signedOn,
  activatedOn,
}: Pick<WithdrawalQuestion, 'signedOn' | 'activatedOn'>): PlainDate | null {
  const begins = signedOn && activatedOn ? later(signedOn, activatedOn) : (signedOn ?? activatedOn);
  return begins === null ? null : addDays(begins, WITHDRAWAL_DAYS);
}

/** What keeps a customer from withdrawing on a day. */
export function checkWithdrawal(question: WithdrawalQuestion): readonly Problem[] {
  const { code, kind, signedOn, activatedOn, on, today } = question;
  const problems: Problem[] = [];
  if (kind !== 'private')
    problems.push({
      field: 'on',
      code: 'contract.withdrawal_not_consumer',
      message: `contract ${code} is of no private customer: the withdrawal within ${WITHDRAWAL_DAYS} days is for consumers (art. 52 D.Lgs. 206/2005); end the contract instead`,
    });
  const last = lastDayToWithdraw(question);
  if (last !== null && on > last)
    problems.push({
      field: 'on',
      code: 'contract.withdrawal_late',
      message: `contract ${code} could be withdrawn from until ${last}; ${on} is later: end the contract instead`,
    });
  const first = signedOn ?? activatedOn;
  if (on > today)
    problems.push({
      field: 'on',
      code: 'contract.withdrawal_future',
      message: `the withdrawal is of ${today} or a day before, not of ${on}`,
    });
  else if (first !== null && on < first)
    problems.push({
      field: 'on',
      code: 'contract.withdrawal_early',
      message: `contract ${code} begins on ${first}: nobody withdraws from it before`,
    });
  return problems;
}
