import {
  mulDiv,
  netOfE8,
  ONE,
  priceTimes,
  vatOf,
  type Address,
  type DocumentLineView,
  type DocumentView,
  type IssuerView,
  type Micro,
  type PartyView,
  type VatSummaryView,
} from '@traliccio/sdk';

/** Documents for tests, with the totals that core would give them (billing rules, section 4). */
export type LineInput = {
  description: string;
  /** Cents for one; gross when `vatIncluded`. */
  price: number;
  quantity?: Micro;
  unit?: string;
  vatIncluded?: boolean;
  vatRate?: number;
  natura?: string;
  reference?: string;
  period?: readonly [from: DocumentLineView['periodFrom'], to: DocumentLineView['periodTo']];
  contractCode?: string;
};
export type DocumentInput = Partial<
  Omit<DocumentView, 'lines' | 'vat' | 'net' | 'vatTotal' | 'rounding' | 'total' | 'payable'>
> & {
  lines: readonly LineInput[];
  esigibilita?: 'I' | 'D' | 'S';
};

export function documentOf({ lines: inputs, esigibilita = 'I', ...rest }: DocumentInput): DocumentView {
  const lines = inputs.map((input, index) => lineOf(input, index + 1));
  const { vat, rounding } = vatOn(lines, inputs, esigibilita);
  const net = vat.reduce((sum, v) => sum + v.base, 0);
  const vatTotal = vat.reduce((sum, v) => sum + v.vat, 0);
  const total = net + vatTotal + rounding;
  const payable = esigibilita === 'S' ? total - vatTotal : total;
  return {
    id: 1,
    kind: 'invoice',
    tipoDocumento: 'TD01',
    series: 'A',
    year: 2026,
    number: 123,
    numberText: '123/A',
    revision: 0,
    date: '2026-11-01',
    currency: 'EUR',
    issuer: ISSUER,
    customer: PRIVATE,
    stampDuty: 0,
    causale: null,
    payment: {
      method: 'MP05',
      dueDate: '2026-11-30',
      iban: 'IT60X0542811101000000123456',
      bankName: 'Banca di Prova',
      reference: 'C000042-123',
    },
    purchaseOrder: null,
    contractCodes: [...new Set(lines.flatMap((l) => l.contractCode ?? []))],
    credits: null,
    ...rest,
    lines,
    vat,
    net,
    vatTotal,
    rounding,
    total,
    payable,
  };
}

function lineOf(input: LineInput, number: number): DocumentLineView {
  const {
    description,
    price,
    quantity = ONE,
    unit = null,
    vatIncluded = false,
    vatRate = 2200,
    natura = null,
    period,
    contractCode = null,
  } = input;
  const amount = priceTimes(price * 1_000_000, quantity);
  return {
    number,
    description,
    quantity,
    unit,
    unitPrice: vatIncluded ? netOfE8(price, vatRate) : price * 1_000_000,
    totalE8: vatIncluded ? netOfE8(amount, vatRate) : amount * 1_000_000,
    amount,
    vatIncluded,
    vatRate,
    natura,
    periodFrom: period?.[0] ?? null,
    periodTo: period?.[1] ?? null,
    contractCode,
  };
}

function vatOn(
  lines: readonly DocumentLineView[],
  inputs: readonly LineInput[],
  esigibilita: 'I' | 'D' | 'S',
): { vat: VatSummaryView[]; rounding: number } {
  const groups = Map.groupBy(lines, (l) => `${l.vatRate}/${l.natura ?? ''}`);
  let rounding = 0;
  const vat = [...groups.values()].map((group): VatSummaryView => {
    const { vatRate = 0, natura = null, number = 1 } = group[0] ?? {};
    const netSum = group.reduce((sum, l) => sum + (l.vatIncluded ? 0 : l.amount), 0);
    const grossSum = group.reduce((sum, l) => sum + (l.vatIncluded ? l.amount : 0), 0);
    const base = mulDiv(netSum * (10_000 + vatRate) + grossSum * 10_000, 1, 10_000 + vatRate);
    const total = mulDiv(netSum, 10_000 + vatRate, 10_000) + grossSum;
    let tax = total - base;
    if (Math.abs(tax * 10_000 - base * vatRate) >= 10_000) tax = vatOf(base, vatRate);
    rounding += total - base - tax;
    return {
      vatRate,
      natura,
      esigibilita: natura === null ? esigibilita : null,
      base,
      vat: tax,
      roundingE8: base * 1_000_000 - group.reduce((sum, l) => sum + l.totalE8, 0),
      reference: natura === null ? null : (inputs[number - 1]?.reference ?? 'Art. 15 DPR 633/72'),
    };
  });
  return { vat, rounding };
}

export const ADDRESS: Address = {
  street: 'Via Roma',
  houseNumber: '10',
  postcode: '97100',
  city: 'Ragusa',
  province: 'RG',
  country: 'IT',
};

export const ISSUER: IssuerView = {
  id: 1,
  name: 'Rete Esempio WISP S.r.l.',
  firstName: null,
  lastName: null,
  vatCountry: 'IT',
  vatNumber: '99999999990',
  taxCode: '99999999990',
  regimeFiscale: 'RF01',
  address: { ...ADDRESS, street: 'Via delle Antenne', houseNumber: '1' },
  rea: { office: 'RG', number: '128070', shareCapital: 1_000_000, socioUnico: 'SM', liquidazione: 'LN' },
  phone: '+39 0932 000000',
  email: 'amministrazione@example.it',
  website: 'https://example.it',
  iban: 'IT60X0542811101000000123456',
  bankName: 'Banca di Prova',
  transmitterCountry: 'IT',
  transmitterCode: '99999999990',
  logoFile: null,
};

export const SOLE_TRADER: IssuerView = {
  ...ISSUER,
  id: 2,
  name: 'Rossi Mario',
  firstName: 'Mario',
  lastName: 'Rossi',
  taxCode: 'RSSMRA80A01H501U',
  transmitterCode: 'RSSMRA80A01H501U',
  regimeFiscale: 'RF19',
  rea: null,
};

export const PRIVATE: PartyView = {
  id: 42,
  code: 'C000042',
  kind: 'private',
  name: 'Mario Rossi',
  firstName: 'Mario',
  lastName: 'Rossi',
  taxCode: 'rssmra80a01h501u',
  vatCountry: null,
  vatNumber: null,
  codiceDestinatario: '0000000',
  pec: null,
  address: ADDRESS,
  language: 'it',
  invoiceEmails: ['mario@example.it'],
};

export const COMPANY: PartyView = {
  ...PRIVATE,
  kind: 'company',
  name: 'Frantoio Iblei & Figli S.n.c.',
  firstName: null,
  lastName: null,
  taxCode: '12345678903',
  vatCountry: 'IT',
  vatNumber: '12345678903',
  codiceDestinatario: 'ABC1234',
};

export const PUBLIC_BODY: PartyView = {
  ...COMPANY,
  kind: 'public_body',
  name: 'Comune di Esempio',
  taxCode: '77777777770',
  vatNumber: '77777777770',
  codiceDestinatario: 'UFABCD',
};
export const CONDOMINIUM: PartyView = {
  ...COMPANY,
  kind: 'condominium',
  name: 'Condominio Via Roma 10',
  taxCode: '77777777770',
  vatCountry: null,
  vatNumber: null,
  codiceDestinatario: '0000000',
  pec: 'condominio@pec.example.it',
};
const ABROAD: Address = {
  street: 'Hauptstraße 1',
  houseNumber: null,
  postcode: '10115',
  city: 'Berlin',
  province: null,
  country: 'DE',
};
export const FOREIGN_EU: PartyView = {
  ...COMPANY,
  kind: 'foreign',
  name: 'Muster GmbH',
  taxCode: null,
  vatCountry: 'DE',
  vatNumber: '123456789',
  codiceDestinatario: 'XXXXXXX',
  address: ABROAD,
};
export const FOREIGN_PRIVATE: PartyView = {
  ...FOREIGN_EU,
  name: 'Jane Doe',
  firstName: 'Jane',
  lastName: 'Doe',
  vatCountry: null,
  vatNumber: null,
  address: { ...ABROAD, street: '221B Baker Street', city: 'London', country: 'GB' },
};
