import { TraliccioError } from '@traliccio/sdk';

/** A plugin could not answer: what the question was asked for is not done, and says whose answer was missing. */
export class FilterFailed extends TraliccioError {
  readonly plugin: string;
  readonly filter: string;
  constructor(
    code: string,
    where: { readonly plugin: string; readonly filter: string },
    message: string,
    options: { field?: string; cause?: unknown } = {},
  ) {
    super(code, `plugin ${where.plugin}, filter ${where.filter}: ${message}`, options);
    this.plugin = where.plugin;
    this.filter = where.filter;
  }
}
