/** Checks of Italian tax identifiers: arithmetic over text, no register is asked. */

/** Codice fiscale of a person: 16 characters with check letter; omocodia (letters for digits) is known. */
export function isPersonalTaxCode(text: string): boolean {
  if (!PERSONAL.test(text)) return false;
  if (CHECK_LETTERS[oddEvenSum(text) % 26] !== text[15]) return false;
  const digits = text.replace(/[LMNPQRSTUV]/g, (letter, at: number) =>
    DIGIT_POSITIONS.has(at) ? String(OMOCODIA.indexOf(letter)) : letter,
  );
  const day = Number(digits.slice(9, 11));
  const days = DAYS[MONTHS.indexOf(digits[8] as string)] as number;
  return (day >= 1 && day <= days) || (day >= 41 && day - 40 <= days);
}

/** Codice fiscale of whoever is no person: the 11 digits of a partita IVA. */
export const isEntityTaxCode = (text: string): boolean => isVatNumber(text);

/** Partita IVA: 11 digits, the last one a Luhn check digit. */
export function isVatNumber(text: string): boolean {
  if (!/^\d{11}$/.test(text) || text === '00000000000') return false;
  let sum = 0;
  for (let i = 0; i < 11; i++) {
    const digit = Number(text[i]) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const PERSONAL = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const MONTHS = 'ABCDEHLMPRST';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const OMOCODIA = 'LMNPQRSTUV';
const DIGIT_POSITIONS: ReadonlySet<number> = new Set([6, 7, 9, 10, 12, 13, 14]);
const CHECK_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Values of 0-9 and, the same, A-J, then K-Z, at odd positions (D.M. 23/12/1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function oddEvenSum(text: string): number {
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const code = text.charCodeAt(i);
    const value = code <= 57 ? code - 48 : code - 65;
    sum += i % 2 === 0 ? (ODD[value] as number) : value;
  }
  return sum;
}
