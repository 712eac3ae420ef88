import { equal, ok, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Call, DocumentRenderer, Refused } from '@traliccio/sdk';
import { rendererSuite, runSuite, sampleDocument, startPlugin } from '@traliccio/sdk/testing';
import plugin from './index.ts';

const host = await startPlugin(plugin);
const renderer = host.provided(DocumentRenderer) as DocumentRenderer;
const call: Call = { key: 'k', signal: new AbortController().signal };

runSuite(rendererSuite(() => renderer));

describe('the renderer', () => {
  it('names the file by what it is, its number and its date', async () => {
    const name = async (overrides: Parameters<typeof sampleDocument>[0]): Promise<string> =>
      (await renderer.render({ document: sampleDocument(overrides), attachments: [], logo: null }, call))
        .fileName;
    equal(await name({}), 'Fattura 123-A 2026-11-01.pdf');
    equal(await name({ kind: 'credit_note', numberText: '4/NC' }), 'Nota di credito 4-NC 2026-11-01.pdf');
    equal(await name({ number: null }), 'Proforma 123-A 2026-11-01.pdf');
  });

  it('refuses what it cannot draw, says which document it was, and goes on', async () => {
    const broken = sampleDocument({ numberText: '7/A', lines: null as never });
    await rejects(renderer.render({ document: broken, attachments: [], logo: null }, call), (error) => {
      ok(error instanceof Refused);
      ok(error.message.includes('7/A'), error.message);
      return true;
    });
    ok(
      (await renderer.render({ document: sampleDocument(), attachments: [], logo: null }, call)).bytes
        .length > 0,
    );
  });

  it('leaves out a logo that is none', async () => {
    const plain = await renderer.render({ document: sampleDocument(), attachments: [], logo: null }, call);
    for (const logo of [
      new Uint8Array(10),
      Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1'),
      Buffer.from([0xff, 0xd8, 1, 2]),
    ]) {
      const { bytes } = await renderer.render({ document: sampleDocument(), attachments: [], logo }, call);
      ok(Buffer.from(bytes).equals(plain.bytes));
    }
  });

  it('ends its threads with the plugin', async () => {
    await host.stop();
    await rejects(renderer.render({ document: sampleDocument(), attachments: [], logo: null }, call));
  });
});
