import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { RULES } from './table.ts';

/** The codes of "Elenco controlli" 2.0 with 00327 of 1.9.1, as our research lists them (EI01 to EI04 are no controls). */
const OFFICIAL =
  '00001 00002 00003 00100 00101 00102 00103 00104 00105 00106 00107 00200 00201 00300 00301 00302 00303 00304 00305 00306 ' +
  '00311 00312 00313 00320 00321 00322 00323 00324 00325 00326 00327 00330 00398 00399 00400 00401 00403 00404 00409 00411 ' +
  '00413 00414 00415 00417 00418 00419 00420 00421 00422 00423 00424 00425 00427 00428 00429 00430 00437 00438 00443 00444 ' +
  '00445 00460 00471 00472 00473 00474 00475 00476 00477';

describe('the table of rules', () => {
  it('has every official code, once', () => {
    const codes = RULES.map((r) => r.code);
    assert.deepEqual(
      codes.filter((c) => /^\d/.test(c)),
      OFFICIAL.split(' '),
    );
    assert.equal(new Set(codes).size, codes.length);
  });

  it('says of each rule without a check who checks it, or why nobody can', () => {
    for (const rule of RULES) {
      if (rule.offline === 'no') assert.ok(rule.note !== undefined && rule.check === undefined, rule.code);
      if (rule.offline === 'partly') assert.ok(rule.note !== undefined, rule.code);
    }
  });

  it('is the table of the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const row = (code: string): string | undefined =>
      readme.split('\n').find((l) => l.startsWith(`| ${code} |`));
    for (const rule of RULES)
      assert.equal(
        row(rule.code),
        `| ${rule.code} | ${rule.title} | ${rule.severity} | ${rule.offline} | ${rule.note ?? ''} |`,
      );
  });
});
