/** A column of a file that is imported: what is read, checked and documented by it. */
export type Column = {
  readonly name: string;
  /** Each row needs a value. Columns that only some rows need say so in `about`. */
  readonly required?: true;
  /** What a value looks like. */
  readonly format: string;
  readonly about: string;
};

export const TEXT = (max: number): string => `text, ${max} characters at most`;
export const CODE = 'letters, digits and `. _ / -`, 40 at most';
export const DATE = '`YYYY-MM-DD` or `DD/MM/YYYY`';
export const YES_NO = '`yes` or `no` (`si`, `true`, `1`, `false`, `0` too)';
export const oneOf = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');
export const DECIMAL = (places: number): string =>
  `number with a point or a comma, ${places} decimals at most`;
