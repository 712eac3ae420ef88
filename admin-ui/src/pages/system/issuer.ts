import type { operations } from '@traliccio/sdk/client';
import { money, parseMoney } from '../../app/format.ts';

export type Issuer = operations['getIssuer']['responses'][200]['content']['application/json'];
export type IssuerInput = operations['putIssuer']['requestBody']['content']['application/json'];

/** As they are called in the law. */
export const REGIMES: readonly { readonly value: string; readonly title: string }[] = [
  ['RF01', 'Ordinario'],
  ['RF02', 'Contribuenti minimi'],
  ['RF04', 'Agricoltura e pesca'],
  ['RF05', 'Sali e tabacchi'],
  ['RF06', 'Fiammiferi'],
  ['RF07', 'Editoria'],
  ['RF08', 'Telefonia pubblica'],
  ['RF09', 'Trasporto pubblico e sosta'],
  ['RF10', 'Intrattenimenti e giochi'],
  ['RF11', 'Agenzie di viaggi'],
  ['RF12', 'Agriturismo'],
  ['RF13', 'Vendite a domicilio'],
  ['RF14', 'Beni usati'],
  ['RF15', 'Vendite all’asta'],
  ['RF16', 'IVA per cassa verso la PA'],
  ['RF17', 'IVA per cassa'],
  ['RF18', 'Altro'],
  ['RF19', 'Forfettario'],
  ['RF20', 'Franchigia transfrontaliera'],
].map(([value, title]) => ({ value: value!, title: `${value} · ${title}` }));

type Text = string | null;
type Start = { code: string; year: Text; next: Text };

/** As it is typed: nothing is absent. */
export type IssuerValues = {
  name: Text;
  firstName: Text;
  lastName: Text;
  vatNumber: Text;
  taxCode: Text;
  regimeFiscale: string;
  address: { street: Text; houseNumber: Text; postcode: Text; city: Text; province: Text; country: Text };
  hasRea: boolean;
  rea: {
    office: Text;
    number: Text;
    shareCapital: Text;
    socioUnico: 'SU' | 'SM' | null;
    liquidazione: 'LN' | 'LS';
  };
  phone: Text;
  email: Text;
  website: Text;
  iban: Text;
  bankName: Text;
  transmitter: { country: Text; code: Text };
  timeZone: Text;
  defaultSeries: Text;
  creditNoteSeries: Text;
  publicBodySeries: Text;
  rechargeStampDuty: boolean;
  zeroTotal: 'skip' | 'issue';
  series: Start[];
};

const NO_REA = { office: '', number: '', shareCapital: '', socioUnico: null, liquidazione: 'LN' } as const;

export const NEW_ISSUER: IssuerValues = {
  name: '',
  firstName: '',
  lastName: '',
  vatNumber: '',
  taxCode: '',
  regimeFiscale: 'RF01',
  address: { street: '', houseNumber: '', postcode: '', city: '', province: '', country: 'IT' },
  hasRea: false,
  rea: { ...NO_REA },
  phone: '',
  email: '',
  website: '',
  iban: '',
  bankName: '',
  transmitter: { country: 'IT', code: '' },
  timeZone: 'Europe/Rome',
  defaultSeries: 'A',
  creditNoteSeries: 'NC',
  publicBodySeries: '',
  rechargeStampDuty: false,
  zeroTotal: 'skip',
  series: [],
};

export function valuesOf({
  id: _id,
  version: _version,
  vatCountry: _country,
  rea,
  ...same
}: Issuer): IssuerValues {
  const capital = rea?.shareCapital;
  return {
    ...same,
    address: { ...same.address },
    transmitter: { ...same.transmitter },
    hasRea: rea !== null,
    rea: rea
      ? { ...rea, shareCapital: capital == null ? '' : money(capital).replace(/\s*€$/, '') }
      : { ...NO_REA },
    series: [],
  };
}

const given = (text: Text): string | undefined => text?.trim() || undefined;
const orNull = (text: Text): string | null => given(text) ?? null;

/** What is empty is not there; what was typed wrong goes as it is, for the server to refuse at its field. */
export function inputOf({ hasRea, ...values }: IssuerValues): IssuerInput {
  const { address, rea, transmitter, series } = values;
  const country = given(address.country);
  const code = given(transmitter.code);
  return {
    name: given(values.name) ?? '',
    firstName: orNull(values.firstName),
    lastName: orNull(values.lastName),
    vatNumber: given(values.vatNumber) ?? '',
    taxCode: given(values.taxCode) ?? '',
    regimeFiscale: values.regimeFiscale,
    address: {
      street: given(address.street) ?? '',
      houseNumber: orNull(address.houseNumber),
      postcode: given(address.postcode) ?? '',
      city: given(address.city) ?? '',
      province: orNull(address.province)?.toUpperCase() ?? null,
      ...(country === undefined ? {} : { country: country.toUpperCase() }),
    },
    rea: hasRea
      ? {
          office: (given(rea.office) ?? '').toUpperCase(),
          number: given(rea.number) ?? '',
          shareCapital: parseMoney(rea.shareCapital ?? '') ?? null,
          socioUnico: rea.socioUnico,
          liquidazione: rea.liquidazione,
        }
      : null,
    phone: orNull(values.phone),
    email: orNull(values.email),
    website: orNull(values.website),
    iban: orNull(values.iban),
    bankName: orNull(values.bankName),
    ...(code === undefined
      ? {}
      : { transmitter: { country: (given(transmitter.country) ?? 'IT').toUpperCase(), code } }),
    ...(given(values.timeZone) === undefined ? {} : { timeZone: given(values.timeZone)! }),
    ...(given(values.defaultSeries) === undefined ? {} : { defaultSeries: given(values.defaultSeries)! }),
    ...(given(values.creditNoteSeries) === undefined
      ? {}
      : { creditNoteSeries: given(values.creditNoteSeries)! }),
    publicBodySeries: orNull(values.publicBodySeries),
    rechargeStampDuty: values.rechargeStampDuty,
    zeroTotal: values.zeroTotal,
    ...(series.length === 0
      ? {}
      : {
          series: series.map((one) => ({ code: one.code, year: Number(one.year), next: Number(one.next) })),
        }),
  };
}
