import { Invalid } from '@traliccio/sdk';

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
