import type { Address } from '@traliccio/sdk';
import type { Problems } from './problem.ts';
import { unprintable } from './printable.ts';

/** What an address must be to stand on a fiscal document; `prefix` comes before the names of its fields. */
export function checkAddress(address: Address, problems: Problems, prefix = ''): void {
  const field = (name: string): string => `${prefix}${name}`;
  checkText(address.street, { field: field('street'), max: 60 }, problems);
  checkText(address.city, { field: field('city'), max: 60 }, problems);
  if (address.houseNumber !== null)
    problems.unless(
      /^[ -~]{1,8}$/.test(address.houseNumber),
      field('house_number'),
      'invalid',
      'the house number has at most 8 plain characters',
    );
  problems.unless(
    /^[A-Z]{2}$/.test(address.country),
    field('country'),
    'invalid',
    'the country is two capital letters (ISO 3166): IT, DE',
  );
  if (address.country === 'IT') {
    problems.unless(
      isCap(address.postcode),
      field('postcode'),
      'invalid',
      'the CAP of an Italian address has 5 digits',
    );
    problems.unless(
      address.province !== null && isProvince(address.province),
      field('province'),
      'invalid',
      'the province is that of an Italian vehicle plate: UD, MI, RM',
    );
  } else {
    problems.unless(
      /^[ -~]{1,12}$/.test(address.postcode),
      field('postcode'),
      'invalid',
      'the postcode has 1 to 12 plain characters',
    );
    problems.unless(
      address.province === null,
      field('province'),
      'not_italian',
      'an address abroad has no province',
    );
  }
}

export const isCap = (text: string): boolean => /^\d{5}$/.test(text);
export const isProvince = (text: string): boolean => PROVINCES.has(text);
export const isEmail = (text: string): boolean =>
  text.length <= 256 &&
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/.test(
    text,
  ) &&
  !text.includes('..') &&
  !text.startsWith('.');
/** A code that people type: what an operator can say on the telephone and a file can be named after. */
export const isCode = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/.test(text);

export function checkText(
  text: string,
  options: { readonly field: string; readonly max: number },
  problems: Problems,
): void {
  if (text.trim() === '') problems.add(options.field, 'missing', `${options.field} is missing`);
  else if (text.length > options.max)
    problems.add(options.field, 'too_long', `${options.field} has more than ${options.max} characters`);
  const unknown = unprintable(text);
  if (unknown.length > 0)
    problems.add(
      options.field,
      'characters',
      `${options.field} has characters that the SDI refuses: ${unknown.join(' ')}`,
    );
}

/** Vehicle plates of the provinces, those abolished included: old addresses carry them. */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    'AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CI CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS ' +
    'KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OG OR OT PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO ' +
    'SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VS VT VV'
  ).split(' '),
);
