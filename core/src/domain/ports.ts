import type { Anchor, BillingGrid, EventMap, EventName, HoldQuestion, Tx, Veto } from '@traliccio/sdk';
import type { AuditEntry } from '../kernel/audit/audit.ts';

export type { Actor } from '../kernel/audit/audit.ts';

/** What the domain needs of the kernel's audit log. */
export interface AuditWriter {
  record(tx: Tx, entry: AuditEntry): Promise<void>;
}

/** What the domain needs of the kernel's events. */
export interface EventEmitter {
  emit<N extends EventName>(tx: Tx, name: N, aggregate: string, data: EventMap[N]): Promise<void>;
}

/** The grid of a cadence, from whichever plugin knows it. */
export type Grids = (cadence: string, anchor: Anchor) => BillingGrid | undefined;

/** Asks the plugins whether holds may be put on contracts; each answer is a reason against one of them. */
export type HoldVeto = (tx: Tx, questions: readonly HoldQuestion[]) => Promise<readonly Veto[]>;
