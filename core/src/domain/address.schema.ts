import { type Address, Type } from '@traliccio/sdk';
import type { Static } from 'typebox';
import { Fields, Line, Nullable } from '../kernel/http/schemas.ts';

export const AddressView = Fields({
  street: Type.String(),
  houseNumber: Nullable(Type.String()),
  postcode: Type.String(),
  city: Type.String(),
  province: Nullable(Type.String()),
  country: Type.String({ description: 'ISO 3166, two letters' }),
});

export const AddressInput = Fields({
  street: Line(60),
  houseNumber: Type.Optional(Nullable(Line(8))),
  postcode: Line(12),
  city: Line(60),
  province: Type.Optional(Nullable(Line(2))),
  country: Type.Optional(Line(2)),
});

/** Italian unless it says otherwise. */
export const addressFrom = (input: Static<typeof AddressInput>): Address => ({
  street: input.street,
  houseNumber: input.houseNumber ?? null,
  postcode: input.postcode,
  city: input.city,
  province: input.province ?? null,
  country: input.country ?? 'IT',
});
