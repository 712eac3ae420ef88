import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { importReference } from './reference.ts';

it('the reference of the imports lists the columns as they are read', async () => {
  const written = await readFile(new URL('../../../../docs/reference/import.md', import.meta.url), 'utf8');
  assert.equal(written, importReference());
});
