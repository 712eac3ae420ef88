import type { Mail, MailIdentity } from '@traliccio/sdk';
import type { SendMailOptions } from 'nodemailer';

/** The message as it would go over the wire: RFC 5322 with CRLF. The same arguments give the same bytes. */
export async function composeMessage(
  mail: Mail,
  identity: Pick<MailIdentity, 'messageId' | 'boundary'>,
): Promise<Uint8Array> {
  const options: SendMailOptions & { baseBoundary: string } = {
    messageId: identity.messageId,
    // Random by default.
    baseBoundary: identity.boundary,
    date: new Date(mail.date),
    from: { name: mail.from.name, address: mail.from.address },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === null ? {} : { html: mail.html }),
    attachments: mail.attachments.map((one) => ({
      filename: one.fileName,
      contentType: one.mediaType,
      content: Buffer.from(one.bytes),
      // Text would be quoted-printable otherwise, which may touch the line ends of a fiscal XML.
      contentTransferEncoding: 'base64',
    })),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
  const { message } = await (await composer()).sendMail(options);
  return message as Buffer;
}

/** Loaded with the first mail. */
async function composer() {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
