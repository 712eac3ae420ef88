import type { PlainDate, PluginContext } from '@traliccio/sdk';

type Context = Pick<PluginContext, 'core' | 'log' | 'sql' | 'transaction'>;

/** Events come at least once: a second time changes nothing here, since a document has one row. */
export async function count(
  ctx: Context,
  { documentId, customerId }: { readonly documentId: number; readonly customerId: number },
): Promise<void> {
  const [document] = await ctx.core.documents.views([documentId]);
  if (!document) return;
  const columns = ['document_id', 'day', 'customer_id'];
  const row = [documentId, document.date, customerId];
  await ctx.transaction((tx) =>
    tx.upsert('hello_document', columns, [row], { key: ['document_id'], update: ['day', 'customer_id'] }),
  );
  ctx.log.info({ day: document.date, documents: await issuedOn(ctx, document.date) }, 'hello, document');
}

export async function issuedOn(ctx: Pick<Context, 'sql'>, day: PlainDate): Promise<number> {
  const rows = await ctx.sql.all<{ documents: number }>(
    'SELECT COUNT(*) AS documents FROM hello_document WHERE day = ?',
    [day],
  );
  return rows[0]?.documents ?? 0;
}
