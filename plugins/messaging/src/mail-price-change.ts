import { type Delivery, MailTransport, NotFound, Refused } from '@traliccio/sdk';
import type { Context, Needs } from './context.ts';
import { tellMissing } from './tell.ts';

type PriceChange = Delivery<'contract.price-change-announced'>;

/**
 * Mails a customer that a contract gets another price, and records that he was told when it has gone out. Who has no
 * address, or is reached too late, stays with the operators, who see in the price change whom nobody has told. A
 * delivery that is tried again sends the same messages with the same Message-IDs.
 */
export async function mailPriceChange(needs: Needs, delivery: PriceChange): Promise<void> {
  const { ctx, health } = needs;
  const { changeId, contractId, contractCode, customerId, issuerId, tellBy } = delivery.data;
  const [customer] = await ctx.core.customers.views([customerId]);
  if (!customer) throw new NotFound('customer_not_found', `there is no customer ${customerId} to tell`);
  const recipients = [...new Set(customer.invoiceEmails)];
  if (recipients.length === 0) return;
  if (ctx.clock.today() > tellBy) return tellLate(ctx, delivery);
  const transport = ctx.capabilities.find(MailTransport);
  if (!transport) throw tellMissing(needs, 'mail', 'MailTransport');
  const issuer = await ctx.core.issuers.view(issuerId);
  const address = ctx.settings.fromAddress || issuer.email;
  if (!address) throw tellMissing(needs, 'mail', 'fromAddress');
  health.well('mail');

  const { oneLine } = await import('./compose.ts');
  const { composePriceChange } = await import('./compose-price-change.ts');
  const written = composePriceChange(customer.language, {
    ...delivery.data,
    customer: customer.name,
    issuer: issuer.name,
    contacts: [issuer.phone, issuer.email].filter(Boolean).join(', '),
  });
  const draft = { template: 'mail.price_change', ...written };
  const [revised = draft] = await ctx.transaction((tx) =>
    ctx.filters.ask(tx, 'message.compose', [{ id: 1, customerId, ...draft }]),
  );
  const mail = {
    from: { name: ctx.settings.fromName || issuer.name, address },
    subject: oneLine(revised.subject),
    text: revised.text,
    html: revised.html,
    attachments: [],
    date: ctx.clock.now(),
  };
  let refusal: Refused | undefined;
  let sent = 0;
  for (const to of recipients)
    try {
      await transport.send({ ...mail, to }, { key: `${delivery.key}:${to}`, signal: delivery.signal });
      sent++;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusal = error;
    }
  if (sent > 0)
    await ctx.transaction((tx) =>
      ctx.core.priceChanges.told(tx, { changeId, contractId, on: ctx.clock.today() }),
    );
  else
    await ctx.notices.post({
      key: `price-change-refused:${changeId}:${contractId}`,
      level: 'warning',
      message: {
        it: `La modifica di prezzo non è arrivata al cliente ${customer.code} (contratto ${contractCode}): ${refusal?.message ?? ''}. Avvisalo per lettera.`,
        en: `The price change did not reach customer ${customer.code} (contract ${contractCode}): ${refusal?.message ?? ''}. Tell him by letter.`,
      },
    });
}

function tellLate(
  ctx: Context,
  { data: { changeId, contractId, contractCode } }: PriceChange,
): Promise<void> {
  return ctx.notices.post({
    key: `price-change-late:${changeId}:${contractId}`,
    level: 'warning',
    message: {
      it: `La modifica di prezzo del contratto ${contractCode} non è stata comunicata in tempo: il prezzo resta quello di prima.`,
      en: `The price change of contract ${contractCode} was not told in time: its price stays as it was.`,
    },
  });
}
