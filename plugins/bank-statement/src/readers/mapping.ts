import { type Static, Type } from '@traliccio/sdk';

const Column = Type.Union(
  [Type.String({ minLength: 1, maxLength: 100 }), Type.Integer({ minimum: 1, maximum: 200 })],
  {
    description: 'The heading of a column as the file writes it, or its place from 1',
  },
);

export const DATE_FORMATS = [
  'dd/mm/yyyy',
  'dd/mm/yy',
  'dd-mm-yyyy',
  'dd.mm.yyyy',
  'yyyy-mm-dd',
  'yyyymmdd',
] as const;

/** How the columns of a bank's own CSV or XLSX are read. */
export const Mapping = Type.Object(
  {
    account: Type.String({
      minLength: 1,
      maxLength: 40,
      description: 'IBAN of the account that the file is of',
    }),
    columns: Type.Object(
      {
        bookedOn: Column,
        valueDate: Type.Optional(Column),
        /** One column with signs… */
        amount: Type.Optional(Column),
        /** …or two columns, whose numbers have none or any. */
        credit: Type.Optional(Column),
        debit: Type.Optional(Column),
        text: Type.Array(Column, { minItems: 1, maxItems: 6 }),
        payerName: Type.Optional(Column),
        payerIban: Type.Optional(Column),
        endToEndId: Type.Optional(Column),
        bankRef: Type.Optional(Column),
      },
      { additionalProperties: false },
    ),
    dateFormat: Type.Unsafe<(typeof DATE_FORMATS)[number]>({ type: 'string', enum: [...DATE_FORMATS] }),
    decimal: Type.Union([Type.Literal(','), Type.Literal('.')]),
    sign: Type.Union([Type.Literal('plus_in'), Type.Literal('minus_in')], {
      description: 'What a number without a minus is in the column `amount`: money in, or money out',
    }),
  },
  { additionalProperties: false },
);
export type Mapping = Static<typeof Mapping>;
export type Column = Static<typeof Column>;
