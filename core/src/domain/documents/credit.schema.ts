import { Type } from 'typebox';
import { Cents, Fields, Line, Nullable } from '../../kernel/http/schemas.ts';
import { VatView } from './document.schema.ts';

const Number = Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Number of the invoice’s line' });
const Quantity = Type.Integer({ description: 'Millionths' });

const CreditLines = Type.Array(
  Fields({
    line: Number,
    quantity: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'Millionths; not with an amount' }),
    ),
    amount: Type.Optional({
      ...Cents,
      description: 'Euro cents of the line’s sign, with VAT where it is included',
    }),
    rebill: Type.Optional(
      Type.Boolean({ description: 'Of this line; only a line credited as a whole can be billed again' }),
    ),
  }),
  {
    minItems: 1,
    maxItems: 5_000,
    description:
      'What to credit; a line without quantity and amount as far as it is left. Without: all that is left',
  },
);

export const CreditInput = Fields({
  reason: Line(200),
  rebill: Type.Boolean({ description: 'Let the next run bill the same days anew' }),
  lines: Type.Optional(CreditLines),
});
export const CreditPreviewInput = Fields({ lines: Type.Optional(CreditLines) });

const Totals = {
  net: Cents,
  vatTotal: Cents,
  rounding: Cents,
  total: Cents,
  payable: Cents,
};

export const CreditPreview = Fields({
  lines: Type.Array(Fields({ line: Number, amount: Cents, quantity: Quantity })),
  vat: Type.Array(VatView),
  ...Totals,
});

export const CreditableView = Fields({
  lines: Type.Array(
    Fields({
      line: Number,
      description: Type.String(),
      quantity: Quantity,
      unit: Nullable(Type.String()),
      amount: Cents,
      vatIncluded: Type.Boolean(),
      credited: { ...Cents, description: 'By credit notes' },
      givenBack: { ...Cents, description: 'By later negative charges' },
      left: Cents,
      leftQuantity: Quantity,
    }),
  ),
  creditNotes: Type.Array(Type.String({ description: 'Numbers of the credit notes so far' })),
  left: Nullable(
    Fields(Totals, { description: 'What a credit note of all the rest comes to; null when nothing is left' }),
  ),
});
