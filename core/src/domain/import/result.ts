import type { Problem } from '../problem.ts';

export type Refusal = Problem & { readonly line: number };

export type ImportResult = {
  /** Rows of data, the header not counted. */
  readonly rows: number;
  readonly imported: number;
  /** Rows that were imported before, as they are. */
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
};

/** What became of one thing of a file. */
export type Outcome = 'imported' | 'unchanged' | readonly Refusal[];

export const conflict = (
  thing: { readonly line: number; readonly what: string },
  fields: readonly string[],
): Refusal => ({
  line: thing.line,
  field: fields.join(', '),
  code: 'import.conflict',
  message: `${thing.what} is there already with other values of ${fields.join(', ')}: it was left as it is`,
});
