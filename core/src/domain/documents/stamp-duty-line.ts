import type { Cents, IssuerView } from '@traliccio/sdk';
import { E8_PER_CENT, ONE } from '@traliccio/sdk';
import type { DraftLine } from './draft.ts';
import { FORFETTARIO } from './taxed.ts';

/**
 * The line that charges the stamp duty to the customer: laid out in his name (DPR 633/1972, art. 15). A forfettario's is
 * part of his income (Agenzia delle Entrate, answer 428/2022).
 */
export function stampDutyLine(amount: Cents, issuer: Pick<IssuerView, 'regimeFiscale'>): DraftLine {
  const isIncome = issuer.regimeFiscale === 'RF19';
  const totalE8 = amount * E8_PER_CENT;
  return {
    contractId: null,
    contractCode: null,
    description: 'Imposta di bollo',
    quantity: ONE,
    unit: null,
    unitPriceE8: totalE8,
    totalE8,
    amount,
    vatIncluded: false,
    vatRate: 0,
    natura: isIncome ? FORFETTARIO.natura : 'N1',
    vatReference: isIncome ? FORFETTARIO.vatReference : 'Escluso art. 15 DPR 633/1972',
    periodFrom: null,
    periodTo: null,
    creditsLine: null,
  };
}
