import { earlier, type PlainDate } from '@traliccio/sdk';
import type { ContractRow } from './contract.entity.ts';

/**
 * Lets the next run look at everything from `from` on again. Whatever may change what is owed of a day calls it in the
 * transaction of the change; looking once too often costs nothing, since a run charges only the difference.
 */
export function touch(
  contract: Pick<ContractRow, 'activatedOn' | 'settledTo' | 'nextDue'>,
  from: PlainDate,
): void {
  if (contract.activatedOn === null) return;
  if (contract.settledTo !== null) contract.settledTo = earlier(contract.settledTo, from);
  contract.nextDue = contract.nextDue === null ? from : earlier(contract.nextDue, from);
}
