import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Mail } from './capabilities/mail-transport.ts';
import { Refused } from './errors.ts';

/**
 * What every mail transport checks before it sends: exactly one plain address on either side, and nothing in a header
 * that could end it or make it read otherwise.
 *
 * @throws Refused `mail.address`, `mail.header` or `mail.media_type`, with the field
 * @example checkMail({ ...mail, subject: 'Fattura\r\nBcc: x@example.org' }) // throws Refused mail.header, subject
 */
export function checkMail(mail: Mail): void {
  checkAddress(mail.to, 'to');
  checkAddress(mail.from.address, 'from.address');
  checkHeader(mail.from.name, 'from.name');
  checkHeader(mail.subject, 'subject');
  mail.attachments.forEach(({ fileName, mediaType }, index) => {
    checkHeader(fileName, `attachments[${index}].fileName`);
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(mediaType))
      throw new Refused('mail.media_type', `not a media type: ${JSON.stringify(mediaType)}`, {
        field: `attachments[${index}].mediaType`,
      });
  });
}

/** What is the same whenever a mail is sent again. */
export type MailIdentity = {
  /** `<sha256 of the key@domain of the sender>`. */
  readonly messageId: string;
  /** For the MIME parts, which would have a random one otherwise. */
  readonly boundary: string;
  /** SHA-256 of the key, in hex: names the mail without saying to whom it goes. */
  readonly hash: string;
};

/**
 * The identity of a mail, from the key of the call and the sender's domain: a recipient's program recognises a second
 * copy by it (RFC 1047 tells why there may be one).
 */
export function mailIdentity(mail: Mail, key: string): MailIdentity {
  const hash = createHash('sha256').update(key).digest('hex');
  return { messageId: `<${hash}@${asciiDomain(mail.from.address)}>`, boundary: hash.slice(0, 32), hash };
}

/** The part after the `@`, as DNS knows it. */
const asciiDomain = (address: string): string => domainToASCII(address.slice(address.lastIndexOf('@') + 1));

/** What the HTML standard takes for an address, which leaves no room for quotes, comments, groups or a second one. */
const LOCAL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

function checkAddress(address: string, field: string): void {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  // domainToASCII drops line ends, as URLs do: whatever it is given must be free of them already.
  if (
    at < 1 ||
    !LOCAL.test(local) ||
    UNFIT.test(domain) ||
    /\s/.test(domain) ||
    !DOMAIN.test(domainToASCII(domain))
  )
    throw new Refused('mail.address', `not an e-mail address: ${JSON.stringify(address)}`, { field });
}

/** Control characters end a header line; bidirectional ones let a text read otherwise than it is. */
const UNFIT = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

function checkHeader(text: string, field: string): void {
  if (UNFIT.test(text))
    throw new Refused(
      'mail.header',
      `${field} holds a character that no header may have: ${JSON.stringify(text)}`,
      { field },
    );
}
