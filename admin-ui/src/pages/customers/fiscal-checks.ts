/**
 * What can be told of Italian identifiers as they are typed. The server has the last word; nothing here asks a
 * register. Each says what is wrong, by the key of its words, or undefined.
 */
export type Fault =
  | 'short'
  | 'long'
  | 'shape'
  | 'check'
  | 'person'
  | 'entity'
  | 'cap'
  | 'province'
  | 'sdi'
  | 'ipa'
  | 'foreign';
export type Kind = 'private' | 'company' | 'public_body' | 'condominium' | 'foreign';

/** As it is kept: people type identifiers in groups, and in small letters. */
export const compact = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** Codice fiscale: of a person 16 characters with a check letter, of anybody else 11 digits. */
export function taxCodeFault(typed: string, kind: Kind): Fault | undefined {
  const text = compact(typed);
  if (text === '') return undefined;
  if (kind === 'foreign') return /^[A-Z0-9]{2,28}$/.test(text) ? undefined : 'shape';
  const isEntity = /^\d/.test(text);
  if (isEntity && kind === 'private') return 'person';
  if (!isEntity && (kind === 'public_body' || kind === 'condominium')) return 'entity';
  return isEntity ? elevenDigits(text) : personal(text);
}

/** Partita IVA: 11 digits, the last of which checks the others. */
export function vatNumberFault(typed: string, kind: Kind): Fault | undefined {
  const text = compact(typed);
  if (text === '') return undefined;
  if (kind === 'foreign') return /^[A-Z0-9]{2,28}$/.test(text) ? undefined : 'shape';
  return elevenDigits(text);
}

/** Codice destinatario: the office of a public body has 6 characters, everybody else 7. */
export function recipientFault(typed: string, kind: Kind): Fault | undefined {
  const text = compact(typed);
  if (text === '') return undefined;
  if (kind === 'foreign') return text === 'XXXXXXX' ? undefined : 'foreign';
  const length = kind === 'public_body' ? 6 : 7;
  if (/^[A-Z0-9]*$/.test(text) && text.length < length) return 'short';
  if (text.length === length && /^[A-Z0-9]+$/.test(text) && text !== 'XXXXXXX') return undefined;
  return kind === 'public_body' ? 'ipa' : 'sdi';
}

export function capFault(typed: string): Fault | undefined {
  const text = typed.trim();
  if (text === '' || /^\d{5}$/.test(text)) return undefined;
  return /^\d{1,4}$/.test(text) ? 'short' : 'cap';
}

export function provinceFault(typed: string): Fault | undefined {
  const text = compact(typed);
  if (text === '' || PROVINCES.has(text)) return undefined;
  return /^[A-Z]$/.test(text) ? 'short' : 'province';
}

/** IBAN: the number that its characters make leaves 1 when divided by 97. */
export function ibanFault(typed: string): Fault | undefined {
  const text = typed.replace(/[\s-]/g, '').toUpperCase();
  if (text === '') return undefined;
  if (!/^[A-Z]{1,2}\d{0,2}[A-Z0-9]*$/.test(text)) return 'shape';
  const length = text.startsWith('IT') ? 27 : 15;
  if (text.length < length) return 'short';
  if (text.length > (text.startsWith('IT') ? 27 : 34)) return 'long';
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? undefined : 'check';
}

function elevenDigits(text: string): Fault | undefined {
  if (!/^\d+$/.test(text)) return 'shape';
  if (text.length !== 11) return text.length < 11 ? 'short' : 'long';
  let sum = 0;
  for (let i = 0; i < 11; i++) {
    const digit = Number(text[i]) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0 && Number(text) > 0 ? undefined : 'check';
}

/** Letters stand for digits where two people would otherwise have the same code. */
const DIGIT = '[0-9LMNPQRSTUV]';
const PERSONAL = new RegExp(`^[A-Z]{6}${DIGIT}{2}[ABCDEHLMPRST]${DIGIT}{2}[A-Z]${DIGIT}{3}[A-Z]$`);
/** Values of 0-9 and, the same, A-J, then K-Z, at odd positions (D.M. 23/12/1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function personal(text: string): Fault | undefined {
  if (!/^[A-Z0-9]+$/.test(text)) return 'shape';
  if (text.length !== 16) return text.length < 16 ? 'short' : 'long';
  if (!PERSONAL.test(text)) return 'shape';
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const code = text.charCodeAt(i);
    const value = code <= 57 ? code - 48 : code - 65;
    sum += i % 2 === 0 ? ODD[value]! : value;
  }
  return text.charCodeAt(15) === 65 + (sum % 26) ? undefined : 'check';
}

/** Vehicle plates of the provinces, those abolished included: old addresses carry them. */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    'AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CI CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS ' +
    'KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OG OR OT PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO ' +
    'SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VS VT VV'
  ).split(' '),
);
