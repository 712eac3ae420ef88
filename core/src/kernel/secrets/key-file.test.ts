import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createKeyFile, newKey, readKeyFile, replaceKeyFile } from './key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'traliccio-keys-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const path = (): string => join(folder, `${++files}.key`);
const KEY = Buffer.from(newKey('x').bytes).toString('base64');

function written(text: string, mode = 0o600): string {
  const file = path();
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

describe('the key file', () => {
  it('has the current key first, and comes back as it was written', () => {
    const file = path();
    const [first, second] = [newKey('k1'), newKey('k2')];
    createKeyFile(file, first);
    assert.deepEqual(readKeyFile(file), [first]);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    replaceKeyFile(file, [second, first]);
    assert.deepEqual(readKeyFile(file), [second, first]);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith(`${files}.key`)),
      [`${files}.key`],
    );
  });

  it('is not made again where another process was quicker', () => {
    const file = path();
    const first = newKey('k1');
    createKeyFile(file, first);
    createKeyFile(file, newKey('k1'));
    assert.deepEqual(readKeyFile(file), [first]);
  });

  it('keeps its mode, and a link to it, when keys are changed', () => {
    const file = written(`k1 ${KEY}\n`, 0o400);
    const link = path();
    symlinkSync(file, link);
    replaceKeyFile(link, [newKey('k2')]);
    assert.equal(statSync(file).mode & 0o777, 0o400);
    assert.deepEqual(
      [file, link].map((one) => readKeyFile(one)![0]!.id),
      ['k2', 'k2'],
    );
  });

  it('takes spaces, empty lines and line ends of Windows', () => {
    assert.deepEqual(
      readKeyFile(written(`\r\nk1\t${KEY} \r\n\r\n  k0  ${KEY.slice(0, -1)}\n`))?.map((key) => key.id),
      ['k1', 'k0'],
    );
  });

  it('may be absent', () => assert.equal(readKeyFile(path()), null));

  const repeated = Buffer.alloc(32, 'abcdefgh').toString('base64');
  for (const [what, text, message] of [
    ['empty', '\n', /is empty/],
    ['no key', 'k1\n', /is wrong in line 1/],
    ['a key without an id', KEY, /is wrong in line 1/],
    ['16 bytes', `k1 ${Buffer.alloc(16, KEY).toString('base64')}`, /is wrong in line 1/],
    ['33 bytes', `k2 ${KEY}\nk1 ${Buffer.alloc(33, KEY).toString('base64')}`, /is wrong in line 2/],
    ['no base64', `k1 ${'*'.repeat(44)}`, /is wrong in line 1/],
    ['an id with signs', `k/1 ${KEY}`, /is wrong in line 1/],
    ['zeros', `k1 ${Buffer.alloc(32).toString('base64')}`, /weak key in line 1/],
    ['a repeated pattern', `k1 ${repeated}`, /weak key in line 1/],
    ['an id twice', `k1 ${KEY}\nk1 ${KEY}`, /two keys with the id k1/],
  ] as const)
    it(`is refused with ${what}, and its content is not repeated`, () => {
      assert.throws(
        () => readKeyFile(written(text)),
        (error: Error & { code?: string; field?: string }) => {
          assert.deepEqual([error.code, error.field], ['config.secret_key', 'SECRET_KEY_FILE']);
          assert.match(error.message, message);
          assert.ok(!error.message.includes(KEY.slice(0, 10)));
          return true;
        },
      );
    });

  for (const mode of [0o644, 0o640, 0o620, 0o604, 0o602, 0o666])
    it(`is refused with mode ${mode.toString(8)}`, { skip: process.platform === 'win32' }, () => {
      assert.throws(() => readKeyFile(written(`k1 ${KEY}`, mode)), {
        code: 'config.secret_key',
        message: /is open to others \(mode \d+\): chmod 600/,
      });
    });

  it('is refused when it is a folder, or lies below a file', () => {
    const file = written(`k1 ${KEY}`);
    for (const wrong of [folder, join(file, 'x')])
      assert.throws(() => readKeyFile(wrong), { code: 'config.secret_key', message: /can't be read/ });
  });
});
