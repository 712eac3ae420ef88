import { deepEqual, equal, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DocumentRenderer, type PluginDefinition } from '@traliccio/sdk';
import { sampleDocument, startPlugin } from '@traliccio/sdk/testing';
import { build, removeBuilds } from '../host/built.ts';

async function builtPlugin(workspace: string): Promise<PluginDefinition> {
  const file = pathToFileURL(join(await build(workspace), 'dist/index.js')).href;
  return ((await import(file)) as { default: PluginDefinition }).default;
}

describe('as they are published', { timeout: 300_000 }, () => {
  after(removeBuilds);

  it('the SDK and its testing part load', async () => {
    const dist = join(await build('sdk'), 'dist');
    for (const entry of ['index.js', 'client/index.js', 'testing/index.js'])
      ok(Object.keys((await import(pathToFileURL(join(dist, entry)).href)) as object).length > 5, entry);
  });

  it('fatturapa has its schemas and its thread', async () => {
    const host = await startPlugin(await builtPlugin('plugins/fatturapa'));
    const findings = await host.ask('document.check', [
      sampleDocument({ id: 1 }),
      { ...sampleDocument({ id: 2 }), tipoDocumento: 'TD99' },
    ]);
    deepEqual(
      findings.map(({ ref, code }) => [ref, code]),
      [[2, '00200']],
    );
    await host.stop();
  });

  it('invoice-pdf has its fonts and its thread', async () => {
    const host = await startPlugin(await builtPlugin('plugins/invoice-pdf'));
    const { bytes } = await (host.provided(DocumentRenderer) as DocumentRenderer).render(
      { document: sampleDocument(), attachments: [], logo: null },
      { key: 'k', signal: new AbortController().signal },
    );
    equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-');
    await host.stop();
  });

  for (const workspace of [
    'plugins/accountant',
    'plugins/billing-cadences',
    'plugins/mail-folder',
    'plugins/mail-smtp',
    'plugins/messaging',
    'plugins/sms-folder',
    'plugins/sms-http',
    'examples/plugin-hello',
  ])
    it(`${workspace} starts`, async () => {
      const host = await startPlugin(await builtPlugin(workspace));
      await host.stop();
    });
});
