import { Conflict, type IssuerView } from '@traliccio/sdk';

/** Names of 5 base-36 digits that a transmitter has. */
const NAMES = 36 ** 5;

/** Country, identifier of the transmitter, and up to five characters that are never used again, not even after a rejection. */
export const isFileName = (name: string): boolean =>
  /^(?:IT[A-Za-z0-9]{11,16}|(?!IT)[A-Z]{2}[A-Za-z0-9]{2,28})_[A-Za-z0-9]{1,5}\.(?:xml|xml\.p7m|zip)$/.test(
    name,
  );

/**
 * The progressive of a file as five upper-case base-36 characters.
 * @throws Conflict when the transmitter has used up its names
 */
export function progressivoInvio(counter: number): string {
  if (counter < 0 || counter >= NAMES)
    throw new Conflict(
      'sdi_file_names_exhausted',
      `no SDI file name is left: number ${counter} doesn't fit in five base-36 digits; use another transmitter code`,
    );
  return counter.toString(36).toUpperCase().padStart(5, '0');
}

export const fileNameOf = (issuer: IssuerView, progressive: string): string =>
  `${issuer.transmitterCountry}${issuer.transmitterCode}_${progressive}.xml`;
