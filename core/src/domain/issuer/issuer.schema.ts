import { formatDecimal } from '@traliccio/sdk';
import { Type, type Static } from 'typebox';
import { Cents, Fields, Id, Line, Nullable, OneOf, Version } from '../../kernel/http/schemas.ts';
import { AddressInput, addressFrom, AddressView } from '../address.schema.ts';
import type { IssuerInput as IssuerFile } from './issuer.input.ts';

const SeriesCode = Type.String({ pattern: '^[A-Za-z0-9]{1,8}$' });
const SeriesYear = Type.Integer({ minimum: 2000, maximum: 2999 });
const RegimeFiscale = Type.String({ pattern: '^RF(0[1-9]|1[0-9]|20)$' });
const ShareCapital = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000_000, description: 'Euro cents' });
const SOCIO_UNICO = ['SU', 'SM'] as const;
const LIQUIDAZIONE = ['LN', 'LS'] as const;
const ZERO_TOTAL = ['skip', 'issue'] as const;
const line = (length: number) => Type.Optional(Nullable(Line(length)));

export const IssuerInput = Fields({
  name: Line(80),
  firstName: line(60),
  lastName: line(60),
  vatNumber: Line(28),
  taxCode: Line(16),
  regimeFiscale: RegimeFiscale,
  address: AddressInput,
  rea: Type.Optional(
    Nullable(
      Fields({
        office: Type.String({ pattern: '^[A-Z]{2}$' }),
        number: Type.String({ pattern: '^[ -~]{1,20}$' }),
        shareCapital: Type.Optional(Nullable(ShareCapital)),
        socioUnico: Type.Optional(Nullable(OneOf(SOCIO_UNICO))),
        liquidazione: OneOf(LIQUIDAZIONE),
      }),
    ),
  ),
  phone: line(12),
  email: line(256),
  website: line(256),
  iban: line(40),
  bankName: line(80),
  transmitter: Type.Optional(
    Fields(
      {
        country: Type.String({ pattern: '^[A-Z]{2}$' }),
        code: Type.String({ pattern: '^[A-Za-z0-9]{2,28}$' }),
      },
      { description: 'Who sends to the SDI, when it is another than the issuer' },
    ),
  ),
  timeZone: Type.Optional(Line(40)),
  defaultSeries: Type.Optional(SeriesCode),
  creditNoteSeries: Type.Optional(SeriesCode),
  publicBodySeries: Type.Optional(
    Nullable(
      Type.String({
        pattern: '^[A-Za-z0-9]{1,8}$',
        description: 'Of invoices to public bodies, where they have one of their own',
      }),
    ),
  ),
  rechargeStampDuty: Type.Optional(
    Type.Boolean({ description: 'Whether customers are charged the stamp duty of their documents' }),
  ),
  zeroTotal: Type.Optional(OneOf(ZERO_TOTAL)),
  series: Type.Optional(
    Type.Array(
      Fields({
        code: SeriesCode,
        year: SeriesYear,
        next: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
      }),
      { maxItems: 100, description: 'Taking over from another system: the next number of each series' },
    ),
  ),
  sdiFile: Type.Optional(
    Fields(
      { last: Line(60) },
      { description: 'Taking over from another system: the last file name that it gave' },
    ),
  ),
});

export const IssuerView = Fields({
  id: Id,
  name: Type.String(),
  firstName: Nullable(Type.String()),
  lastName: Nullable(Type.String()),
  vatCountry: Type.String(),
  vatNumber: Type.String(),
  taxCode: Type.String(),
  regimeFiscale: Type.String(),
  address: AddressView,
  rea: Nullable(
    Fields({
      office: Type.String(),
      number: Type.String(),
      shareCapital: Nullable(Cents),
      socioUnico: Nullable(OneOf(SOCIO_UNICO)),
      liquidazione: OneOf(LIQUIDAZIONE),
    }),
  ),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  website: Nullable(Type.String()),
  iban: Nullable(Type.String()),
  bankName: Nullable(Type.String()),
  transmitter: Fields({ country: Type.String(), code: Type.String() }),
  timeZone: Type.String(),
  defaultSeries: Type.String(),
  creditNoteSeries: Type.String(),
  publicBodySeries: Nullable(Type.String()),
  rechargeStampDuty: Type.Boolean(),
  zeroTotal: OneOf(ZERO_TOTAL),
  series: Type.Array(
    Fields({
      code: Type.String(),
      year: Type.Integer(),
      next: Type.Integer({ description: 'The number that its next document gets' }),
    }),
  ),
  version: Version,
});
export type IssuerDetail = Static<typeof IssuerView>;

/** As the service takes it, which reads the file of `traliccio issuer set` too: there the share capital is in euro. */
export function issuerFile({ rea, address, ...body }: Static<typeof IssuerInput>): IssuerFile {
  if (rea === undefined) return { ...body, address: addressFrom(address) };
  const capital = rea?.shareCapital;
  return {
    ...body,
    address: addressFrom(address),
    rea: rea && { ...rea, shareCapital: capital == null ? null : formatDecimal(capital, 2) },
  };
}
