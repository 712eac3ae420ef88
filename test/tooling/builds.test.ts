import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { DocumentRenderer, type PluginDefinition } from '@traliccio/sdk';
import { sampleDocument, startPlugin } from '@traliccio/sdk/testing';

// Below node_modules, so that what is built finds its packages, and Node takes no TypeScript from there.
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache', `builds-${process.pid}`);
const run = promisify(execFile);

/** Runs the build script of a package as publishing would, but for the type declarations, which take ten times as long. */
async function build(workspace: string): Promise<string> {
  const copy = join(folder, workspace);
  await cp(join(root, workspace), copy, {
    recursive: true,
    filter: (path) => !/[/\\](dist|node_modules)$/.test(path.slice(root.length)),
  });
  const { scripts } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')) as {
    scripts: { build: string };
  };
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
  };
  await run(scripts.build.replace(' --dts', ''), { cwd: copy, env, shell: true });
  return join(copy, 'dist');
}
async function builtPlugin(workspace: string): Promise<PluginDefinition> {
  const file = pathToFileURL(join(await build(workspace), 'index.js')).href;
  return ((await import(file)) as { default: PluginDefinition }).default;
}

describe('as they are published', { timeout: 300_000 }, () => {
  before(() => mkdir(folder, { recursive: true }));
  after(() => rm(folder, { recursive: true, force: true }));

  it('the SDK and its testing part load', async () => {
    const dist = await build('sdk');
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
