import { Type, type Static } from '@traliccio/sdk';
import { Errors } from 'typebox/value';
import type { Problem } from '../problem.ts';

const text = (max: number) => Type.String({ minLength: 1, maxLength: max });
const orNull = <T extends ReturnType<typeof text>>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]));
const closed = { additionalProperties: false };

const Rea = Type.Object(
  {
    office: Type.String({ pattern: '^[A-Z]{2}$' }),
    number: Type.String({ pattern: '^[ -~]{1,20}$' }),
    /** In euro: `10000.00`. */
    shareCapital: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    socioUnico: Type.Optional(Type.Union([Type.Literal('SU'), Type.Literal('SM'), Type.Null()])),
    liquidazione: Type.Union([Type.Literal('LN'), Type.Literal('LS')]),
  },
  closed,
);

const AddressInput = Type.Object(
  {
    street: text(60),
    houseNumber: orNull(text(8)),
    postcode: text(12),
    city: text(60),
    province: orNull(text(2)),
    country: Type.String({ default: 'IT' }),
  },
  closed,
);

/** The file that `traliccio issuer set` reads. */
export const IssuerFile = Type.Object(
  {
    name: text(80),
    firstName: orNull(text(60)),
    lastName: orNull(text(60)),
    vatNumber: text(28),
    taxCode: text(16),
    regimeFiscale: Type.String({ pattern: '^RF(0[1-9]|1[0-9]|20)$' }),
    address: AddressInput,
    rea: Type.Optional(Type.Union([Rea, Type.Null()])),
    phone: orNull(text(12)),
    email: orNull(text(256)),
    website: orNull(text(256)),
    iban: orNull(text(40)),
    bankName: orNull(text(80)),
    /** Who sends to the SDI, when it is another than the issuer. */
    transmitter: Type.Optional(
      Type.Object(
        {
          country: Type.String({ pattern: '^[A-Z]{2}$' }),
          code: Type.String({ pattern: '^[A-Za-z0-9]{2,28}$' }),
        },
        closed,
      ),
    ),
    timeZone: Type.Optional(text(40)),
    defaultSeries: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{1,8}$' })),
    creditNoteSeries: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{1,8}$' })),
    /** Of invoices to public bodies, where they have one of their own. */
    publicBodySeries: Type.Optional(
      Type.Union([Type.String({ pattern: '^[A-Za-z0-9]{1,8}$' }), Type.Null()]),
    ),
    /** Whether customers are charged the stamp duty of their documents. */
    rechargeStampDuty: Type.Optional(Type.Boolean()),
    zeroTotal: Type.Optional(Type.Union([Type.Literal('skip'), Type.Literal('issue')])),
    /** Taking over from another system: the next number of each series. */
    series: Type.Optional(
      Type.Array(
        Type.Object(
          {
            code: Type.String({ pattern: '^[A-Za-z0-9]{1,8}$' }),
            year: Type.Integer({ minimum: 2000, maximum: 2999 }),
            next: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
          },
          closed,
        ),
      ),
    ),
    /** Taking over from another system: the last file name that it gave. */
    sdiFile: Type.Optional(Type.Object({ last: text(60) }, closed)),
  },
  closed,
);
export type IssuerInput = Static<typeof IssuerFile>;

/** What of the JSON has not the shape of an issuer: path and reason. */
export const shapeProblems = (value: unknown): Problem[] =>
  Errors(IssuerFile, value)
    // Said again of the object, after each field of it that there is not.
    .filter((error) => error.keyword !== 'additionalProperties')
    .map((error) => ({
      code: 'issuer.shape',
      field: error.instancePath.slice(1).replaceAll('/', '.') || 'issuer',
      message: error.keyword === 'boolean' ? 'an issuer has no such field' : error.message,
    }));
