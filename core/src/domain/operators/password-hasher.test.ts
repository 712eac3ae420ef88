import { equal, notEqual, ok, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { RetryLater } from '@traliccio/sdk';
import { PasswordHasher } from './password-hasher.ts';

const CHEAP = 4;

it('a hash has cost 12 and a salt of its own', async () => {
  const hasher = new PasswordHasher();
  const [one, two] = await Promise.all([hasher.hash('dodici gru storte'), hasher.hash('dodici gru storte')]);
  ok(one.startsWith('$2b$12$') && one.length === 60);
  notEqual(one, two);
  equal(await hasher.verify('dodici gru storte', one), true);
});

it('passwords that differ behind byte 72, or behind a zero, are different passwords', async () => {
  const hasher = new PasswordHasher(CHEAP);
  const pairs = [
    ['a'.repeat(71) + 'bX', 'a'.repeat(71) + 'bY'],
    ['a'.repeat(72), 'a'.repeat(73)],
    ['a'.repeat(72) + 'X', 'a'.repeat(72) + 'Y'],
    ['è'.repeat(36), 'è'.repeat(36) + 'x'],
    ['日本語'.repeat(8) + '日', '日本語'.repeat(8) + '本'],
    ['🗼'.repeat(18) + 'a', '🗼'.repeat(18) + 'b'],
    ['segreto\0uno', 'segreto\0due'],
    ['segreto', 'segreto\0'],
    ['segreto ', 'segreto'],
    ['Segreto', 'segreto'],
    ['\ufffd', '\ud83d'],
  ] as const;
  for (const [one, other] of pairs) {
    const hash = await hasher.hash(one);
    equal(await hasher.verify(other, hash), false, JSON.stringify([one, other]));
    if (one.isWellFormed()) equal(await hasher.verify(one, hash), true, JSON.stringify(one));
  }
});

it('letters typed as one sign or as two are the same password', async () => {
  const hasher = new PasswordHasher(CHEAP);
  equal(await hasher.verify('perche\u0301 no', await hasher.hash('perch\u00e9 no')), true);
});

it('without a hash nothing fits, and it takes as long', async () => {
  const hasher = new PasswordHasher(9);
  const hash = await hasher.hash('dodici gru storte');
  const [known, unknown] = [[] as number[], [] as number[]];
  for (let i = 0; i < 15; i++)
    for (const [times, of] of [
      [known, hash],
      [unknown, null],
    ] as const) {
      const start = performance.now();
      equal(await hasher.verify('sbagliata', of), false);
      times.push(performance.now() - start);
    }
  const ratio = median(unknown) / median(known);
  ok(ratio > 0.8 && ratio < 1.25, `took ${ratio} times as long`);
});

it('only so many wait, and the others are told to come again', async () => {
  const hasher = new PasswordHasher(CHEAP);
  const all = Array.from({ length: 60 }, () => hasher.hash('dodici gru storte'));
  const ended = await Promise.allSettled(all);
  equal(ended.filter((one) => one.status === 'fulfilled').length, 42);
  ok(ended.every((one) => one.status === 'fulfilled' || one.reason instanceof RetryLater));
  hasher.refuseWhenFull();
  await rejects(Promise.all(Array.from({ length: 60 }, () => hasher.verify('x', null))), {
    code: 'retry_later',
    afterSeconds: 5,
  });
});

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] as number;
