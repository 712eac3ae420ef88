/** A telephone number as the whole world writes it (ITU-T E.164): `+`, country code and number, digits only. */
export type PhoneNumber = `+${string}`;

/** Whether the text is a number in that spelling already. @example isPhoneNumber('+393471234567') // true */
export function isPhoneNumber(text: string): text is PhoneNumber {
  if (!/^\+[1-9]\d{6,14}$/.test(text)) return false;
  return !text.startsWith('+39') || ITALIAN.test(text.slice(3));
}

/**
 * Reads a number as people write it; without a country code it is Italian. Undefined for what is no number of a
 * subscriber: too short, letters, a service such as 112, 800 or 199.
 *
 * @example parsePhone('347 123.45.67') // '+393471234567'
 * @example parsePhone('0432 111222') // '+390432111222': in Italy the zero is part of the number
 */
export function parsePhone(text: string): PhoneNumber | undefined {
  const compact = text.replaceAll(/[\s()./-]/g, '');
  const digits = compact.replace(/^(\+|00)/, '');
  const isInternational = digits !== compact || /^39[03]\d{8,}$/.test(compact);
  const number = isInternational ? `+${digits}` : `+39${digits}`;
  return isPhoneNumber(number) ? number : undefined;
}

/**
 * Whether an SMS can reach the number for certain. Only Italian numbers tell: mobiles begin with 3, landlines with 0
 * (numbering plan, AGCOM 8/15/CIR). Of any other country it is false, since nobody knows.
 */
export const isMobile = (number: PhoneNumber): boolean => number.startsWith('+393');

/** Mobiles have 9 or 10 digits, landlines 6 to 11 with their zero. */
const ITALIAN = /^(3\d{8,9}|0[1-9]\d{4,9})$/;
