/**
 * Mistakes that the compiler catches. This file is checked by `npm run typecheck`, and fails it when a line that is
 * marked as wrong compiles. It never runs.
 */
import {
  addDays,
  type Cents,
  definePlugin,
  defineManifest,
  DocumentRenderer,
  type Finding,
  type Instant,
  MailTransport,
  type PlainDate,
  type PluginContext,
  type PluginMigration,
  type Sql,
  Type,
} from '../index.ts';

const manifest = defineManifest({
  id: 'wrong',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'x', en: 'x' },
  description: { it: 'x', en: 'x' },
  edition: 'BASIC',
  settings: Type.Object({ days: Type.Integer({ default: 1 }), name: Type.String({ default: '' }) }),
});

export async function events(ctx: PluginContext, sql: Sql): Promise<void> {
  // @ts-expect-error an event without the transaction that makes it so
  await ctx.events.emit('customer.created', 'customer:1', { customerId: 1 });
  // @ts-expect-error nor is a plain connection a transaction
  await ctx.events.emit(sql, 'customer.created', 'customer:1', { customerId: 1 });
  await ctx.transaction(async (tx) => {
    await ctx.events.emit(tx, 'customer.created', 'customer:1', { customerId: 1 });
    // @ts-expect-error an event that nobody declared
    await ctx.events.emit(tx, 'customer.creted', 'customer:1', { customerId: 1 });
    // @ts-expect-error another event's payload
    await ctx.events.emit(tx, 'customer.created', 'customer:1', { contractId: 1 });
    // @ts-expect-error a date that is any text
    await ctx.events.emit(tx, 'contract.activated', 'contract:1', { contractId: 1, on: 'tomorrow' });
  });
  // @ts-expect-error a subscription that doesn't say what becomes of events while the plugin is disabled
  ctx.events.on('document.issued', {}, async () => {});
  ctx.events.on('document.issued', { whileDisabled: 'skip' }, async ({ data }) => {
    // @ts-expect-error this event has no contract
    ctx.log.info({ contract: data.contractId }, 'issued');
  });
}

export function filters(ctx: PluginContext): void {
  // @ts-expect-error plugins don't invent filters
  ctx.filters.on('document.chek', () => []);
  // @ts-expect-error a finding without the document that it is about
  ctx.filters.on('document.check', (): Finding[] => []);
  // @ts-expect-error findings where charges are asked for
  ctx.filters.on('billing.charges', () => [{ ref: 1, code: 'X', severity: 'error', path: '', message: '' }]);
  ctx.filters.on('document.check', (batch) => {
    // @ts-expect-error the batch is not the plugin's to change
    batch[0] = batch[1];
    // @ts-expect-error nor is a document
    for (const document of batch) document.total = 0;
    return [];
  });
}

export function capabilities(ctx: PluginContext): void {
  // @ts-expect-error a provider that lacks the method
  ctx.capabilities.provide(MailTransport, {});
  // @ts-expect-error one that answers something else
  ctx.capabilities.provide(MailTransport, { send: async () => 'sent' });
  // @ts-expect-error one of another capability
  ctx.capabilities.provide(DocumentRenderer, { send: async () => ({ messageId: '<a@b>' }) });
  // @ts-expect-error there may be nobody who provides it
  void ctx.capabilities.find(MailTransport).send;
}

export const settings = definePlugin(manifest, {
  setup(ctx) {
    const days: number = ctx.settings.days;
    // @ts-expect-error the setting is a number
    const name: string = ctx.settings.days;
    // @ts-expect-error no such setting
    const hours: number = ctx.settings.hours;
    // @ts-expect-error settings are changed by operators, not by plugins
    ctx.settings = { days, name };
    return void hours;
  },
});

export async function core(ctx: PluginContext, sql: Sql): Promise<void> {
  // @ts-expect-error a counter is taken in a transaction
  await ctx.core.counters.take(sql, { issuerId: 1, name: 'sdi-file' }, 1);
  // @ts-expect-error a value that no database column takes
  await sql.run('UPDATE wrong_x SET y = ?', [true]);
  // @ts-expect-error nor a Date: instants are integers and dates are text
  await sql.run('UPDATE wrong_x SET y = ?', [new Date(0)]);
}

export function dates(text: string, instant: Instant): void {
  // @ts-expect-error any text where a date is wanted: read it with parseDate
  addDays(text, 1);
  // @ts-expect-error an instant where a date is wanted: which date depends on the time zone
  addDays(instant, 1);
  // @ts-expect-error a date is no number
  const cents: Cents = '2026-11-24' satisfies PlainDate;
  return void cents;
}

// @ts-expect-error a manifest without its labels
defineManifest({ id: 'wrong', version: '1.0.0', sdk: '^1.0.0', edition: 'BASIC' });
// @ts-expect-error an edition that doesn't exist
defineManifest({ ...manifest, edition: 'ULTRA' });
// @ts-expect-error a migration for one database only
export const migration: PluginMigration = { name: '001_x', sqlite: 'DROP TABLE wrong_x' };
