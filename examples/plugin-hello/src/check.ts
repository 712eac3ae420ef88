import { type Cents, type DocumentView, type Finding, formatEuro, type Ref } from '@traliccio/sdk';

/** Answers for the whole batch; `ref` says which document a finding is about. A warning is shown and stops nothing. */
export function checkTotals(documents: readonly DocumentView[], limit: Cents): (Finding & Ref)[] {
  return documents
    .filter(({ total }) => total > limit)
    .map(({ id, total }) => ({
      ref: id,
      code: 'HELLO-TOTAL',
      severity: 'warning',
      path: 'total',
      message: `${formatEuro(total)} is more than the ${formatEuro(limit)} that documents usually come to: is it right?`,
    }));
}
