import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileNameOf, isFileName, progressivoInvio } from './file-name.ts';
import { ISSUER, SOLE_TRADER } from './testing/documents.ts';

describe('file names', () => {
  it('count in base 36, five characters', () => {
    assert.deepEqual([0, 1, 35, 36, 60_466_175].map(progressivoInvio), [
      '00000',
      '00001',
      '0000Z',
      '00010',
      'ZZZZZ',
    ]);
  });

  it('are never reused when they run out', () => {
    assert.throws(() => progressivoInvio(60_466_176), { code: 'sdi_file_names_exhausted' });
  });

  it('carry the transmitter', () => {
    assert.equal(fileNameOf(ISSUER, '0000Z'), 'IT99999999990_0000Z.xml');
    assert.equal(isFileName(fileNameOf(SOLE_TRADER, '00001')), true);
  });

  it('follow the pattern of SDI', () => {
    for (const name of [
      'IT99999999990_1.xml',
      'ITRSSMRA80A01H501U_ab1Z9.xml.p7m',
      'DE12_00001.zip',
      'FRabcdefghijklmnopqrstuvwxyz12_00001.xml',
    ])
      assert.equal(isFileName(name), true, name);
    for (const name of [
      'IT9999999999_00001.xml',
      'IT99999999990123456_00001.xml',
      'IT99999999990_000001.xml',
      'IT99999999990_.xml',
      'IT99999999990-00001.xml',
      'IT99999999990_00001.pdf',
      'it99999999990_00001.xml',
      'IT99999999990_00001.xml.xml',
      'v01__IT99999999990_00001.xml',
      'DE1_00001.xml',
      '',
    ])
      assert.equal(isFileName(name), false, name);
  });
});
