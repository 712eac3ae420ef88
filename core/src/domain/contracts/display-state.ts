import type { ContractState, PlainDate } from '@traliccio/sdk';

export const DISPLAY_STATES = [
  'Bozza',
  'Da attivare',
  'Attivo',
  'Pending',
  'Sospeso',
  'Disattivato',
  'Annullato',
] as const;
export type DisplayState = (typeof DISPLAY_STATES)[number];

export type StateOfHold = {
  readonly fromDate: PlainDate;
  readonly untilDate: PlainDate | null;
  readonly blocksBilling: boolean;
  readonly access: string;
};

/** What people see of a contract on a day. Limited access is shown before stopped billing: it is what the customer feels. */
export function displayState(
  contract: { readonly state: ContractState; readonly endsOn: PlainDate | null },
  holds: readonly StateOfHold[],
  today: PlainDate,
): DisplayState {
  if (contract.state === 'draft') return 'Bozza';
  if (contract.state === 'cancelled') return 'Annullato';
  if (contract.state === 'pending_activation') return 'Da attivare';
  if (contract.state === 'terminated' || (contract.endsOn !== null && contract.endsOn <= today))
    return 'Disattivato';
  const now = holds.filter((hold) => isOpenOn(hold, today));
  if (now.some((hold) => limitsAccess(hold.access))) return 'Sospeso';
  if (now.some((hold) => hold.blocksBilling)) return 'Pending';
  return 'Attivo';
}

export const isOpenOn = (hold: Pick<StateOfHold, 'fromDate' | 'untilDate'>, day: PlainDate): boolean =>
  hold.fromDate <= day && (hold.untilDate === null || hold.untilDate > day);

/** A notice page is passed by one click: it limits nothing. */
const limitsAccess = (access: string): boolean =>
  access === 'throttle' || access === 'walled_garden' || access === 'cut';
