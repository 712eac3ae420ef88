import type { Address } from '@traliccio/sdk';
import { parseDecimal } from '@traliccio/sdk';
import { checkAddress, checkText, isEmail } from '../address.ts';
import { compactIban, isIban } from '../bank.ts';
import { Problems, type Problem } from '../problem.ts';
import { isEntityTaxCode, isPersonalTaxCode, isVatNumber } from '../tax-ids.ts';
import type { IssuerInput } from './issuer.input.ts';
import type { IssuerRow } from './issuer.entity.ts';

export type IssuerValues = Omit<IssuerRow, 'id' | 'version' | 'logoFile'>;

/** The columns of an issuer from its file, with defaults filled in. */
export function issuerValues(input: IssuerInput): IssuerValues {
  const rea = input.rea ?? null;
  const address = addressOf(input);
  return {
    name: input.name,
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    vatCountry: 'IT',
    vatNumber: input.vatNumber,
    taxCode: input.taxCode.toUpperCase(),
    regimeFiscale: input.regimeFiscale,
    ...address,
    reaOffice: rea?.office ?? null,
    reaNumber: rea?.number ?? null,
    reaCapital: rea?.shareCapital == null ? null : (parseDecimal(rea.shareCapital, 2) ?? null),
    reaSocioUnico: rea?.socioUnico ?? null,
    reaLiquidazione: rea?.liquidazione ?? null,
    phone: input.phone ?? null,
    email: input.email ?? null,
    website: input.website ?? null,
    iban: input.iban == null ? null : compactIban(input.iban),
    bankName: input.bankName ?? null,
    transmitterCountry: input.transmitter?.country ?? 'IT',
    transmitterCode: (input.transmitter?.code ?? input.taxCode).toUpperCase(),
    timeZone: input.timeZone ?? 'Europe/Rome',
    defaultSeries: input.defaultSeries ?? 'A',
    creditNoteSeries: input.creditNoteSeries ?? 'NC',
    publicBodySeries: input.publicBodySeries ?? null,
    rechargeStampDuty: input.rechargeStampDuty ?? false,
    zeroTotal: input.zeroTotal ?? 'skip',
  };
}

export function checkIssuer(input: IssuerInput): Problem[] {
  const problems = new Problems('issuer');
  checkText(input.name, { field: 'name', max: 80 }, problems);
  checkAddress(addressOf(input), problems, 'address.');
  problems.unless(
    isVatNumber(input.vatNumber),
    'vat_number',
    'invalid',
    `${input.vatNumber} is no partita IVA: its check digit is wrong`,
  );
  const taxCode = input.taxCode.toUpperCase();
  problems.unless(
    isPersonalTaxCode(taxCode) || isEntityTaxCode(taxCode),
    'tax_code',
    'invalid',
    `${input.taxCode} is no codice fiscale`,
  );
  if (input.iban != null)
    problems.unless(isIban(compactIban(input.iban)), 'iban', 'invalid', `${input.iban} is no IBAN`);
  if (input.email != null)
    problems.unless(isEmail(input.email), 'email', 'invalid', `${input.email} is no e-mail address`);
  if (input.phone != null)
    problems.unless(
      /^\d{5,12}$/.test(input.phone),
      'phone',
      'invalid',
      'the telephone number has 5 to 12 digits and nothing else',
    );
  if (input.rea?.shareCapital != null)
    problems.unless(
      parseDecimal(input.rea.shareCapital, 2) !== undefined,
      'rea.share_capital',
      'invalid',
      'the share capital is an amount: 10000.00',
    );
  problems.unless(
    isTimeZone(input.timeZone ?? 'Europe/Rome'),
    'time_zone',
    'unknown',
    `${input.timeZone} is no time zone: Europe/Rome`,
  );
  return problems.list;
}

const addressOf = ({ address }: IssuerInput): Address => ({
  street: address.street,
  houseNumber: address.houseNumber ?? null,
  postcode: address.postcode,
  city: address.city,
  province: address.province ?? null,
  country: address.country,
});

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
