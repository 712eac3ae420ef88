import { Type } from '@traliccio/sdk';
import { STATES } from '../import/line-store.ts';
import { RULES } from '../matching/suggestion.ts';
import { FORMATS } from '../readers/bank-entry.ts';
import { Mapping } from '../readers/mapping.ts';

const Text = Type.String();
const Cents = Type.Integer({ description: 'Euro cents' });
const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Count = Type.Integer({ minimum: 0 });
const Day = Type.String({ description: 'YYYY-MM-DD' });
/** One line without control characters. */
const Words = (maxLength: number, description?: string) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: String.raw`^[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$`,
    ...(description === undefined ? {} : { description }),
  });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(one: T) =>
  Type.Union([one, Type.Null()]);
const Fields = <T extends Parameters<typeof Type.Object>[0]>(fields: T) =>
  Type.Object(fields, { additionalProperties: false });
const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });

export const LineParams = Fields({ id: Id });
export const UploadQuery = Fields({
  name: Words(200, "The file's name"),
  mapping: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'The mapping of a CSV or XLSX',
    }),
  ),
});

const Share = Fields({ documentId: Id, numberText: Text, amount: Cents });
export const SuggestionView = Fields({
  rule: OneOf(RULES),
  score: Type.Integer({ minimum: 1, maximum: 100 }),
  customerId: Id,
  customerCode: Text,
  customerName: Text,
  shares: Type.Array(Share),
  reason: Fields({ it: Text, en: Text }),
});

export const PreviewView = Fields({
  format: OneOf(FORMATS),
  statements: Type.Array(
    Fields({
      account: Text,
      id: Text,
      opening: Nullable(Cents),
      closing: Nullable(Cents),
      lines: Count,
      from: Nullable(Day),
      to: Nullable(Day),
    }),
  ),
  known: Count,
  fresh: Count,
  cameIn: Cents,
  wentOut: Cents,
  sure: Count,
  lines: Type.Array(
    Fields({
      bookedOn: Day,
      amount: Cents,
      currency: Text,
      payerName: Nullable(Text),
      text: Text,
      isKnown: Type.Boolean(),
      match: Nullable(SuggestionView),
    }),
  ),
});

export const ImportedView = Fields({ fileId: Id, fresh: Count, known: Count, booked: Count });

export const FilesQuery = Fields({
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  after: Type.Optional(Id),
});
export const FilesView = Fields({
  items: Type.Array(
    Fields({
      id: Id,
      name: Text,
      format: Text,
      importedAt: Type.Integer(),
      importedBy: Text,
      firstDay: Nullable(Day),
      lastDay: Nullable(Day),
      lineCount: Count,
      fresh: Count,
      cameIn: Cents,
      wentOut: Cents,
    }),
  ),
  next: Nullable(Id),
});

export const LinesQuery = Fields({
  state: Type.Optional(OneOf(STATES)),
  fileId: Type.Optional(Id),
  after: Type.Optional(Id),
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 25 }),
});
export const LineView = Fields({
  id: Id,
  fileId: Id,
  account: Text,
  bookedOn: Day,
  valueDate: Nullable(Day),
  amount: Cents,
  currency: Text,
  endToEndId: Nullable(Text),
  payerName: Nullable(Text),
  payerIban: Nullable(Text),
  text: Text,
  bankCode: Nullable(Text),
  state: OneOf(STATES),
  version: Type.Integer(),
  rule: Nullable(Text),
  reason: Nullable(Text),
  stateAt: Type.Integer(),
  stateBy: Text,
  suggestions: Type.Array(SuggestionView),
  bookings: Type.Array(
    Fields({
      customerId: Id,
      customerCode: Text,
      customerName: Text,
      amount: Cents,
      documents: Type.Array(Share),
    }),
  ),
});
export const LinesView = Fields({
  items: Type.Array(LineView),
  next: Nullable(Id),
  /** Lines that wait for an operator, whatever is asked for. */
  open: Count,
  /** Whether who asks may do something with them. */
  canBook: Type.Boolean(),
});

const Amount = Type.Integer({ minimum: 1, maximum: 99_999_999_999 });
export const BookBody = Fields({
  version: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  rule: Type.Optional(OneOf(RULES)),
  parts: Type.Array(
    Fields({
      customerId: Id,
      amount: Amount,
      shares: Type.Array(Fields({ documentId: Id, amount: Amount }), { maxItems: 100 }),
    }),
    { minItems: 1, maxItems: 20 },
  ),
});
export const AsideBody = Fields({
  version: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  reason: Words(300),
});
export const UndoBody = Fields({ version: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

export const OpenQuery = Fields({
  customerId: Type.Optional(Id),
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 30, pattern: String.raw`^[\x20-\x7e]*$` })),
});
export const OpenView = Fields({
  items: Type.Array(
    Fields({
      documentId: Id,
      numberText: Text,
      date: Day,
      dueDate: Nullable(Day),
      customerId: Id,
      customerCode: Text,
      customerName: Text,
      open: Cents,
    }),
  ),
});

export const MappingBody = Fields({ name: Words(80), mapping: Mapping });
export const MappingView = Fields({ id: Id, name: Text, mapping: Mapping });
export const MappingsView = Fields({ items: Type.Array(MappingView) });
export const BookedView = Fields({ booked: Count });
