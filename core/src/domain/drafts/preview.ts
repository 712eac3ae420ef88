import { addDays, type Finding, type PlainDate } from '@traliccio/sdk';
import { apiPath } from '../api-terms.ts';
import type { Composed } from './compose.ts';
import type { DraftFinding, DraftPreview } from './draft.schema.ts';

export function previewOf({ draft }: Composed, today: PlainDate, findings: readonly Finding[]): DraftPreview {
  const { vat, net, vatTotal, rounding, total, payable } = draft.totals;
  const { method, days } = draft.payment!;
  return {
    series: draft.series,
    date: today,
    payment: { method, dueDate: addDays(today, days) },
    lines: draft.lines.map(({ amount, vatIncluded, vatRate, natura }) => ({
      amount,
      vatIncluded,
      vatRate,
      natura,
    })),
    vat: [...vat],
    net,
    vatTotal,
    rounding,
    total,
    payable,
    stampDuty: draft.stampDuty,
    findings: findings.map(shown),
  };
}

const shown = ({ severity, code, message, path }: Finding): DraftFinding => ({
  severity,
  code,
  message,
  field: /^[a-z]/.test(path) ? apiPath(path, {}) : path,
  line: lineOf(path),
});

/** The number of the line that a path is about: `lines[0].natura`, `DettaglioLinee[1]/Natura`. */
function lineOf(path: string): number | null {
  const [, own] = /^lines\[(\d+)\]/.exec(path) ?? [];
  if (own !== undefined) return Number(own) + 1;
  const [, fiscal] = /DettaglioLinee\[(\d+)\]/.exec(path) ?? [];
  return fiscal === undefined ? null : Number(fiscal);
}
