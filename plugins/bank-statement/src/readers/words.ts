/** Runs of white space as one space, none at the ends: banks break lines wherever theirs are full. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text, or null when there is nothing in it. */
export const orNull = (text: string | undefined | null): string | null => {
  const line = oneLine(text ?? '');
  return line === '' ? null : line;
};

/** An IBAN without spaces in capitals; null for what is none. */
export function ibanOf(text: string | undefined | null): string | null {
  const iban = (text ?? '').replace(/\s+/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban) ? iban : null;
}

/** What stands for "the payer gave none". */
export function endToEnd(text: string | undefined | null): string | null {
  const id = orNull(text);
  return id === null || /^(NOT ?PROVIDED|NOTAVAIL|NONREF)$/i.test(id) ? null : id;
}

/** Parts joined, each once. */
export const joined = (parts: readonly (string | null | undefined)[]): string =>
  [...new Set(parts.map((part) => oneLine(part ?? '')).filter((part) => part !== ''))].join(' | ');
