import type { Address } from '@traliccio/sdk';
import type { Indirizzo } from './fattura.ts';
import type { AddressFields, TextCollector } from './text-fields.ts';

const LONGEST_HOUSE_NUMBER = 8;

/** An address as `Sede`. Abroad there is no Italian postcode and no province: `00000` and nothing, as SDI asks. */
export function sedeOf(address: Address, fields: AddressFields, texts: TextCollector): Indirizzo {
  const country = texts.required(upper(address.country), fields.country);
  const abroad = country !== 'IT';
  const house = address.houseNumber;
  // "10/A scala B" doesn't fit into NumeroCivico; in the street nothing of it gets lost.
  const inStreet = house !== null && house.length > LONGEST_HOUSE_NUMBER;
  return {
    Indirizzo: texts.required(inStreet ? `${address.street} ${house}` : address.street, fields.street),
    NumeroCivico: inStreet ? undefined : texts.optional(house, fields.houseNumber),
    CAP: abroad ? '00000' : texts.required(address.postcode, fields.postcode),
    Comune: texts.required(address.city, fields.city),
    Provincia:
      abroad || address.province === null
        ? undefined
        : texts.optional(upper(address.province), fields.province),
    Nazione: country,
  };
}

const LOWER = /[a-z]/;
const upper = (text: string): string => (LOWER.test(text) ? text.toUpperCase() : text);
