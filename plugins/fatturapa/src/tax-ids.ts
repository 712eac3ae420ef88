/** Checksums of Italian tax identifiers. They tell a typing error, not whether the Anagrafe tributaria knows the code. */

/** Partita IVA, and the codice fiscale of bodies: 11 digits, the last by Luhn's rule. */
export function isPartitaIva(text: string): boolean {
  if (!/^\d{11}$/.test(text) || text === '00000000000') return false;
  let sum = 0;
  for (let i = 0; i < 11; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Codice fiscale: 16 characters for a person, 11 digits for a body (and the provisional ones of people). */
export function isCodiceFiscale(text: string): boolean {
  return text.length === 11 ? isPartitaIva(text) : isPersonalCode(text);
}

/** Letters stand for digits where two people would have the same code ("omocodia"). */
const PERSONAL = /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/;
const OMOCODIA = 'LMNPQRSTUV';
const MONTHS = 'ABCDEHLMPRST';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Values of 0 to 9 and A to Z in the odd places (first, third ...); digits count as the letters A to J. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function isPersonalCode(text: string): boolean {
  if (!PERSONAL.test(text)) return false;
  const day = digitAt(text, 9) * 10 + digitAt(text, 10);
  const birthday = day > 40 ? day - 40 : day;
  // The century isn't in the code, so 29 February passes in any year.
  const last = DAYS[MONTHS.indexOf(text.charAt(8))] ?? 0;
  return birthday >= 1 && birthday <= last && checkLetter(text) === text.charAt(15);
}

function digitAt(text: string, index: number): number {
  const letter = OMOCODIA.indexOf(text.charAt(index));
  return letter >= 0 ? letter : text.charCodeAt(index) - 48;
}

function checkLetter(text: string): string {
  let sum = 0;
  for (let i = 0; i < 15; i += 1) {
    const unit = text.charCodeAt(i);
    const value = unit >= 65 ? unit - 65 : unit - 48;
    sum += i % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}
