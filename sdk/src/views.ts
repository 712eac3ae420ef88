import type { Cents, Micro, PriceE8, VatRate } from './money.ts';
import type { PlainDate } from './dates.ts';

/** Postal address; `country` is ISO 3166-1 alpha-2, `province` the two letters of an Italian one. */
export type Address = {
  readonly street: string;
  readonly houseNumber: string | null;
  readonly postcode: string;
  readonly city: string;
  readonly province: string | null;
  readonly country: string;
};

/** Who issues documents, as fixed in each document. */
export type IssuerView = {
  readonly id: number;
  readonly name: string;
  /** Given and family name of a sole trader; both null for a company. */
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly vatCountry: string;
  readonly vatNumber: string;
  readonly taxCode: string;
  /** `RF01` (ordinary), `RF19` (forfettario) ... */
  readonly regimeFiscale: string;
  readonly address: Address;
  /** Register of companies; null for who is not in it. */
  readonly rea: {
    readonly office: string;
    readonly number: string;
    readonly shareCapital: Cents | null;
    /** `SU` one shareholder, `SM` several. */
    readonly socioUnico: 'SU' | 'SM' | null;
    /** `LN` not in liquidation, `LS` in liquidation. */
    readonly liquidazione: 'LN' | 'LS';
  } | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly iban: string | null;
  readonly bankName: string | null;
  /** Who transmits to the SDI: for Italy the codice fiscale of the transmitter. */
  readonly transmitterCountry: string;
  readonly transmitterCode: string;
  /** Key of the logo (PNG or JPEG) in the file store. */
  readonly logoFile: string | null;
};

export type CustomerKind = 'private' | 'company' | 'public_body' | 'condominium' | 'foreign';

/** The party that a document is made out to, as fixed in it. */
export type PartyView = {
  readonly id: number;
  readonly code: string;
  readonly kind: CustomerKind;
  /** Company name, or given and family name joined. */
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly taxCode: string | null;
  readonly vatCountry: string | null;
  readonly vatNumber: string | null;
  /** `0000000`, seven characters, six for a public body, `XXXXXXX` abroad. */
  readonly codiceDestinatario: string;
  readonly pec: string | null;
  readonly address: Address;
  readonly language: 'it' | 'en';
  /** Addresses that invoices are mailed to. */
  readonly invoiceEmails: readonly string[];
};

/** A customer as he is now: what a document would fix, and how else to reach him. */
export type CustomerView = PartyView & {
  /** Telephone numbers of the contacts for invoices, as they were typed; `parsePhone` reads them. */
  readonly invoicePhones: readonly string[];
};

export type DocumentKind = 'invoice' | 'credit_note';

export type DocumentLineView = {
  /** 1, 2, 3 ... */
  readonly number: number;
  readonly description: string;
  readonly quantity: Micro;
  readonly unit: string | null;
  /** Net price of one; on a VAT-included line the net of the advertised price, to 8 decimals. */
  readonly unitPrice: PriceE8;
  /** Net total of the line, to 8 decimals. */
  readonly totalE8: PriceE8;
  /** What was charged: net cents, or gross cents when `vatIncluded`. */
  readonly amount: Cents;
  readonly vatIncluded: boolean;
  readonly vatRate: VatRate;
  readonly natura: string | null;
  readonly periodFrom: PlainDate | null;
  /** The last day, inclusive. */
  readonly periodTo: PlainDate | null;
  readonly contractCode: string | null;
};

export type VatSummaryView = {
  readonly vatRate: VatRate;
  readonly natura: string | null;
  /** `I` at once, `D` deferred, `S` split payment. */
  readonly esigibilita: 'I' | 'D' | 'S' | null;
  readonly base: Cents;
  readonly vat: Cents;
  /** base - sum of the lines' totals, in 1e-8 euro. */
  readonly roundingE8: number;
  readonly reference: string | null;
};

/** Income tax that the customer keeps back and pays to the state himself (`DatiRitenuta`). */
export type WithholdingView = {
  /** `RT01` from natural persons, `RT02` from others. */
  readonly type: 'RT01' | 'RT02';
  /** Hundredths of a percent: `400` is 4 %. */
  readonly rate: VatRate;
  /** On the net of the lines, natura N1 left out; of a document's sign. */
  readonly amount: Cents;
  /** `CausalePagamento`, as in the certificate of withholding: `W`. */
  readonly causale: string;
};

/** A letter with which the customer asks to be invoiced without VAT, as the Agenzia delle Entrate received it. */
export type DeclarationOfIntentView = {
  /** 17 digits, a dash, 6 digits. */
  readonly protocol: string;
  readonly receivedOn: PlainDate;
};

/** What was delivered before a deferred invoice (`DatiDDT`). */
export type DeliveryNoteView = {
  readonly number: string;
  readonly date: PlainDate;
  /** Numbers of the document's lines that it delivered; none where it delivered them all. */
  readonly lines: readonly number[];
};

/** A file that a document carries. Its bytes are there until the document is issued; then they are one of its artifacts. */
export type AttachmentView = {
  /** Up to 60 characters: `contratto.pdf`. */
  readonly name: string;
  /** Up to 10: `PDF`. */
  readonly format: string | null;
  readonly description: string | null;
  readonly bytes?: Uint8Array;
};

/** A document as plugins see it: draft (`number` null), or issued and never changing again. */
export type DocumentView = {
  readonly id: number;
  readonly kind: DocumentKind;
  /** `TD01` invoice, `TD04` credit note, `TD24` deferred invoice, `TD26` sale of an asset ... */
  readonly tipoDocumento: string;
  readonly series: string;
  readonly year: number;
  /** Progressive in series and year; null before issue. */
  readonly number: number | null;
  /** The number as printed: `123/A`; a stand-in of the same shape before issue. */
  readonly numberText: string;
  readonly revision: number;
  readonly date: PlainDate;
  readonly currency: 'EUR';
  readonly issuer: IssuerView;
  readonly customer: PartyView;
  readonly lines: readonly DocumentLineView[];
  readonly vat: readonly VatSummaryView[];
  readonly net: Cents;
  readonly vatTotal: Cents;
  /** `Arrotondamento` of the document: what makes net + VAT the advertised total; mostly 0. */
  readonly rounding: Cents;
  readonly total: Cents;
  /** What the customer pays: the total, less the VAT under split payment and what he withholds. */
  readonly payable: Cents;
  /** Stamp duty owed on the document (2,00 €), 0 when none. */
  readonly stampDuty: Cents;
  readonly causale: string | null;
  readonly payment: {
    /** `MP05` transfer, `MP19` SEPA direct debit ... */
    readonly method: string;
    readonly dueDate: PlainDate;
    readonly iban: string | null;
    readonly bankName: string | null;
    /** What the payer is asked to quote. */
    readonly reference: string;
  } | null;
  readonly purchaseOrder: {
    readonly id: string;
    readonly date: PlainDate | null;
    readonly cig: string | null;
    readonly cup: string | null;
  } | null;
  /** Codes of the contracts that the lines bill. */
  readonly contractCodes: readonly string[];
  /** On a credit note, the document that it credits. */
  readonly credits: {
    readonly id: number;
    readonly numberText: string;
    readonly date: PlainDate;
    readonly reason: string;
  } | null;
  /** Present where the customer withholds income tax; `payable` is less by its amount. */
  readonly withholding?: WithholdingView;
  /** Present where lines of natura N3.5 rest on it. */
  readonly declarationOfIntent?: DeclarationOfIntentView;
  /** Present on a deferred invoice (`TD24`). */
  readonly deliveryNotes?: readonly DeliveryNoteView[];
  /** Present where it carries files. */
  readonly attachments?: readonly AttachmentView[];
  /** Number of the line that charges the stamp duty to the customer, where one does. */
  readonly stampDutyLine?: number;
};

/** A contract as filters see it. */
export type ContractView = {
  readonly id: number;
  readonly code: string;
  readonly customerId: number;
  readonly payerId: number;
  readonly siteId: number | null;
  readonly state: ContractState;
  /** Free fields that plugins read (`pppoe_user`, `cpe_serial`, `voip_number` ...). */
  readonly attributes: Readonly<Record<string, string>>;
};
export type ContractState =
  | 'draft'
  | 'pending_activation'
  | 'active'
  | 'terminating'
  | 'terminated'
  | 'cancelled';

/** Something wrong with a document. An `error` keeps it from being numbered; a `warning` is shown. */
export type Finding = {
  /** The official SDI code where there is one (`00423`), else a documented one of ours. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Where: the element path (`DettaglioLinee[2]/PrezzoTotale`) or the field of the record to correct. */
  readonly path: string;
  readonly message: string;
};

/** Bytes kept with a document: its fiscal XML. */
export type Artifact = {
  /** One of each kind a document: `fatturapa`. */
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};
