import { Type } from 'typebox';
import { Code, Day, Fields, Id, Instant, Line, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { PRICE } from '../plans/terms.schema.ts';
import { Ref } from '../ref.schema.ts';
import { ROW_STATES } from './price-change.store.ts';

export const CHANGE_STATES = ['announced', 'done', 'cancelled'] as const;
export const TOLD_BY = ['mail', 'letter', 'other'] as const;

const asked = {
  plan: Code(),
  site: Type.Optional(Nullable(Code())),
  onlyPriceE8: Type.Optional(Nullable(PRICE.priceE8)),
  priceE8: PRICE.priceE8,
  vatIncluded: PRICE.vatIncluded,
  effectiveOn: Day,
};
const ContractIds = Type.Array(Id, { minItems: 1, maxItems: 1000 });

export const PriceChangeQuestion = Fields(asked);
export const PriceChangeCreation = Fields({ ...asked, reason: Line(200) });
export const PriceChangeTold = Fields({
  contracts: Type.Optional(ContractIds),
  on: Day,
  how: OneOf(TOLD_BY),
});
export const PriceChangeLeftOut = Fields({ contracts: ContractIds, reason: Line(200) });
export const PriceChangeWithdrawal = Fields({ contract: Id, on: Day });

export const PriceChangePreview = Fields({
  firstPossible: Type.Unsafe<string>({
    ...Day,
    description: 'The first day from which a price announced today may hold',
  }),
  count: Type.Integer({ description: 'Contracts that would get the new price' }),
  skipped: Type.Integer({ description: 'Contracts that something keeps from it' }),
  contracts: Type.Array(
    Fields({
      contract: Fields({ id: Id, code: Type.String() }),
      customer: Ref,
      oldPriceE8: PRICE.priceE8,
      oldVatIncluded: Type.Boolean(),
      problem: Nullable(Type.String({ description: 'What would keep it from the new price' })),
    }),
    { description: 'The first of them' },
  ),
});

const shown = {
  id: Id,
  plan: Ref,
  site: Nullable(Ref),
  priceE8: PRICE.priceE8,
  vatIncluded: Type.Boolean(),
  effectiveOn: Day,
  reason: Type.String(),
  state: OneOf(CHANGE_STATES),
  announcedOn: Day,
};
export const PriceChangeItem = Fields(shown);
export const PriceChangeView = Fields({
  ...shown,
  onlyPriceE8: Nullable(PRICE.priceE8),
  noticeDays: Type.Integer(),
  contracts: Fields(
    Object.fromEntries(ROW_STATES.map((state) => [state, Type.Integer()])) as Record<
      (typeof ROW_STATES)[number],
      ReturnType<typeof Type.Integer>
    >,
    { description: 'How many there are by their state' },
  ),
  notTold: Type.Integer({ description: 'Contracts whose customers nobody has told yet' }),
});

export const PriceChangeContractItem = Fields({
  id: Id,
  change: Id,
  contract: Fields({ id: Id, code: Type.String() }),
  customer: Ref,
  oldPriceE8: PRICE.priceE8,
  oldVatIncluded: Type.Boolean(),
  state: OneOf(ROW_STATES),
  toldOn: Nullable(Day),
  toldHow: Nullable(OneOf(TOLD_BY)),
  withdrewOn: Nullable(Day),
  reason: Nullable(Type.String({ description: 'Of the operator who left it out, or why it was skipped' })),
  updatedAt: Instant,
});
