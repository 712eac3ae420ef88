import { Type, type Static } from 'typebox';
import { OutboxView } from '../../kernel/events/outbox.schema.ts';
import { Cents, Day, Fields, Id, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { AddressView } from '../address.schema.ts';

const Text = Type.String();
const PriceE8 = Type.Integer({ description: '1e-8 euro' });
const VatRate = Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths of a percent' });
const Micro = Type.Integer({ description: 'Millionths' });

/** The issuer as it was when the document was issued. */
const IssuerThen = Fields({
  id: Id,
  name: Text,
  firstName: Nullable(Text),
  lastName: Nullable(Text),
  vatCountry: Text,
  vatNumber: Text,
  taxCode: Text,
  regimeFiscale: Text,
  address: AddressView,
  rea: Nullable(
    Fields({
      office: Text,
      number: Text,
      shareCapital: Nullable(Cents),
      socioUnico: Nullable(OneOf(['SU', 'SM'])),
      liquidazione: OneOf(['LN', 'LS']),
    }),
  ),
  phone: Nullable(Text),
  email: Nullable(Text),
  website: Nullable(Text),
  iban: Nullable(Text),
  bankName: Nullable(Text),
  transmitterCountry: Text,
  transmitterCode: Text,
  logoFile: Nullable(Text),
});

/** The party as it was when the document was issued. */
const PartyThen = Fields({
  id: Id,
  code: Text,
  kind: OneOf(['private', 'company', 'public_body', 'condominium', 'foreign']),
  name: Text,
  firstName: Nullable(Text),
  lastName: Nullable(Text),
  taxCode: Nullable(Text),
  vatCountry: Nullable(Text),
  vatNumber: Nullable(Text),
  codiceDestinatario: Text,
  pec: Nullable(Text),
  address: AddressView,
  language: OneOf(['it', 'en']),
  invoiceEmails: Type.Array(Text),
});

const LineView = Fields({
  number: Type.Integer({ minimum: 1 }),
  description: Text,
  quantity: Micro,
  unit: Nullable(Text),
  unitPrice: PriceE8,
  totalE8: PriceE8,
  amount: Cents,
  vatIncluded: Type.Boolean(),
  vatRate: VatRate,
  natura: Nullable(Text),
  periodFrom: Nullable(Day),
  periodTo: Nullable(Day),
  contractCode: Nullable(Text),
});

export const VatView = Fields({
  vatRate: VatRate,
  natura: Nullable(Text),
  esigibilita: Nullable(OneOf(['I', 'D', 'S'])),
  base: Cents,
  vat: Cents,
  roundingE8: PriceE8,
  reference: Nullable(Text),
});

const Allocation = Fields({
  kind: OneOf(['payment', 'document']),
  id: Id,
  date: Day,
  amount: Cents,
  numberText: Nullable(Text),
  method: Nullable(Text),
  state: Nullable(Text),
});
const DocumentRef = Fields({ id: Id, numberText: Text, date: Day });

/** An issued document: what it says never changes; what became of it does. */
export const DocumentDetail = Fields({
  id: Id,
  kind: OneOf(['invoice', 'credit_note']),
  tipoDocumento: Text,
  series: Text,
  year: Type.Integer(),
  number: Nullable(Type.Integer({ minimum: 1 })),
  numberText: Text,
  revision: Type.Integer({ minimum: 0 }),
  date: Day,
  currency: OneOf(['EUR']),
  issuer: IssuerThen,
  customer: PartyThen,
  lines: Type.Array(LineView),
  vat: Type.Array(VatView),
  net: Cents,
  vatTotal: Cents,
  rounding: Cents,
  total: Cents,
  payable: Cents,
  stampDuty: Cents,
  causale: Nullable(Text),
  payment: Nullable(
    Fields({ method: Text, dueDate: Day, iban: Nullable(Text), bankName: Nullable(Text), reference: Text }),
  ),
  purchaseOrder: Nullable(
    Fields({ id: Text, date: Nullable(Day), cig: Nullable(Text), cup: Nullable(Text) }),
  ),
  contractCodes: Type.Array(Text),
  credits: Nullable(Fields({ id: Id, numberText: Text, date: Day, reason: Text })),
  withholding: Type.Optional(
    Fields(
      { type: OneOf(['RT01', 'RT02']), rate: VatRate, amount: Cents, causale: Text },
      { description: 'Income tax that the customer keeps back' },
    ),
  ),
  declarationOfIntent: Type.Optional(
    Fields({ protocol: Text, receivedOn: Day }, { description: 'What its lines without VAT (N3.5) rest on' }),
  ),
  deliveryNotes: Type.Optional(
    Type.Array(Fields({ number: Text, date: Day, lines: Type.Array(Type.Integer({ minimum: 1 })) })),
  ),
  attachments: Type.Optional(
    Type.Array(Fields({ name: Text, format: Nullable(Text), description: Nullable(Text) }), {
      description: 'Files that it carries: in their order the artifacts attachment-1, attachment-2 ...',
    }),
  ),
  stampDutyLine: Type.Optional(
    Type.Integer({ minimum: 1, description: 'The line that charges the stamp duty to the customer' }),
  ),
  creditedBy: Type.Array(DocumentRef),
  open: { ...Cents, description: 'What nothing pays yet; of a credit note, what is not used yet' },
  pending: { ...Cents, description: 'What payments that are still pending are meant for' },
  allocations: Type.Array(Allocation, {
    description: 'Payments and credit notes that pay it, pending ones too; of a credit note, what it pays',
  }),
  deliveries: Type.Array(OutboxView, { description: 'Its effects: to be delivered, delivered, or given up' }),
});
export type DocumentDetail = Static<typeof DocumentDetail>;

export const ArtifactView = Fields({
  kind: Text,
  fileName: Text,
  mediaType: Text,
  size: Type.Integer({ minimum: 0 }),
  sha256: Text,
});
export type ArtifactView = Static<typeof ArtifactView>;
export const Artifacts = Fields({ items: Type.Array(ArtifactView) });
export const ArtifactParams = Fields({
  id: Id,
  kind: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$' }),
});

export const LineParams = Fields({ id: Id, line: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
/** Why a line is what it is: the charges that it bills. */
export const LineExplanation = Fields({
  line: Type.Integer({ minimum: 1 }),
  description: Text,
  charges: Type.Array(
    Fields({
      charge: Type.String({ description: 'Key of the charge' }),
      rule: Text,
      formula: Nullable(Type.String({ description: 'The computation in words, in Italian' })),
      details: Type.Record(Text, Type.Unknown(), { description: 'What it was computed from, by the rule' }),
    }),
  ),
});
export type LineExplanation = Static<typeof LineExplanation>;

export const NumberQuery = Fields({
  number: Type.String({
    pattern: '^[1-9][0-9]{0,8}/[A-Za-z0-9]{1,8}(/[0-9]{4})?$',
    description: '12/A, or 12/A/2026 where several years have it',
  }),
});

export const IssuedView = Fields({ id: Id, number: Type.Integer({ minimum: 1 }), numberText: Text });
