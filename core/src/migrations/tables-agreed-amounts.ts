import type { Types } from '../kernel/db/ddl.ts';
import { column, type Step } from './steps.ts';

/**
 * What a charge takes of the agreed price where its amount is another: of a VAT-included price, from a customer without
 * VAT. What a period still owes is counted in the agreed price.
 */
export const agreedAmounts = (t: Types): Step[] => [column('charge', 'agreed_amount', t.int)];
