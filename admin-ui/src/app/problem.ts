import { ApiError } from './api.ts';
import { texts } from './i18n.ts';

/** What a form can say at one of its fields. */
export type Finding = { readonly field: string; readonly message: string };

/** What went wrong, in the operator's language where there is a sentence for its code; otherwise as the server says it. */
export function explain(error: unknown): string {
  const { t, te } = texts;
  if (!(error instanceof ApiError))
    return t(error instanceof TypeError ? 'problem.offline' : 'problem.unknown');
  const known = wordsFor(error);
  if (known !== undefined) return known;
  const general = `problem.${error.status}`;
  return error.problem && error.status < 500 ? error.message : te(general) ? t(general) : error.message;
}

/** For a code that there are words for; undefined for any other. */
export function wordsFor({
  code,
  field,
  message,
}: {
  readonly code: string;
  readonly field?: string | undefined;
  readonly message: string;
}): string | undefined {
  const { t, te } = texts;
  const own = `errors.${code.replaceAll('.', '_')}`;
  // What only the server knows, such as which plugin it was, stands in its own words.
  if (te(own)) return t(own, { message });
  const why = /_(invalid|missing|unknown|too_long|characters|taken)$/.exec(code)?.[1];
  return field !== undefined && why !== undefined ? `${t(`why.${why}`)} ${message}` : undefined;
}

/** The findings of a refusal, each with the path of its field. */
export function findingsOf(error: unknown): readonly Finding[] {
  if (!(error instanceof ApiError)) return [];
  const { problem, field } = error;
  if (problem?.errors?.length)
    return problem.errors.map((one) => ({ field: fieldOf(one.field), message: one.message }));
  return field === undefined ? [] : [{ field: fieldOf(field), message: explain(error) }];
}

const fieldOf = (path: string): string => path.replace(/^(body|query)[./]/, '').replaceAll('/', '.');
