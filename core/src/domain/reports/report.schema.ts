import { Type } from 'typebox';
import { Cents, Day, Fields, Id, Nullable, OneOf } from '../../kernel/http/schemas.ts';

const VatGroup = {
  vatRate: Type.Integer({ description: 'Hundredths of a percent' }),
  natura: Nullable(Type.String()),
  esigibilita: Nullable(OneOf(['I', 'D', 'S'])),
};

export const RangeQuery = Fields({ from: Day, to: Day });
export const RowsQuery = Fields({
  from: Day,
  to: Day,
  after: Type.Optional(
    Type.String({
      pattern:
        '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}\\.[A-Za-z0-9]{1,8}\\.[1-9][0-9]{0,8}\\.[1-9][0-9]{0,14}$',
      description: '`next` of the page before',
    }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Documents, 50 unless told' })),
});

export const VatReport = Fields({
  from: Day,
  to: Day,
  totals: Type.Array(Fields({ ...VatGroup, documents: Type.Integer(), base: Cents, vat: Cents })),
  base: Cents,
  vat: Cents,
});

export const VatRows = Fields({
  items: Type.Array(
    Fields({
      id: Id,
      date: Day,
      numberText: Type.String(),
      kind: OneOf(['invoice', 'credit_note']),
      tipoDocumento: Type.String(),
      customer: Type.String(),
      customerName: Type.String(),
      ...VatGroup,
      base: Cents,
      vat: Cents,
      total: Cents,
    }),
  ),
  next: Nullable(Type.String()),
});

export const StampQuery = Fields({
  year: Type.Integer({ minimum: 1900, maximum: 2199 }),
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});

export const StampReport = Fields({
  year: Type.Integer(),
  quarters: Type.Array(Fields({ quarter: Type.Integer(), documents: Type.Integer(), total: Cents })),
  items: Type.Array(
    Fields({
      id: Id,
      date: Day,
      numberText: Type.String(),
      customerName: Type.String(),
      total: Cents,
      stampDuty: Cents,
    }),
  ),
  next: Nullable(Id),
});

export const Conservation = Fields({
  by: Type.String({ description: 'Where the originals are conserved; empty when nobody has said so' }),
  exportedOn: Nullable(Day),
});

const Amount = { documents: Type.Integer({ minimum: 0 }), total: Cents };
const Step = Fields({
  ...Amount,
  missing: Fields({
    ...Amount,
    first: Type.Array(
      Fields({ id: Id, numberText: Type.String(), date: Day, customerName: Type.String(), amount: Cents }),
      { description: 'The first ten, with what is missing of each' },
    ),
  }),
});

export const MonthEnd = Fields({
  from: Day,
  to: Day,
  issued: Fields(Amount, { description: 'Credit notes taken off' }),
  withXml: Step,
  mailed: { ...Nullable(Step), description: 'Null when no plugin mails documents; remembered for 90 days' },
  collected: { ...Step, description: 'Invoices that are paid or credited' },
  vat: Fields({ base: Cents, vat: Cents }),
  stampDuty: Fields(Amount),
});
