import { Conflict, Invalid, NotFound, TraliccioError } from '@traliccio/sdk';

/** What is wrong with one field of an input. An import reports all of a row; a service stops at the first. */
export type Problem = { readonly field: string; readonly code: string; readonly message: string };

/** @throws Invalid for the first problem, if there is any */
export function refuse(problems: readonly Problem[]): void {
  const first = problems[0];
  if (first) throw new Invalid(first.code, first.message, { field: first.field });
}

/** Collects problems under a prefix: `problem('tax_code', 'invalid', ...)` is `customer.tax_code_invalid`. */
export class Problems {
  readonly list: Problem[] = [];
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  add(field: string, what: string, message: string): void {
    this.list.push({ field, code: `${this.#prefix}.${field}_${what}`, message });
  }

  /** Adds the problem unless `fine`. */
  unless(fine: boolean, field: string, what: string, message: string): void {
    if (!fine) this.add(field, what, message);
  }
}

/** Runs what looks at a part of an input, `items[0]`: the fields that it refuses are those of the part. */
export async function within<T>(part: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TraliccioError) || error.field === undefined) throw error;
    throw sayAgain(error, { message: error.message, field: `${part}.${error.field}` });
  }
}

/** The same error with other words; one of a kind that names no field of an input stays as it is. */
export function sayAgain(
  error: TraliccioError,
  words: { readonly message: string; readonly field: string | undefined },
): TraliccioError {
  const Kind = [Invalid, NotFound, Conflict].find((kind) => error instanceof kind);
  return Kind ? new Kind(error.code, words.message, { field: words.field, cause: error }) : error;
}
