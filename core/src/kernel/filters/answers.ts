import { parseDate, type FilterName } from '@traliccio/sdk';

/** Tells what is wrong with an answer: the field and why; undefined when it is right. */
export type Wrong = { readonly field: string; readonly why: string };

/** Each answer is looked at, since a wrong one would show up far from the plugin that gave it. */
export function wrongAnswer(
  filter: FilterName,
  answer: unknown,
  refs: ReadonlySet<number>,
): Wrong | undefined {
  if (typeof answer !== 'object' || answer === null) return { field: '', why: 'is no object' };
  const fields = answer as Record<string, unknown>;
  const by = filter === 'message.compose' ? 'id' : 'ref';
  if (!refs.has(fields[by] as number)) return { field: by, why: `${show(fields[by])} is not in the batch` };
  for (const [field, check] of Object.entries(CHECKS[filter])) {
    const why = check(fields[field]);
    if (why !== undefined) return { field, why };
  }
  return undefined;
}

type Check = (value: unknown) => string | undefined;

const must =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value) =>
    holds(value) ? undefined : `must be ${what}, and is ${show(value)}`;

const text = must('text', (v) => typeof v === 'string');
const filled = must('text that is not empty', (v) => typeof v === 'string' && v !== '');
const textOrNull = must('text or null', (v) => v === null || typeof v === 'string');
const integer = must('a whole number', Number.isSafeInteger);
const bool = must('true or false', (v) => typeof v === 'boolean');
const dateIfAny = must(
  'a date',
  (v) => v === undefined || (typeof v === 'string' && parseDate(v) !== undefined),
);

const CHECKS: Record<FilterName, Record<string, Check>> = {
  'billing.charges': {
    key: filled,
    description: filled,
    amount: integer,
    vatIncluded: bool,
    vatRate: must('a rate that is not negative', (v) => Number.isSafeInteger(v) && (v as number) >= 0),
    natura: textOrNull,
    periodFrom: dateIfAny,
    periodTo: dateIfAny,
  },
  'billing.hold': { reason: filled },
  'document.check': {
    code: filled,
    severity: must('error or warning', (v) => v === 'error' || v === 'warning'),
    path: text,
    message: filled,
  },
  'document.artifacts': {
    kind: filled,
    fileName: filled,
    mediaType: filled,
    bytes: must('bytes', (v) => v instanceof Uint8Array),
  },
  'message.compose': { template: filled, customerId: integer, subject: text, text, html: textOrNull },
};

function show(value: unknown): string {
  if (value === undefined) return 'not there';
  const shown =
    typeof value === 'string'
      ? value
      : typeof value === 'object'
        ? Object.prototype.toString.call(value)
        : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
