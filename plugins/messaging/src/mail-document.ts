import {
  type Delivery,
  DocumentRenderer,
  type DocumentView,
  type Mail,
  MailTransport,
  NotFound,
  type PluginContext,
  Refused,
  RetryLater,
} from '@traliccio/sdk';
import { compose } from './compose.ts';
import type manifest from './manifest.ts';
import { closeMessage, type Message, openMessages } from './message-log.ts';
import { tellMissing, tellRefused } from './tell.ts';

export type Context = PluginContext<NonNullable<typeof manifest.settings>>;

/**
 * Mails an issued document, one message an address. Each message has a key, hence a Message-ID, of its own, and what
 * went out or was refused is not tried again when the delivery is.
 */
export async function mailDocument(ctx: Context, delivery: Delivery<'document.issued'>): Promise<void> {
  const { documentId } = delivery.data;
  const [document] = await ctx.core.documents.views([documentId]);
  if (!document) throw new NotFound('document_not_found', `there is no document ${documentId} to mail`);
  const [customer = document.customer] = await ctx.core.customers.views([document.customer.id]);
  const addresses = [...new Set(customer.invoiceEmails)];
  if (addresses.length === 0)
    return ctx.log.debug({ documentId }, 'not mailed: the customer has no e-mail address for invoices');

  const transport = ctx.capabilities.find(MailTransport);
  if (!transport) throw tellMissing(ctx, 'MailTransport');
  const messages = await openMessages(ctx, delivery, addresses);
  if (messages.length === 0) return;
  const mail = await write(
    ctx,
    { ...document, customer: { ...document.customer, language: customer.language } },
    delivery,
  );
  ctx.health.set('ok');

  const failures: unknown[] = [];
  for (const message of messages) {
    try {
      await transport.send(
        { ...mail, to: message.address, date: message.writtenAt },
        { key: message.key, signal: delivery.signal },
      );
      await closeMessage(ctx, message, 'sent');
    } catch (error) {
      if (error instanceof Refused) await refuse(ctx, document, message, error);
      else failures.push(error);
    }
  }
  // Those that went out are closed: trying again touches the others only.
  if (failures.length > 0) throw failures[0];
}

async function refuse(ctx: Context, document: DocumentView, message: Message, error: Refused): Promise<void> {
  await tellRefused(ctx, document, message, error);
  await closeMessage(ctx, message, 'refused');
}

/** The message as every recipient gets it. */
async function write(
  ctx: Context,
  document: DocumentView,
  delivery: Delivery,
): Promise<Omit<Mail, 'to' | 'date'>> {
  const renderer = ctx.capabilities.find(DocumentRenderer);
  if (!renderer) throw tellMissing(ctx, 'DocumentRenderer');
  const address = ctx.settings.fromAddress || document.issuer.email;
  if (!address) throw tellMissing(ctx, 'fromAddress');
  const artifacts = await ctx.core.documents.artifacts(document.id);
  const logo = await logoOf(ctx, document);
  const pdf = await renderer.render(
    { document, attachments: artifacts, logo },
    { key: delivery.key, signal: delivery.signal },
  );
  if (delivery.signal.aborted) throw new RetryLater('the mail was not sent: the delivery was given up first');
  return {
    from: { name: ctx.settings.fromName || document.issuer.name, address },
    ...compose(document),
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
