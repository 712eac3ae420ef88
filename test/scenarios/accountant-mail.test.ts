import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, it } from 'node:test';
import {
  defineManifest,
  definePlugin,
  DocumentRenderer,
  FileReply,
  type OutsideAnswer,
  type PlainDate,
  type PluginDefinition,
} from '@traliccio/sdk';
import { performRun } from '@traliccio/core/src/kernel/jobs/perform-run.ts';
import accountant from '../../plugins/accountant/src/index.ts';
import mailSmtp from '../../plugins/mail-smtp/src/index.ts';
import { FakeSmtp } from '../fakes/smtp/fake-smtp.ts';
import { headersOf } from '../fakes/smtp/received.ts';
import { eachDatabase, type OpenDatabase } from '../host/database.ts';
import { openProvider, type Provider } from '../host/provider.ts';

const SECRET = 'un segreto che nessuno indovina';
const STUDIO = 'studio@example.it';

type Sent = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly address: string;
  readonly attempt: number;
  readonly state: string;
  readonly way: string | null;
  readonly reason: string | null;
  readonly size: number;
  readonly downloads: number;
};
type Bench = {
  readonly p: Provider;
  readonly smtp: FakeSmtp;
  /** Asks a route of the plugin's. */
  readonly ask: (method: string, path: string, request?: object) => Promise<{ items: Sent[] }>;
  /** What whoever has a link is answered. */
  readonly download: (token: string) => Promise<OutsideAnswer | FileReply>;
  /** What the scheduler would have done on a date. */
  readonly daily: (date: PlainDate) => Promise<string | undefined>;
};

/** Two invoices of October, on the first of November; each PDF has so many bytes that can't be packed. */
async function bench(
  open: OpenDatabase,
  { settings = {}, pdfBytes = 1000 }: { settings?: object; pdfBytes?: number } = {},
): Promise<Bench> {
  const smtp = await FakeSmtp.start();
  after(() => smtp.stop());
  const p = await openProvider(open, {
    day: '2026-10-05',
    plugins: [
      renderer(pdfBytes),
      withSettings(mailSmtp, { host: '127.0.0.1', port: smtp.port, security: 'none' }),
      withSettings(accountant, { fromAddress: 'fatture@reti.example', ...settings }),
    ],
  });
  for (const code of ['C1', 'C2']) {
    await p.customer(code);
    await p.contract(`K-${code}`, { startOn: '2026-10-05', customer: code });
  }
  await p.bill();
  p.on('2026-11-01');
  const { app } = p;
  const signal = new AbortController().signal;
  return {
    p,
    smtp,
    async ask(method, path, request = {}) {
      const route = app.pluginRoutes.inside
        .get('accountant')!
        .find((one) => one.method === method && one.path === path)!;
      const actor = { kind: 'operator', name: 'anna@example.it' };
      return (await route.handler(
        { query: {}, params: {}, body: {}, actor, signal, ...request } as never,
        undefined as never,
      )) as {
        items: Sent[];
      };
    },
    download: (token) =>
      app.pluginRoutes.outside.get('accountant')![0]!.handler({
        params: { token },
        query: {},
        headers: {},
        body: new Uint8Array(),
        peer: '192.0.2.7',
        signal,
      }),
    async daily(date) {
      p.on(date);
      const job = app.schedule.jobs().find((one) => one.name === 'accountant.send')!;
      const ended = await performRun(job, {
        ledger: app.ledger,
        log: app.log,
        runJob: app.runInWorker,
        date,
        by: { kind: 'system', name: 'test' },
        again: true,
        confirm: false,
        signal,
      });
      return typeof ended === 'string' ? ended : ended.state;
    },
  };
}

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const states = ({ items }: { items: Sent[] }) =>
  items.map((one) => [one.address, one.attempt, one.state, one.way].join(' '));
const subjects = (smtp: FakeSmtp) => smtp.received.map(({ raw }) => new Map(headersOf(raw)).get('Subject'));

eachDatabase((_name, open) => {
  it('a package goes to each address once as an attachment, and once more when it is asked for again', async () => {
    const { ask, smtp } = await bench(open);
    const body = { ...OCTOBER, addresses: [STUDIO, 'socio@example.it', STUDIO] };
    for (let n = 0; n < 2; n += 1) await ask('POST', '/sendings', { body });
    assert.deepEqual(smtp.received.map(({ to }) => to.join()).sort(), ['socio@example.it', STUDIO]);
    const { raw } = smtp.received.find(({ to }) => to.includes(STUDIO))!;
    assert.match(raw, /filename="?documenti-2026-10-01-2026-10-31\.zip/);
    const attached = /Content-Type: application\/zip[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)![1]!;
    const zip = Buffer.from(attached, 'base64');
    assert.equal(zip.subarray(0, 2).toString(), 'PK');
    const history = await ask('GET', '/sendings');
    assert.deepEqual(states(history).sort(), ['socio@example.it 1 sent mail', `${STUDIO} 1 sent mail`]);
    const first = history.items.find(({ address }) => address === STUDIO)!;
    assert.equal(first.size, zip.length);

    await ask('POST', '/sendings/:id/again', { params: { id: first.id } });
    assert.equal(smtp.received.length, 3);
    const ids = smtp.received.map((one) => new Map(headersOf(one.raw)).get('Message-ID'));
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual(states(await ask('GET', '/sendings')).sort(), [
      'socio@example.it 1 sent mail',
      `${STUDIO} 1 sent mail`,
      `${STUDIO} 2 sent mail`,
    ]);
    await assert.rejects(ask('POST', '/sendings/:id/again', { params: { id: 'f'.repeat(64) } }), {
      code: 'accountant.not_found',
    });
    await assert.rejects(
      ask('POST', '/sendings', { body: { from: '2026-09-01', to: '2026-09-30', addresses: [STUDIO] } }),
      { code: 'accountant.nothing' },
    );
  });

  it('who asks twice at once, or dies in the middle, sends nothing twice and leaves nothing behind', async () => {
    const { ask, smtp, p, daily } = await bench(open);
    const body = { ...OCTOBER, addresses: [STUDIO, 'socio@example.it'] };
    await Promise.all([ask('POST', '/sendings', { body }), ask('POST', '/sendings', { body })]);
    assert.deepEqual(smtp.received.map(({ to }) => to.join()).sort(), ['socio@example.it', STUDIO]);
    const left = async (minutesAgo: number): Promise<void> => {
      const at = p.app.clock.now() - minutesAgo * 60_000;
      await p.app.database.sql.run(
        "UPDATE accountant_sending SET state = 'sending', changed_at = ? WHERE address = ?",
        [at, STUDIO],
      );
    };
    await left(5);
    assert.equal(await daily('2026-11-01'), 'done');
    assert.equal(smtp.received.length, 2);
    await left(20);
    assert.equal(await daily('2026-11-01'), 'done');
    const ids = smtp.received.map((one) => new Map(headersOf(one.raw)).get('Message-ID'));
    // The other end knows the second copy by its identity.
    assert.deepEqual([ids.length, new Set(ids).size], [3, 2]);
    assert.deepEqual([...new Set((await ask('GET', '/sendings')).items.map(({ state }) => state))], ['sent']);
  });

  it('goes out by itself on its day, waits for a server that is down, and is refused for good', async () => {
    const settings = { cadence: 'monthly', day: 5, addresses: [STUDIO, 'socio@example.it'] };
    const { daily, smtp, ask, p } = await bench(open, { settings });
    assert.equal(await daily('2026-11-04'), 'done');
    assert.equal(smtp.received.length, 0);
    smtp.be('busy');
    assert.equal(await daily('2026-11-05'), 'failed');
    assert.deepEqual([...new Set((await ask('GET', '/sendings')).items.map(({ state }) => state))], ['open']);
    smtp.be('well');
    for (const date of ['2026-11-05', '2026-11-05', '2026-11-06'] as const)
      assert.equal(await daily(date), 'done');
    assert.equal(smtp.received.length, 2);
    assert.match(String(subjects(smtp)[0]), /Documenti fiscali dal 01\/10\/2026 al 31\/10\/2026/);
    // Nothing was issued in November.
    assert.equal(await daily('2026-12-05'), 'done');
    smtp.be('knows no mailbox');
    await ask('POST', '/sendings', { body: { ...OCTOBER, kind: 'invoice', addresses: [STUDIO] } });
    const [refused] = (await ask('GET', '/sendings')).items;
    assert.equal(refused?.state, 'refused');
    assert.match(String(refused?.reason), /No such user/);
    const notices = await p.app.notices.list();
    assert.ok(notices.some(({ key }) => key === `refused:${refused!.id}`));
    assert.equal(smtp.received.length, 2);
  });

  it('one that is too large for a mail goes as a link, which ends, and that nobody can make up', async () => {
    const settings = { maxMegabytes: 1, linkBase: 'https://download.example.it/', linkSecret: SECRET };
    const { ask, smtp, download, p } = await bench(open, { settings, pdfBytes: 800_000 });
    await ask('POST', '/sendings', { body: { ...OCTOBER, addresses: [STUDIO] } });
    const text = smtp.received[0]!.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    assert.doesNotMatch(text, /application\/zip/);
    const token = /https:\/\/download\.example\.it\/accountant\/packages\/([\w.-]+)/.exec(text)![1]!;
    assert.match(text, /15\/11\/2026/);

    const bytesOf = async (answer: OutsideAnswer | FileReply): Promise<Buffer> => {
      assert.ok(answer instanceof FileReply);
      const chunks: Uint8Array[] = [];
      for await (const chunk of answer.bytes as AsyncIterable<Uint8Array>) chunks.push(chunk);
      return Buffer.concat(chunks);
    };
    const zip = await bytesOf(await download(token));
    const [sent] = (await ask('GET', '/sendings')).items;
    assert.deepEqual([sent?.way, sent?.size, sent?.downloads], ['link', zip.length, 1]);
    const [row] = await p.rows('SELECT sha256 FROM accountant_sending');
    assert.equal(createHash('sha256').update(zip).digest('hex'), row?.['sha256']);

    const statusOf = async (of: string): Promise<number> => {
      const answer = await download(of);
      return answer instanceof FileReply ? 200 : answer.status;
    };
    const [id, until, mac] = token.split('.');
    for (const forged of [
      `${id}.${Number(until) + 1}.${mac}`,
      `${'0'.repeat(64)}.${until}.${mac}`,
      `${id}.${until}.${'A'.repeat(43)}`,
      'x',
    ])
      assert.equal(await statusOf(forged), 404, forged);
    p.on('2026-11-14');
    assert.equal(await statusOf(token), 200);
    p.on('2026-11-16');
    assert.equal(await statusOf(token), 410);
    assert.equal(await p.number('SELECT COUNT(*) FROM accountant_download'), 2);
  });

  it('one that is too large, and has nowhere to go, is refused with what to do', async () => {
    const { ask, smtp } = await bench(open, { settings: { maxMegabytes: 1 }, pdfBytes: 800_000 });
    const { items } = await ask('POST', '/sendings', { body: { ...OCTOBER, addresses: [STUDIO] } });
    assert.equal(items[0]?.state, 'refused');
    assert.match(String(items[0]?.reason), /2 MB, more than the 1 .* "linkBase" and "linkSecret"/);
    assert.equal(smtp.received.length, 0);
  });
});

/** The plugin as if an operator had set it up; what is left out has its default. */
function withSettings(plugin: unknown, settings: object): PluginDefinition {
  const { setup, ...rest } = plugin as PluginDefinition;
  return {
    ...rest,
    setup: (ctx) =>
      setup(Object.create(ctx, { settings: { value: { ...ctx.settings, ...settings } } }) as typeof ctx),
  };
}

/** PDFs of a size, the same each time. */
function renderer(size: number): PluginDefinition {
  const label = { it: 'Carta', en: 'Paper' };
  const manifest = defineManifest({
    id: 'paper',
    version: '1.0.0',
    sdk: '^1.0.0',
    label,
    description: label,
    edition: 'BASIC',
    provides: ['DocumentRenderer'],
  });
  return definePlugin(manifest, {
    setup: (ctx) =>
      ctx.capabilities.provide(DocumentRenderer, {
        render: async ({ document }) => ({
          fileName: `${document.id}.pdf`,
          mediaType: 'application/pdf',
          bytes: noise(String(document.id), size),
        }),
      }),
  }) as PluginDefinition;
}

function noise(seed: string, size: number): Uint8Array {
  const blocks: Buffer[] = [];
  for (let block = createHash('sha256').update(seed).digest(); blocks.length * 32 < size;) {
    blocks.push(block);
    block = createHash('sha256').update(block).digest();
  }
  return Buffer.concat(blocks).subarray(0, size);
}
