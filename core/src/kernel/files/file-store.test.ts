import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileStore } from './file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'traliccio-files-'));
after(() => rmSync(folder, { recursive: true }));
const files = fileStore(folder);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

describe('the file store', () => {
  it('gives back what was stored, under the hash of its content', async () => {
    assert.equal(await files.put(bytes('hello')), HELLO);
    assert.deepEqual(new Uint8Array(await files.get(HELLO)), bytes('hello'));
  });

  it('keeps the same content once, also when it is stored many times at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => files.put(bytes('twin'))));
    const key = await files.put(bytes('twin'));
    assert.deepEqual(readdirSync(join(folder, key.slice(0, 2))), [key]);
  });

  it('says when there is no such file', async () => {
    await assert.rejects(files.get('0'.repeat(64)), { code: 'file.not_found' });
    await assert.rejects(files.get('../../etc/passwd'), { code: 'file.not_found' });
  });

  it('never gives back a file that was changed', async () => {
    const key = await files.put(bytes('original'));
    writeFileSync(join(folder, key.slice(0, 2), key), 'forged');
    await assert.rejects(files.get(key), { code: 'file.damaged' });
  });
});
