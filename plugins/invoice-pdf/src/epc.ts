import { formatDecimal, type DocumentView } from '@traliccio/sdk';

/** `ModalitaPagamento` of a transfer. */
const TRANSFER = 'MP05';
const MOST = 99_999_999_999;

/**
 * What a bank's app reads to fill in a SEPA transfer (European Payments Council, EPC069-12, version 002): who is paid on
 * which account, how much, and what to quote. Null of what isn't paid by transfer to our account.
 */
export function transferCode(document: DocumentView): string | null {
  const { kind, number, payment, payable, issuer } = document;
  if (kind !== 'invoice' || number === null || payment === null || payment.method !== TRANSFER) return null;
  const iban = payment.iban?.replaceAll(' ', '') ?? '';
  if (iban === '' || payable <= 0 || payable > MOST) return null;
  const [service, version, utf8, kindOfTransfer, bic] = ['BCD', '002', '1', 'SCT', ''];
  const [purpose, structured] = ['', ''];
  return [
    service,
    version,
    utf8,
    kindOfTransfer,
    bic,
    shortened(issuer.name, 70),
    iban,
    `EUR${formatDecimal(payable, 2)}`,
    purpose,
    structured,
    shortened(payment.reference, 140),
  ].join('\n');
}

/** Each part is a line of so many characters. */
const shortened = (text: string, most: number): string =>
  text.replaceAll(/\s+/g, ' ').trim().slice(0, most).trimEnd();
