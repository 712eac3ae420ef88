import { Type, type Static } from 'typebox';
import { Code, Day, Fields, Id, Line, Nullable } from '../../kernel/http/schemas.ts';
import { EXEMPTION, PRICE, TERMS } from '../plans/terms.schema.ts';
import { Ref } from '../ref.schema.ts';

export const ItemName = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$',
  description: 'Tells the items of a contract apart; main when not given',
});
const Quantity = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'In millionths' });

/** What is left out comes from the plan, or stays as it was. */
const priced = {
  plan: Type.Optional(Nullable(Code())),
  description: Type.Optional(Line(300)),
  quantity: Type.Optional(Quantity),
  anchor: Type.Optional(Day),
  anchorLastDay: Type.Optional(Type.Boolean()),
  cadenceConfirmed: Type.Optional(
    Type.Boolean({ description: 'No consumer’s internet or telephone contract (law 172/2017)' }),
  ),
  cadence: Type.Optional(TERMS.cadence),
  timing: Type.Optional(TERMS.timing),
  offsetDays: Type.Optional(TERMS.offsetDays),
  proration: Type.Optional(TERMS.proration),
  firstPeriod: Type.Optional(TERMS.firstPeriod),
  endCredit: Type.Optional(TERMS.endCredit),
  priceE8: Type.Optional(PRICE.priceE8),
  vatIncluded: Type.Optional(PRICE.vatIncluded),
  vatRate: Type.Optional(PRICE.vatRate),
  ...EXEMPTION,
};

export const ItemInput = Fields({ item: Type.Optional(ItemName), ...priced });
export const ItemAddition = Fields({ item: Type.Optional(ItemName), from: Day, ...priced });
export const ItemChanges = Fields(
  {
    from: Type.Optional(Day),
    ...priced,
  },
  { minProperties: 1, description: 'Without `from` at once, or at the end of the period if it gets cheaper' },
);
export const ItemEnd = Fields({ lastDay: Day });

export const ItemVersionView = Fields({
  id: Id,
  item: Type.String(),
  plan: Nullable(Ref),
  description: Type.String(),
  quantity: Quantity,
  from: Day,
  lastDay: Nullable(Day),
  anchor: Day,
  anchorLastDay: Type.Boolean(),
  ...TERMS,
  ...PRICE,
  natura: Nullable(Type.String()),
  vatReference: Nullable(Type.String()),
});
export type ItemVersionDetail = Static<typeof ItemVersionView>;
