import {
  type Delivery,
  DocumentRenderer,
  type DocumentView,
  type Mail,
  MailTransport,
  NotFound,
  Refused,
  RetryLater,
  Unknown,
} from '@traliccio/sdk';
import type { Context, DocumentDelivery, Needs } from './context.ts';
import { type Message, noteMessage, openMessages } from './message-log.ts';
import { documentOf } from './recipient.ts';
import { type RevisedMail, revisedMail } from './revise.ts';
import { tellMissing, tellRefused } from './tell.ts';

/**
 * Mails an issued document, one message an address. Each message has a key, hence a Message-ID, of its own, and what
 * went out or was refused is not tried again when the delivery is.
 */
export async function mailDocument(needs: Needs, delivery: DocumentDelivery): Promise<void> {
  const { ctx, health } = needs;
  const { document, customer } = await documentOf(ctx, delivery);
  const recipients = [...new Set(customer.invoiceEmails)];
  if (recipients.length === 0)
    return ctx.log.debug(
      { documentId: document.id },
      'not mailed: the customer has no e-mail address for invoices',
    );
  const transport = ctx.capabilities.find(MailTransport);
  if (!transport) throw tellMissing(needs, 'mail', 'MailTransport');
  const { messages, composed } = await ctx.transaction(async (tx) => ({
    messages: await openMessages(tx, delivery, { channel: 'mail', recipients, now: ctx.clock.now() }),
    composed: await revisedMail({ ctx, tx }, document),
  }));
  if (messages.length === 0) return;
  const mail = await write(needs, { document, composed, delivery });
  health.well('mail');

  const failures: unknown[] = [];
  for (const message of messages) {
    try {
      const { messageId } = await transport.send(
        { ...mail, to: message.to, date: message.writtenAt },
        { key: message.key, signal: delivery.signal },
      );
      await noteMessage(ctx, message, 'sent', { providerId: messageId });
    } catch (error) {
      if (error instanceof Refused) await refuse(ctx, { document, message, error });
      else failures.push(error instanceof Unknown ? await again(ctx, message, error) : error);
    }
  }
  // Those that went out are closed: trying again touches the others only.
  if (failures.length > 0) throw failures[0];
}

async function refuse(
  ctx: Context,
  failed: { document: DocumentView; message: Message; error: Refused },
): Promise<void> {
  await tellRefused(ctx, { channel: 'mail', ...failed });
  await noteMessage(ctx, failed.message, 'refused', { reason: failed.error.message });
}

/** A mail costs nothing, and a second copy has the same Message-ID: rather twice than never (RFC 1047). */
async function again(ctx: Context, message: Message, error: Unknown): Promise<RetryLater> {
  await noteMessage(ctx, message, 'uncertain', { reason: error.message });
  return new RetryLater(`${error.message}; it is sent again with the same Message-ID`, { cause: error });
}

type Writing = {
  readonly document: DocumentView;
  readonly composed: RevisedMail;
  readonly delivery: Delivery;
};

/** The message as every recipient gets it. */
async function write(
  needs: Needs,
  { document, composed, delivery }: Writing,
): Promise<Omit<Mail, 'to' | 'date'>> {
  const { ctx } = needs;
  const renderer = ctx.capabilities.find(DocumentRenderer);
  if (!renderer) throw tellMissing(needs, 'mail', 'DocumentRenderer');
  const address = ctx.settings.fromAddress || document.issuer.email;
  if (!address) throw tellMissing(needs, 'mail', 'fromAddress');
  const artifacts = await ctx.core.documents.artifacts(document.id);
  const logo = await logoOf(ctx, document);
  const pdf = await renderer.render(
    { document, attachments: artifacts, logo },
    { key: delivery.key, signal: delivery.signal },
  );
  if (delivery.signal.aborted) throw new RetryLater('the mail was not sent: the delivery was given up first');
  return {
    from: { name: ctx.settings.fromName || document.issuer.name, address },
    ...composed,
    attachments: [pdf, ...artifacts].map(({ fileName, mediaType, bytes }) => ({
      fileName,
      mediaType,
      bytes,
    })),
  };
}

async function logoOf(ctx: Context, { issuer: { logoFile } }: DocumentView): Promise<Uint8Array | null> {
  if (!logoFile) return null;
  try {
    return await ctx.files.get(logoFile);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    ctx.log.warn({ logoFile }, 'the logo of the issuer is not in the file store');
    return null;
  }
}
