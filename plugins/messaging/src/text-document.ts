import {
  type CustomerView,
  type Delivery,
  type DocumentView,
  isMobile,
  parsePhone,
  type PhoneNumber,
  Refused,
  RetryLater,
  SmsGateway,
  Unknown,
} from '@traliccio/sdk';
import type { DocumentDelivery, Needs } from './context.ts';
import { type Message, noteMessage, openMessages } from './message-log.ts';
import { untilDaytime } from './quiet-hours.ts';
import { documentOf } from './recipient.ts';
import { revisedSms } from './revise.ts';
import { tellMissing, tellRefused, tellUncertain } from './tell.ts';

/**
 * Tells of an issued invoice by SMS: one, to the first mobile number for invoices. It costs money, so it goes out at
 * most once: what may have gone out is tried again only when a person asks for it.
 */
export async function textDocument(needs: Needs, delivery: DocumentDelivery): Promise<void> {
  const { ctx, health } = needs;
  if (delivery.data.kind !== 'invoice') return;
  const { document, customer } = await documentOf(ctx, delivery);
  const to = mobileOf(customer);
  if (!to)
    return ctx.log.debug({ documentId: document.id }, 'no SMS: the customer has no mobile for invoices');
  const gateway = ctx.capabilities.find(SmsGateway);
  if (!gateway) throw tellMissing(needs, 'sms', 'SmsGateway');
  health.well('sms');
  const wait = untilDaytime(ctx.clock.now());
  if (wait > 0)
    throw new RetryLater('it is night: the SMS waits for the morning', { afterSeconds: wait / 1000 });

  const { message, text } = await ctx.transaction(async (tx) => {
    const [one] = await openMessages(tx, delivery, {
      channel: 'sms',
      recipients: [to],
      now: ctx.clock.now(),
    });
    return { message: one, text: await revisedSms({ ctx, tx }, document) };
  });
  if (!message) return;
  await send(needs, { gateway, delivery, document, message, sms: { to, text } });
}

/** Contacts are in the order in which they were entered. */
const mobileOf = ({ invoicePhones }: CustomerView): PhoneNumber | undefined =>
  invoicePhones.map(parsePhone).find((number) => number !== undefined && isMobile(number));

type Sending = {
  readonly gateway: SmsGateway;
  readonly delivery: Delivery;
  readonly document: DocumentView;
  readonly message: Message;
  readonly sms: { readonly to: PhoneNumber; readonly text: string };
};

async function send({ ctx }: Needs, sending: Sending): Promise<void> {
  const { gateway, delivery, document, message, sms } = sending;
  const uncertain = async (error: Unknown): Promise<Unknown> => {
    await tellUncertain(ctx, { channel: 'sms', document, message, error });
    await noteMessage(ctx, message, 'uncertain', { reason: error.message });
    return error;
  };
  // An `uncertain` one is here again since a person wants it to be sent: the outbox never repeats it by itself.
  if (message.state === 'sending')
    throw await uncertain(new Unknown('the process that was sending the SMS has ended without a word'));
  await noteMessage(ctx, message, 'sending');
  try {
    const { providerId } = await gateway.send(sms, { key: message.key, signal: delivery.signal });
    await noteMessage(ctx, message, 'sent', { providerId });
  } catch (error) {
    if (error instanceof RetryLater) {
      await noteMessage(ctx, message, 'open', { reason: error.message });
      throw error;
    }
    if (!(error instanceof Refused))
      throw await uncertain(
        error instanceof Unknown
          ? error
          : new Unknown('the gateway failed while it was sending', { cause: error }),
      );
    await tellRefused(ctx, { channel: 'sms', document, message, error });
    await noteMessage(ctx, message, 'refused', { reason: error.message });
  }
}
