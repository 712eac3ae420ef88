import { createHash } from 'node:crypto';
import { type DocumentView, RetryLater, type TraliccioError } from '@traliccio/sdk';
import type { Context, Needs } from './context.ts';
import type { Channel, Message } from './message-log.ts';

const WHY = {
  MailTransport: 'no plugin that sends mail is up: enable one that provides MailTransport',
  DocumentRenderer: 'no plugin that renders documents is up: enable one that provides DocumentRenderer',
  SmsGateway: 'no plugin that sends SMS is up: enable one that provides SmsGateway, or switch SMS off',
  fromAddress:
    'mails have no sender: give the issuer an e-mail address, or fill in the setting "fromAddress"',
} as const;

/** Shows in the plugin's health what is missing; returns the error that keeps the delivery waiting for it. */
export function tellMissing({ health }: Needs, channel: Channel, what: keyof typeof WHY): RetryLater {
  health.troubled(channel, WHY[what]);
  return new RetryLater(WHY[what], { afterSeconds: 60 });
}

type Failed = {
  readonly channel: Channel;
  readonly document: DocumentView;
  readonly message: Message;
  readonly error: TraliccioError;
};

/** Somebody has to ask the customer for another address or number. */
export async function tellRefused(
  ctx: Context,
  { channel, document, message, error }: Failed,
): Promise<void> {
  const { id, numberText, customer } = document;
  ctx.log.warn({ documentId: id, channel, reason: error.code }, 'a message was refused');
  await ctx.notices.post({
    key: `${channel}-refused:${id}:${hashOf(message)}`,
    level: 'warning',
    message: {
      it: `Il documento ${numberText} non è arrivato al cliente ${customer.code} (${message.to}): ${error.message}`,
      en: `Document ${numberText} did not reach customer ${customer.code} (${message.to}): ${error.message}`,
    },
  });
}

/** Only a person can find out, and decide whether the customer gets it twice. */
export async function tellUncertain(ctx: Context, { document, message, error }: Failed): Promise<void> {
  const { id, numberText, customer } = document;
  ctx.log.warn({ documentId: id, reason: error.message }, 'nobody knows whether an SMS went out');
  await ctx.notices.post({
    key: `sms-uncertain:${id}:${hashOf(message)}`,
    level: 'warning',
    message: {
      it: `Non si sa se l'SMS per il documento ${numberText} al cliente ${customer.code} (${message.to}) è partito: ${error.message}. Controlla presso il gateway, poi "traliccio outbox retry" lo spedisce di nuovo, "traliccio outbox discard" lo lascia stare.`,
      en: `Nobody knows whether the SMS about document ${numberText} to customer ${customer.code} (${message.to}) went out: ${error.message}. Look at the gateway; then "traliccio outbox retry" sends it again, "traliccio outbox discard" lets it be.`,
    },
  });
}

/** Keys are kept, so there is no address in them. */
const hashOf = ({ to }: Message): string => createHash('sha256').update(to).digest('hex').slice(0, 16);
