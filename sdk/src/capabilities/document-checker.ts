import type { PlainDate } from '../dates.ts';
import type { Finding } from '../views.ts';
import { defineCapability } from './token.ts';

/** Checks a fiscal document file as the authority would, as far as this is possible off line. */
export interface DocumentChecker {
  /** The format that it knows: `fatturapa`. */
  readonly format: string;
  /** Never throws for what the file contains: whatever is wrong with it is a finding. */
  check(bytes: Uint8Array, options: CheckOptions): Promise<Finding[]>;
}

export type CheckOptions = {
  /** The name under which the file is to be sent. */
  readonly name: string;
  /** The day on which the authority would receive it. */
  readonly received: PlainDate;
};

export const DocumentChecker = defineCapability<DocumentChecker>('DocumentChecker', { many: true });
