import { Type } from 'typebox';
import { Line, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { FIRST_PERIODS, PRORATIONS, TIMINGS } from './terms.ts';

/** What a priced thing says of its billing, in bodies and answers. */
export const TERMS = {
  cadence: Type.String({
    minLength: 1,
    maxLength: 20,
    pattern: '^[!-~]*$',
    description: 'Length of a period, as the plugin that knows it names it: months:3',
  }),
  timing: OneOf(TIMINGS),
  offsetDays: Type.Integer({
    minimum: -90,
    maximum: 90,
    description: 'Days between start (advance) or end (arrears) of a period and its invoice',
  }),
  proration: OneOf(PRORATIONS),
  firstPeriod: OneOf(FIRST_PERIODS),
  endCredit: Type.Boolean({ description: 'Unused days are given back when the contract ends' }),
};

/** Ten million euro, in 1e-8: with a million units of it amounts are still exact. */
const HIGHEST_PRICE = 1_000_000_000_000_000;

export const PRICE = {
  priceE8: Type.Integer({
    minimum: 0,
    maximum: HIGHEST_PRICE,
    description: 'One unit for one period, in 1e-8 euro',
  }),
  vatIncluded: Type.Boolean({ description: 'Whether the price has VAT in it' }),
  vatRate: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths of a percent: 2200' }),
};

/** Why there is no VAT, and the law that says so. */
export const EXEMPTION = {
  natura: Type.Optional(Nullable(Line(4))),
  vatReference: Type.Optional(Nullable(Line(100))),
};
