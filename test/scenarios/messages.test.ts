import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, it } from 'node:test';
import {
  defineManifest,
  definePlugin,
  DocumentRenderer,
  type PluginContext,
  type PluginDefinition,
  takeSendingTurn,
} from '@traliccio/sdk';
import { Database } from '@traliccio/core/src/kernel/db/database.ts';
import { parseDatabaseUrl } from '@traliccio/core/src/kernel/db/database-url.ts';
import mailSmtp from '../../plugins/mail-smtp/src/index.ts';
import { migrations, TURNS } from '../../plugins/mail-smtp/src/migrations.ts';
import messaging from '../../plugins/messaging/src/index.ts';
import smsHttp from '../../plugins/sms-http/src/index.ts';
import { FakeSmsGateway } from '../fakes/sms/fake-gateway.ts';
import { FakeSmtp } from '../fakes/smtp/fake-smtp.ts';
import { headersOf } from '../fakes/smtp/received.ts';
import { eachDatabase, type OpenDatabase } from '../host/database.ts';
import { openProvider, type Provider } from '../host/provider.ts';

const TO_EACH = ['c1@example.it', 'c2@example.it', 'c3@example.it'];

type Bench = {
  readonly provider: Provider;
  readonly smtp: FakeSmtp;
  readonly sms: FakeSmsGateway;
  /** Bills the month, and delivers what comes of it. */
  bill(): Promise<void>;
  /** Delivers what waits, whenever it is due. */
  deliver(): Promise<void>;
  /** Deliveries of a channel by their state. */
  outbox(channel: 'mail' | 'sms'): Promise<Record<string, number>>;
};

eachDatabase((database, open) => {
  it('each customer hears of his invoice by mail, and by SMS if he has a mobile', async () => {
    const { bill, smtp, sms } = await bench(open);
    await bill();
    deepEqual(recipients(smtp), TO_EACH);
    deepEqual(
      sms.taken.map(({ to, sender }) => [to, sender]),
      [['+393471234567', 'RetiAeree']],
    );
    match(sms.taken[0]?.text ?? '', /^Rete di Prova S\.r\.l\.: fattura n\. .* 36,60 €, scadenza /);
  });

  it('an SMS gateway that is down keeps no mail waiting, and its SMS go out later', async () => {
    const { bill, deliver, smtp, sms, outbox } = await bench(open);
    sms.be('busy');
    await bill();
    deepEqual(
      [smtp.received.length, await outbox('mail'), await outbox('sms')],
      [3, { done: 3 }, { done: 2, ready: 1 }],
    );
    sms.be('well');
    await deliver();
    deepEqual([smtp.received.length, sms.taken.length, await outbox('sms')], [3, 1, { done: 3 }]);
  });

  it('a mail server that greylists keeps no SMS waiting, and each mail goes out once', async () => {
    const { bill, deliver, smtp, sms, outbox } = await bench(open);
    smtp.be('greylists');
    await bill();
    deepEqual([smtp.received.length, sms.taken.length, await outbox('mail')], [0, 1, { ready: 3 }]);
    await deliver();
    deepEqual([recipients(smtp), await outbox('mail')], [TO_EACH, { done: 3 }]);
  });

  it('a mail whose answer got lost comes twice, and is recognised by its identity', async () => {
    const { bill, deliver, smtp, outbox } = await bench(open);
    smtp.be('answer lost');
    await bill();
    equal(smtp.received.length, 3);
    smtp.be('well');
    await deliver();
    equal(smtp.received.length, 6);
    const ids = smtp.received.map(({ raw }) => new Map(headersOf(raw)).get('Message-ID'));
    equal(new Set(ids).size, 3);
    equal(new Set(smtp.received.map(({ raw }) => raw)).size, 3, 'each copy to the byte as the first');
    deepEqual(await outbox('mail'), { done: 3 });
  });

  it('an SMS whose answer got lost is not sent again until a person says so', async () => {
    const { provider, bill, deliver, sms, outbox } = await bench(open);
    sms.be('answer lost');
    await bill();
    await deliver();
    deepEqual([sms.taken.length, await outbox('sms')], [1, { done: 2, uncertain: 1 }]);
    const [notice] = await provider.app.notices.list();
    match(notice?.key ?? '', /^sms-uncertain:/);
    equal(await provider.number("SELECT COUNT(*) FROM messaging_message WHERE state = 'uncertain'"), 1);
    sms.be('well');
    await provider.app.database.sql.run("UPDATE outbox SET state = 'ready' WHERE state = 'uncertain'");
    await deliver();
    deepEqual([sms.taken.length, await outbox('sms')], [2, { done: 3 }]);
  });

  it('what another plugin has to say goes out with it; one that fails keeps messages waiting, and is named', async () => {
    let isBroken = true;
    const { provider, bill, deliver, smtp, sms, outbox } = await bench(open, [
      plugin('news', (ctx) =>
        ctx.filters.on('message.compose', (messages) => {
          if (isBroken) throw new Error('no news today');
          return messages.map((one) => ({ ...one, text: `${one.text} Arriva la fibra!` }));
        }),
      ),
    ]);
    await bill();
    deepEqual([smtp.received.length, sms.taken.length, await outbox('mail')], [0, 0, { ready: 3 }]);
    const [waiting] = await provider.rows("SELECT last_error FROM outbox WHERE state = 'ready'");
    match(String(waiting?.['last_error']), /plugin news, filter message.compose: no news today/);
    isBroken = false;
    await deliver();
    for (const { raw } of smtp.received) match(raw, /Arriva la fibra!/);
    match(sms.taken[0]?.text ?? '', /Arriva la fibra!$/);
  });

  it('limits of an account hold for all processes together', async () => {
    const first = await open();
    const handles = [first.database];
    if (database === 'MySQL') handles.push(await Database.open(parseDatabaseUrl(first.url)));
    after(() => handles[1]?.close());
    const [table] = migrations;
    await first.database.sql.run(table![first.database.dialect]);
    const turns = { table: TURNS, account: 'posta at smtp.example.it', limits: { perMinute: 0, perDay: 25 } };
    const taken = await Promise.allSettled(
      Array.from({ length: 80 }, (_, n) =>
        takeSendingTurn(handles[n % handles.length]!, turns, new AbortController().signal),
      ),
    );
    equal(taken.filter(({ status }) => status === 'fulfilled').length, 25);
    for (const one of taken)
      if (one.status === 'rejected') ok(one.reason.name === 'RetryLater', String(one.reason));
  });
});

const recipients = (smtp: FakeSmtp): string[] =>
  smtp.received.map(({ to }) => to.join()).sort((a, b) => a.localeCompare(b));

/** A provider with three customers, of whom one has a mobile and one a landline. */
async function bench(open: OpenDatabase, more: readonly PluginDefinition[] = []): Promise<Bench> {
  const smtp = await FakeSmtp.start();
  const sms = await FakeSmsGateway.start();
  after(async () => {
    await smtp.stop();
    await sms.stop();
  });
  const provider = await openProvider(open, {
    day: '2026-11-01',
    plugins: [
      renderer,
      withSettings(mailSmtp, { host: '127.0.0.1', port: smtp.port, security: 'none' }),
      withSettings(smsHttp, smsSettings(sms)),
      withSettings(messaging, { sms: true, fromAddress: 'fatture@reti.example' }),
      ...more,
    ],
  });
  const phones = ['347 123 4567', '0432 111222', null];
  for (const [i, phone] of phones.entries()) {
    const email = TO_EACH[i];
    await provider.customer(`C${i + 1}`, { contacts: [{ role: 'billing', email, phone }] });
    await provider.contract(`K${i + 1}`, { customer: `C${i + 1}`, startOn: '2026-11-01' });
  }
  const { relay, database } = provider.app;
  return {
    provider,
    smtp,
    sms,
    async bill() {
      await provider.bill();
      await relay.drain();
    },
    async deliver() {
      await database.sql.run("UPDATE outbox SET next_at = 0 WHERE state = 'ready'");
      await relay.drain();
    },
    async outbox(channel) {
      const rows = await database.sql.all<{ state: string; n: number }>(
        'SELECT state, COUNT(*) AS n FROM outbox WHERE subscriber = ? GROUP BY state ORDER BY state',
        [`messaging/${channel}`],
      );
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    },
  };
}

const smsSettings = (sms: FakeSmsGateway): object => ({
  ...sms.login,
  sender: 'RetiAeree',
  network: 'private',
  gateway: {
    url: `${sms.origin}/rest/api/sms/send`,
    authorization: 'basic',
    format: 'form',
    fields: { from: '{{sender}}', to: '{{digits}}', text: '{{text}}', transactionId: '{{key}}' },
    accepted: { statuses: [200], path: 'sms.0.id' },
  },
});

/** The plugin as if an operator had set it up; what is left out has its default. */
function withSettings(plugin: unknown, settings: object): PluginDefinition {
  const { setup, ...rest } = plugin as PluginDefinition;
  return {
    ...rest,
    setup: (ctx) =>
      setup(Object.create(ctx, { settings: { value: complete(ctx.settings, settings) } }) as typeof ctx),
  };
}

function complete(defaults: object, settings: object): object {
  const merged: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(settings)) {
    const before = merged[name];
    const isGroup = [before, value].every(
      (one) => typeof one === 'object' && one !== null && !Array.isArray(one),
    );
    merged[name] = isGroup ? complete(before as object, value as object) : value;
  }
  return merged;
}

const plugin = (
  id: string,
  setup: (ctx: PluginContext) => void,
  provides: readonly string[] = [],
): PluginDefinition => {
  const label = { it: id, en: id };
  const manifest = {
    id,
    version: '1.0.0',
    sdk: '^1.0.0',
    label,
    description: label,
    edition: 'BASIC',
  } as const;
  return definePlugin(defineManifest({ ...manifest, provides }), { setup }) as PluginDefinition;
};

const renderer = plugin(
  'paper',
  (ctx) =>
    ctx.capabilities.provide(DocumentRenderer, {
      render: async ({ document }) => ({
        fileName: `${document.id}.pdf`,
        mediaType: 'application/pdf',
        bytes: Buffer.from('%PDF'),
      }),
    }),
  ['DocumentRenderer'],
);
