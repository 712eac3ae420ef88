import { domainToASCII } from 'node:url';
import { type Mail, Refused } from '@traliccio/sdk';

/** @throws Refused for a mail that could reach anyone but its one recipient, or say more than its headers mean to */
export function checkMail(mail: Mail): void {
  checkAddress(mail.to, 'to');
  checkAddress(mail.from.address, 'from.address');
  checkHeader(mail.from.name, 'from.name');
  checkHeader(mail.subject, 'subject');
  mail.attachments.forEach(({ fileName, mediaType }, index) => {
    checkHeader(fileName, `attachments[${index}].fileName`);
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(mediaType))
      throw new Refused('mail_media_type', `not a media type: ${JSON.stringify(mediaType)}`, {
        field: `attachments[${index}].mediaType`,
      });
  });
}

/** The part after the `@`, as DNS knows it. */
export const asciiDomain = (address: string): string =>
  domainToASCII(address.slice(address.lastIndexOf('@') + 1));

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
    throw new Refused('mail_address', `not an e-mail address: ${JSON.stringify(address)}`, { field });
}

/** Control characters end a header line; bidirectional ones let a text read otherwise than it is. */
const UNFIT = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

function checkHeader(text: string, field: string): void {
  if (UNFIT.test(text))
    throw new Refused(
      'mail_header',
      `${field} holds a character that no header may have: ${JSON.stringify(text)}`,
      { field },
    );
}
