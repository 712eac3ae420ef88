import { Type } from 'typebox';
import { Day, Fields, Id, Line } from '../../kernel/http/schemas.ts';
import { EXEMPTION, PRICE } from '../plans/terms.schema.ts';

/** A billion euro: more was mistyped, and no longer fits a fiscal file. */
const HIGHEST = 100_000_000_000;

export const ChargeCreation = Fields({
  source: Fields(
    {
      type: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,29}$' }),
      id: Type.String({ pattern: '^[!-9;-~]{1,60}$' }),
      revision: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    },
    { description: 'What it is for: the same source is never charged twice' },
  ),
  description: Line(500),
  amount: Type.Integer({
    minimum: -HIGHEST,
    maximum: HIGHEST,
    description: 'Euro cents, with VAT when vatIncluded; negative gives back',
  }),
  vatIncluded: Type.Optional(PRICE.vatIncluded),
  vatRate: PRICE.vatRate,
  ...EXEMPTION,
  date: Type.Optional(Day),
});

export const ChargeAdded = Fields({
  id: Id,
  added: Type.Boolean({
    description: 'False when the source had been charged already, with the same amount',
  }),
});
