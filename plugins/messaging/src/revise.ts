import { type ComposedMessage, type DocumentView, plainSms, type Tx } from '@traliccio/sdk';
import type { Context } from './context.ts';

export type RevisedMail = Pick<ComposedMessage, 'subject' | 'text' | 'html'>;
type Asking = { readonly ctx: Pick<Context, 'filters'>; readonly tx: Tx };
type Draft = RevisedMail & Pick<ComposedMessage, 'template'>;

/** The mail that goes with a document, as the other plugins leave it. */
export async function revisedMail(asking: Asking, document: DocumentView): Promise<RevisedMail> {
  const { compose, oneLine } = await templates();
  const draft = { template: `mail.${document.kind}`, ...compose(document) };
  const { subject, text, html } = await revised(asking, document, draft);
  return { subject: oneLine(subject), text, html };
}

/** The SMS about an invoice, as the other plugins leave it. */
export async function revisedSms(asking: Asking, document: DocumentView): Promise<string> {
  const { composeSms, oneLine } = await templates();
  const draft = { template: 'sms.invoice', subject: '', text: composeSms(document), html: null };
  return plainSms(oneLine((await revised(asking, document, draft)).text));
}

/** Read with the first message, not with each start. */
const templates = () => import('./compose.ts');

async function revised({ ctx, tx }: Asking, { customer }: DocumentView, draft: Draft): Promise<RevisedMail> {
  const batch = [{ id: 1, customerId: customer.id, ...draft }];
  const [answer = draft] = await ctx.filters.ask(tx, 'message.compose', batch);
  return answer;
}
