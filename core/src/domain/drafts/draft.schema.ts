import { ONE } from '@traliccio/sdk';
import { Type, type Static } from 'typebox';
import {
  Cents,
  Code,
  Day,
  Fields,
  Id,
  Instant,
  Line,
  Nullable,
  OneOf,
  Version,
} from '../../kernel/http/schemas.ts';
import { PAYMENT_DAYS_MAX } from '../bank.ts';
import { VatView } from '../documents/document.schema.ts';
import { EXEMPTION, PRICE } from '../plans/terms.schema.ts';
import { Ref } from '../ref.schema.ts';
import { DRAFT_STATES } from './draft.entity.ts';

/** An invoice, one of what was delivered before (art. 21 c. 4 lett. a DPR 633/1972), one of an asset. */
export const WRITTEN_KINDS = ['TD01', 'TD24', 'TD26'] as const;

/** A million euro: more for one was mistyped. */
const HIGHEST_PRICE = 100_000_000_000_000;
const Quantity = Type.Integer({ minimum: 1, maximum: 10_000_000_000, description: 'In millionths' });
const PriceE8 = Type.Integer({
  minimum: -HIGHEST_PRICE,
  maximum: HIGHEST_PRICE,
  description: 'Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount',
});
const line = (length: number) => Type.Optional(Nullable(Line(length)));

const LineInput = Fields({
  description: Line(1000),
  quantity: Type.Optional(Quantity),
  unit: line(10),
  priceE8: PriceE8,
  vatIncluded: Type.Optional(PRICE.vatIncluded),
  vatRate: PRICE.vatRate,
  ...EXEMPTION,
  contract: Type.Optional(Nullable(Code())),
});

const DeliveryNoteInput = Fields({
  number: Line(20),
  date: Day,
  lines: Type.Optional(
    Type.Array(Type.Integer({ minimum: 1, maximum: 200 }), {
      maxItems: 200,
      description: 'Numbers of the lines that it delivered; none where it delivered them all',
    }),
  ),
});

const optional = {
  tipoDocumento: Type.Optional(OneOf(WRITTEN_KINDS)),
  lines: Type.Optional(Type.Array(LineInput, { maxItems: 200 })),
  deliveryNotes: Type.Optional(Type.Array(DeliveryNoteInput, { maxItems: 100 })),
  causale: line(500),
  paymentMethod: line(4),
  paymentDays: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: PAYMENT_DAYS_MAX }))),
  purchaseOrder: line(20),
  purchaseOrderDate: Type.Optional(Nullable(Day)),
  cig: line(15),
  cup: line(15),
};

/** Null takes the customer's terms of payment. */
export const DraftCreation = Fields({ customer: Code(), ...optional });
/** What is given replaces what was there, the lines as a whole. */
export const DraftChanges = Fields({ customer: Type.Optional(Code()), ...optional }, { minProperties: 1 });

const LineView = Fields({
  description: Type.String(),
  quantity: Quantity,
  unit: Nullable(Type.String()),
  priceE8: PriceE8,
  vatIncluded: Type.Boolean(),
  vatRate: PRICE.vatRate,
  natura: Nullable(Type.String()),
  vatReference: Nullable(Type.String()),
  contract: Nullable(Type.String()),
});

const body = {
  tipoDocumento: OneOf(WRITTEN_KINDS),
  lines: Type.Array(LineView),
  deliveryNotes: Type.Array(Fields({ number: Type.String(), date: Day, lines: Type.Array(Type.Integer()) })),
  causale: Nullable(Type.String()),
  paymentMethod: Nullable(Type.String()),
  paymentDays: Nullable(Type.Integer()),
  purchaseOrder: Nullable(Type.String()),
  purchaseOrderDate: Nullable(Day),
  cig: Nullable(Type.String()),
  cup: Nullable(Type.String()),
};
const DraftBodySchema = Fields(body);
/** What somebody wrote, with nothing left out. */
export type DraftBody = Static<typeof DraftBodySchema>;
export type DraftInput = Static<typeof DraftCreation>;

const DocumentRef = Fields({ id: Id, numberText: Type.String() });

export const AttachmentQuery = Fields({
  name: Line(60),
  description: Type.Optional(Line(100)),
});
export const AttachmentParams = Fields({ id: Id, attachment: Id });
const AttachmentItem = Fields({
  id: Id,
  name: Type.String(),
  format: Type.String(),
  description: Nullable(Type.String()),
  size: Type.Integer({ minimum: 1, description: 'Bytes' }),
});

export const DraftView = Fields({
  id: Id,
  state: OneOf(DRAFT_STATES),
  customer: Ref,
  ...body,
  attachments: Type.Array(AttachmentItem),
  total: { ...Cents, description: 'As it was when the draft was kept' },
  document: Nullable(DocumentRef),
  version: Version,
  createdAt: Instant,
  createdBy: Type.String(),
  updatedAt: Instant,
  updatedBy: Type.String(),
});
export type DraftDetail = Static<typeof DraftView>;

export const DraftItem = Fields({
  id: Id,
  state: OneOf(DRAFT_STATES),
  tipoDocumento: OneOf(WRITTEN_KINDS),
  customer: Ref,
  total: Cents,
  document: Nullable(DocumentRef),
  updatedAt: Instant,
  updatedBy: Type.String(),
});

const FindingView = Fields({
  severity: OneOf(['error', 'warning']),
  code: Type.String(),
  message: Type.String(),
  field: Type.String(),
  line: Nullable(Type.Integer({ minimum: 1, description: 'The line that it is about' })),
});
export type DraftFinding = Static<typeof FindingView>;

/** What a draft would be as a document of today. */
export const DraftPreview = Fields({
  series: Type.String(),
  date: Day,
  payment: Fields({ method: Type.String(), dueDate: Day }),
  lines: Type.Array(
    Fields({
      amount: { ...Cents, description: 'With VAT when vatIncluded' },
      vatIncluded: Type.Boolean(),
      vatRate: PRICE.vatRate,
      natura: Nullable(Type.String()),
    }),
    { description: 'As this customer is charged them: one outside VAT pays the net price' },
  ),
  vat: Type.Array(VatView),
  net: Cents,
  vatTotal: Cents,
  rounding: Cents,
  total: Cents,
  payable: Cents,
  stampDuty: Cents,
  findings: Type.Array(FindingView, { description: 'An error keeps it from being issued' }),
});
export type DraftPreview = Static<typeof DraftPreview>;

/** A whole body from what was given. */
export function wholeBody({ customer: _, ...given }: Partial<DraftInput>, present?: DraftBody): DraftBody {
  const lines = given.lines?.map((one) => ({
    description: one.description,
    quantity: one.quantity ?? ONE,
    unit: one.unit ?? null,
    priceE8: one.priceE8,
    vatIncluded: one.vatIncluded ?? false,
    vatRate: one.vatRate,
    natura: one.natura ?? null,
    vatReference: one.vatReference ?? null,
    contract: one.contract ?? null,
  }));
  const deliveryNotes = given.deliveryNotes?.map((note) => ({ ...note, lines: note.lines ?? [] }));
  const before = present ?? EMPTY;
  return {
    ...before,
    ...given,
    lines: lines ?? before.lines,
    deliveryNotes: deliveryNotes ?? before.deliveryNotes,
  };
}

/** What was kept, also before there was as much to say. */
export const keptBody = (text: string): DraftBody => ({ ...EMPTY, ...(JSON.parse(text) as DraftBody) });

const EMPTY: DraftBody = {
  tipoDocumento: 'TD01',
  lines: [],
  deliveryNotes: [],
  causale: null,
  paymentMethod: null,
  paymentDays: null,
  purchaseOrder: null,
  purchaseOrderDate: null,
  cig: null,
  cup: null,
};
