import type { Mail, MailIdentity } from '@traliccio/sdk';
import type { SendMailOptions } from 'nodemailer';

/** The mail as nodemailer takes it. The same arguments give the same bytes on the wire. */
export const messageOf = (
  mail: Mail,
  { messageId, boundary }: MailIdentity,
): SendMailOptions & { baseBoundary: string } => ({
  messageId,
  // Random by default.
  baseBoundary: boundary,
  date: new Date(mail.date),
  from: { name: mail.from.name, address: mail.from.address },
  to: { name: '', address: mail.to },
  // Not derived from the headers: whatever they hold, the mail goes to this one address.
  envelope: { from: mail.from.address, to: [mail.to] },
  subject: mail.subject,
  text: mail.text,
  ...(mail.html === null ? {} : { html: mail.html }),
  attachments: mail.attachments.map((one) => ({
    filename: one.fileName,
    contentType: one.mediaType,
    content: Buffer.from(one.bytes),
    // Text would be quoted-printable otherwise, which may touch the line ends of a fiscal XML.
    contentTransferEncoding: 'base64' as const,
  })),
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});
