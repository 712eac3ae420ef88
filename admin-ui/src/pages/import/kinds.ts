/** A column of a file: whether each row needs it. What it means is among the texts. */
export type FileColumn = { readonly name: string; readonly needed?: true };
export type FileKind = {
  readonly columns: readonly FileColumn[];
  /** Rows to begin with, as they stand in a file. */
  readonly rows: readonly string[];
};

const needed = (...names: readonly string[]): FileColumn[] => names.map((name) => ({ name, needed: true }));
const also = (...names: readonly string[]): FileColumn[] => names.map((name) => ({ name }));

/** In the order in which one refers to another. The columns that most files have; there are more. */
export const FILE_KINDS = {
  sites: {
    columns: [...needed('code', 'name'), ...also('parent', 'latitude', 'longitude')],
    rows: ['TORRE;Torre civica;;46,404;13,0198', 'MONTE;Monte Strabut;TORRE;46,4126;13,0316'],
  },
  plans: {
    columns: [
      ...needed('code', 'name', 'kind', 'valid_from', 'price', 'vat_rate'),
      ...also('vat_included', 'cadence', 'timing'),
    ],
    rows: [
      'CASA-100;Internet Casa 100 Mega;internet;01/01/2026;29,90;22;si;months:1;advance',
      'UFFICIO-100;Internet Ufficio 100 Mega;internet;01/01/2026;39,00;22;no;months:1;advance',
    ],
  },
  customers: {
    columns: [
      ...needed('code', 'kind'),
      ...also('name', 'first_name', 'last_name', 'tax_code', 'vat_number', 'codice_destinatario', 'pec'),
      ...needed('street'),
      ...also('house_number'),
      ...needed('postcode', 'city'),
      ...also('province', 'email', 'phone', 'payment_method', 'payment_days'),
    ],
    rows: [
      'C0001;private;;Mario;Rossi;RSSMRA80A01H501U;;;;Via Roma;7;33010;Tavagnacco;UD;mario.rossi@example.it;3331234567;MP05;30',
      'C0002;company;Officina Esempio S.r.l.;;;01234567897;01234567897;0000000;officina@pec.example.it;Via delle Antenne;1;33100;Udine;UD;officina@example.it;0432123456;MP05;30',
    ],
  },
  contracts: {
    columns: [
      ...needed('code', 'customer'),
      ...also('site'),
      ...needed('start_date'),
      ...also('plan', 'billed_through', 'pppoe_user', 'cpe_serial', 'purchase_order'),
    ],
    rows: [
      'K0001;C0001;MONTE;01/02/2026;CASA-100;;k0001@example;48:A9:8A:02:74:11;',
      'K0002;C0002;TORRE;01/02/2026;UFFICIO-100;;k0002@example;48:A9:8A:03:11:12;ORD 7',
    ],
  },
  documents: {
    columns: [
      ...needed('document', 'series', 'number', 'date', 'customer', 'description', 'amount', 'vat_rate'),
      ...also('kind', 'due_date', 'vat_included', 'contract', 'open_amount'),
    ],
    rows: [
      '12/V;V;12;15/01/2026;C0001;Internet Casa 100 Mega;29,90;22;invoice;15/02/2026;si;K0001;',
      '13/V;V;13;15/01/2026;C0002;Internet Ufficio 100 Mega;39,00;22;invoice;15/02/2026;no;K0002;20,00',
    ],
  },
} as const satisfies Readonly<Record<string, FileKind>>;
export type FileKindName = keyof typeof FILE_KINDS;
export const KIND_NAMES = Object.keys(FILE_KINDS) as FileKindName[];

/** A file to fill in, as spreadsheets read it here. */
export function sampleOf(name: FileKindName): Blob {
  const { columns, rows }: FileKind = FILE_KINDS[name];
  const head = columns.map((column) => column.name).join(';');
  return new Blob(['\uFEFF', [head, ...rows].join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' });
}
