import { createHash } from 'node:crypto';
import { type DocumentView, type Refused, RetryLater } from '@traliccio/sdk';
import type { Context } from './mail-document.ts';
import type { Message } from './message-log.ts';

const WHY = {
  MailTransport: 'no plugin that sends mail is up: enable one that provides MailTransport',
  DocumentRenderer: 'no plugin that renders documents is up: enable one that provides DocumentRenderer',
  fromAddress:
    'mails have no sender: give the issuer an e-mail address, or fill in the setting "fromAddress"',
} as const;

/** Shows in the plugin's health what is missing; returns the error that keeps the delivery waiting for it. */
export function tellMissing(ctx: Context, what: keyof typeof WHY): RetryLater {
  ctx.health.set('degraded', WHY[what]);
  return new RetryLater(WHY[what], { afterSeconds: 60 });
}

/** Somebody has to ask the customer for another address. The key has no address in it: keys are kept. */
export async function tellRefused(
  ctx: Context,
  document: DocumentView,
  { address }: Message,
  error: Refused,
): Promise<void> {
  const hash = createHash('sha256').update(address).digest('hex').slice(0, 16);
  const { id, numberText, customer } = document;
  ctx.log.warn({ documentId: id, reason: error.code }, 'a mail was refused');
  await ctx.notices.post({
    key: `mail-refused:${id}:${hash}`,
    level: 'warning',
    message: {
      it: `Il documento ${numberText} non è arrivato al cliente ${customer.code} (${address}): ${error.message}`,
      en: `Document ${numberText} did not reach customer ${customer.code} (${address}): ${error.message}`,
    },
  });
}
