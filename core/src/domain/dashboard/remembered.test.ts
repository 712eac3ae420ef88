import { deepEqual, equal, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { remembered } from './remembered.ts';

it('who asks while it is read, or soon after, gets the same answer; about something else another', async () => {
  let reads = 0;
  const read = remembered(async (day: string) => {
    await wait(20);
    return `${day} ${++reads}`;
  });
  deepEqual(await Promise.all([read('a'), read('a')]), ['a 1', 'a 1']);
  equal(await read('a'), 'a 1');
  equal(await read('b'), 'b 2');
});

it('what failed, and what took no time, is read anew', async () => {
  let reads = 0;
  const read = remembered(async () => {
    if (++reads === 1) throw new Error('gone');
    return reads;
  });
  await rejects(read(0), /gone/);
  equal(await read(0), 2);
  await wait(50);
  equal(await read(0), 3);
});
