import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkDocuments } from './check-documents.ts';
import { documentOf } from './testing/documents.ts';
import { validateXsd } from './xsd.ts';

const schema = {
  stop: async () => undefined,
  validate: async (files: readonly string[]) => files.map((xml) => validateXsd(Buffer.from(xml))),
};
const withFile = (bytes: number, name = 'dettaglio.zip') =>
  documentOf({
    lines: [{ description: 'Canone', price: 1000 }],
    attachments: [{ name, format: 'zip', description: null, bytes: new Uint8Array(bytes) }],
  });

it('a file of 5 MB is taken, one byte more is refused before there is a number', async () => {
  const whole = 3_747_000;
  assert.deepEqual(await checkDocuments([withFile(whole)], '2026-11-01', schema), []);
  const [finding, ...others] = await checkDocuments([withFile(3_751_000)], '2026-11-01', schema);
  assert.deepEqual(
    [finding?.code, finding?.severity, finding?.path, others],
    ['00003', 'error', 'Allegati', []],
  );
  assert.match(finding?.message ?? '', /500\d{4} byte.*5000000/);
});

it('a name that has no room is refused, not cut', async () => {
  const findings = await checkDocuments([withFile(3, `${'x'.repeat(60)}.zip`)], '2026-11-01', schema);
  assert.deepEqual(
    findings.map((f) => [f.code, f.path]),
    [['00200', 'Allegati[1]/NomeAttachment']],
  );
});
