import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DocumentRenderer, Refused, RetryLater, type RenderedDocument } from '@traliccio/sdk';
import { sampleDocument } from '@traliccio/sdk/testing';
import { Capabilities } from '../../kernel/capabilities/capabilities.ts';
import type { DocumentService } from './document.service.ts';
import { DocumentPrinting } from './printing.ts';

const SIGNAL = new AbortController().signal;
const documents = {
  get: async (id: number) => sampleDocument({ id }),
  artifacts: async () => [],
} as unknown as DocumentService;
const files = { put: async () => '', get: async () => new Uint8Array() };

function printer(render: (id: number, signal: AbortSignal) => Promise<RenderedDocument>) {
  const capabilities = new Capabilities();
  capabilities.provide('test', DocumentRenderer, {
    render: ({ document }, { signal }) => render(document.id, signal),
  });
  return new DocumentPrinting({ documents, capabilities, files }, 2);
}
const pdf = (fileName = 'a.pdf'): RenderedDocument => ({
  fileName,
  mediaType: 'application/pdf',
  bytes: new Uint8Array([1]),
});

it('no more are rendered at once than there are places, however many ask', async () => {
  let [now, most] = [0, 0];
  const printing = printer(async () => {
    most = Math.max(most, (now += 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    return pdf();
  });
  const asked = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => printing.pdf(i + 1, SIGNAL)));
  assert.equal(most, 2);
  const refused = asked.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 100 - 2 - 40);
  assert.ok(refused.every((one) => one.reason instanceof RetryLater));
});

it('a client that leaves ends the rendering for it', async () => {
  const client = new AbortController();
  let isTold = false;
  const printing = printer(
    (_id, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          isTold = true;
          reject(new RetryLater('gave up'));
        });
        client.abort();
      }),
  );
  await assert.rejects(printing.pdf(1, client.signal), RetryLater);
  assert.equal(isTold, true);
});

it('what a plugin calls the file stays a name', async () => {
  for (const [name, safe] of [
    ['Fattura 12-A 2026-01-01.pdf', 'Fattura_12-A_2026-01-01.pdf'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['a"\r\nSet-Cookie: x=1.pdf', 'a_Set-Cookie_x_1.pdf'],
    ['', '_'],
  ] as const)
    assert.equal((await printer(async () => pdf(name)).pdf(1, SIGNAL)).fileName, safe);
});

it('a document that can not be rendered, or nobody who renders, is said', async () => {
  const refuse = printer(async () => {
    throw new Refused('document_not_renderable', 'no');
  });
  await assert.rejects(refuse.pdf(1, SIGNAL), { code: 'document_not_renderable' });
  const nobody = new DocumentPrinting({ documents, capabilities: new Capabilities(), files });
  await assert.rejects(nobody.pdf(1, SIGNAL), { code: 'capability.missing' });
});
