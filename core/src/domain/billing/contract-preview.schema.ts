import { Type, type Static } from 'typebox';
import { Cents, Day, Fields, Id, Nullable } from '../../kernel/http/schemas.ts';
import { Activation, ContractEnd, ContractView, Withdrawal } from '../contracts/contract.schema.ts';
import { HoldCreation, HoldRelease } from '../contracts/hold.schema.ts';
import { ItemAddition, ItemChanges, ItemEnd, ItemName } from '../contracts/item.schema.ts';

export const ContractForecast = Fields({
  held: Type.Boolean({ description: 'A hold stops its billing when it is due next' }),
  problem: Nullable(
    Fields(
      { code: Type.String(), field: Type.String(), message: Type.String() },
      { description: 'What would keep it from being billed' },
    ),
  ),
  bills: Type.Array(
    Fields({
      day: Day,
      total: Cents,
      charges: Type.Array(
        Fields({
          description: Type.String(),
          periodFrom: Nullable(Day),
          periodTo: Nullable(Day),
          days: Nullable(Type.Integer()),
          amount: Cents,
          vatIncluded: Type.Boolean(),
          vatRate: Type.Integer({ description: 'Hundredths of a percent' }),
        }),
      ),
    }),
    {
      description:
        'The next days on which it is charged something, without what plugins add; totals with VAT',
    },
  ),
});
export type ContractForecast = Static<typeof ContractForecast>;

export const ContractPreview = Fields({
  contract: ContractView,
  ...ContractForecast.properties,
});
export type ContractPreview = Static<typeof ContractPreview>;

/** A command, or several in this order, each with the body that it would be sent with. */
export const ContractPreviewInput = Fields(
  {
    activate: Type.Optional(Activation),
    end: Type.Optional(ContractEnd),
    withdraw: Type.Optional(Withdrawal),
    add: Type.Optional(ItemAddition),
    change: Type.Optional(Fields({ item: ItemName, ...ItemChanges.properties })),
    remove: Type.Optional(Fields({ item: ItemName, ...ItemEnd.properties })),
    hold: Type.Optional(HoldCreation),
    release: Type.Optional(Fields({ hold: Id, ...HoldRelease.properties })),
  },
  { minProperties: 1 },
);
export type ContractPreviewInput = Static<typeof ContractPreviewInput>;
