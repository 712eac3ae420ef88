import {
  addMonths,
  type CustomerKind,
  type DocumentKind,
  Invalid,
  type PlainDate,
  Type,
} from '@traliccio/sdk';

/** Which documents go into a package: those of a period by their date, less those that it leaves out. */
export type PackageFilter = {
  /** First and last day, both included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly kind?: DocumentKind | undefined;
  readonly series?: string | undefined;
  /** Of the customer as the document has him. */
  readonly customerKind?: CustomerKind | undefined;
  /** Whether the copies for people go along. */
  readonly pdf: boolean;
};

const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }));
export const Day = Type.Unsafe<PlainDate>(
  Type.String({ format: 'date', pattern: '^(19|20|21)', description: 'Calendar day, YYYY-MM-DD' }),
);

/** An object with these fields and no others. */
export const Fields = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** The fields of a filter, as an address or a body has them. */
export const filterFields = {
  from: Day,
  to: Day,
  kind: Type.Optional(oneOf(['invoice', 'credit_note'])),
  series: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{1,8}$' })),
  customerKind: Type.Optional(oneOf(['private', 'company', 'public_body', 'condominium', 'foreign'])),
  pdf: Type.Optional(Type.Boolean({ description: 'With the PDFs; true unless told' })),
};

/** @throws Invalid for a period that ends before it begins, or is longer than a year */
export function filterOf({
  pdf = true,
  ...asked
}: Omit<PackageFilter, 'pdf'> & { readonly pdf?: boolean | undefined }): PackageFilter {
  if (asked.to < asked.from)
    throw new Invalid('accountant.period_reversed', `${asked.to} is before ${asked.from}`, { field: 'to' });
  if (asked.to >= addMonths(asked.from, 12))
    throw new Invalid('accountant.period_long', 'a package is of a year at most: ask for a shorter period', {
      field: 'to',
    });
  return { ...asked, pdf };
}

/** Two filters with the same name have the same documents. */
export const filterName = ({ kind, series, customerKind, pdf }: PackageFilter): string =>
  [kind ?? '', series ?? '', customerKind ?? '', pdf ? 'pdf' : ''].join(',');
