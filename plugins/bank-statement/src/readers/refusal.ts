import { type Cents, formatDecimal, Invalid } from '@traliccio/sdk';

/** The file can't be what it should be: what is wrong, and where. */
export const badFile = (message: string, options: { readonly cause?: unknown } = {}): Invalid =>
  new Invalid('bank_statement.file', message, { field: 'file', ...options });

/** One line or entry can't be read: `where` says which. */
export const badLine = (where: string, message: string): Invalid =>
  new Invalid('bank_statement.line', `${where}: ${message}; correct the file, or ask the bank for it again`, {
    field: 'file',
  });

/** What the statement says of itself is not what is in it. */
export const badTotal = (where: string, message: string): Invalid =>
  new Invalid(
    'bank_statement.total',
    `${where}: ${message}; download the file again, nothing was read from it`,
    {
      field: 'file',
    },
  );

export const euros = (cents: Cents): string => formatDecimal(cents, 2);
