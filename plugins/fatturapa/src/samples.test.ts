import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkFile } from './check-file.ts';

/** Invoices written for this project; the name of an invalid one begins with the code that it must raise. */
const SAMPLES = new URL('../test-data/samples/', import.meta.url);
const check = (path: string) =>
  checkFile(readFileSync(new URL(path, SAMPLES)), {
    name: 'IT99999999990_00001.xml',
    received: '2026-11-24',
  });

describe('sample invoices', () => {
  for (const name of readdirSync(new URL('valid/', SAMPLES)))
    it(`${name} passes`, () => {
      assert.deepEqual(
        check(`valid/${name}`).filter((f) => f.severity === 'error'),
        [],
      );
    });

  for (const name of readdirSync(new URL('invalid/', SAMPLES)).filter((n) => /^\d/.test(n)))
    it(`${name} is refused with that code`, () => {
      const codes = check(`invalid/${name}`)
        .filter((f) => f.severity === 'error')
        .map((f) => f.code);
      assert.ok(codes.includes(name.slice(0, 5)), codes.join());
      // The sample repeats its wrong VAT number as tax code; the others break one rule each.
      assert.deepEqual(
        codes.filter((c) => c !== name.slice(0, 5)),
        name.startsWith('00305') ? ['00306'] : [],
      );
    });

  it('a VAT amount within the tolerance of 00421 passes, and its total is pointed out', () => {
    assert.deepEqual(
      check('invalid/W00421_entro_tolleranza.xml').map((f) => [f.code, f.severity]),
      [['W001', 'warning']],
    );
  });
});
