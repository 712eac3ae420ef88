import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canLink, linkAddress, linkToken, readToken } from './link.ts';

const SECRET = 'una chiave che nessuno indovina';
const linked = { id: 'a'.repeat(64), until: 1_800_000_000_000 };

describe('the token of a link', () => {
  it('says what it was made for, and fits into an address', () => {
    const token = linkToken(SECRET, linked);
    deepEqual(readToken(SECRET, token), linked);
    equal(encodeURIComponent(token), token);
    equal(linkAddress('https://x.example/', token), `https://x.example/accountant/packages/${token}`);
  });

  it('is nothing with another secret, or changed in any place', () => {
    const token = linkToken(SECRET, linked);
    equal(readToken(`${SECRET}.`, token), undefined);
    // The last character holds two bits that mean nothing; it is compared all the same.
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('0', 'b', '.', '-', 'Z'), (at, character) => {
        fc.pre(token[at] !== character);
        equal(readToken(SECRET, token.slice(0, at) + character + token.slice(at + 1)), undefined);
      }),
    );
    for (const other of ['', '.', token.slice(0, -1), `${token}x`, '../../etc/passwd'])
      equal(readToken(SECRET, other), undefined);
  });

  it('is made only where there is an address, and a secret worth the name', () => {
    equal(canLink({ linkBase: 'https://x.example', linkSecret: SECRET }), true);
    equal(canLink({ linkBase: '', linkSecret: SECRET }), false);
    equal(canLink({ linkBase: 'https://x.example', linkSecret: 'short' }), false);
  });
});
