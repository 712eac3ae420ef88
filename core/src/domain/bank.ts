/** IBAN without blanks, upper case: shape, the length of an Italian one, and the check digits (ISO 13616, mod 97). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if (text.startsWith('IT') && !/^IT\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/.test(text)) return false;
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = character <= '9' ? Number(character) : character.charCodeAt(0) - 55;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** How an IBAN is kept: people write it in groups of four. */
export const compactIban = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** ModalitaPagamento of FatturaPA: MP01 to MP23. */
export const isPaymentMethod = (text: string): boolean => /^MP(0[1-9]|1\d|2[0-3])$/.test(text);

export const PAYMENT_DAYS_MAX = 365;
