import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';

const source = fileURLToPath(new URL('..', import.meta.url));
type Words = { readonly [key: string]: string | Words };
const words = (language: string): Words =>
  JSON.parse(readFileSync(`${source}/i18n/${language}.json`, 'utf8')) as Words;
const keysOf = (all: Words, path = ''): string[] =>
  Object.entries(all).flatMap(([key, value]) =>
    typeof value === 'string' ? `${path}${key}` : keysOf(value, `${path}${key}.`),
  );

it('all words are there in both languages', () => {
  assert.deepEqual(keysOf(words('it')).toSorted(), keysOf(words('en')).toSorted());
});

it('every page has its title', () => {
  const titles = globSync(`${source}/pages/*/routes.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/title: '([\w.]+)'/g)].map(([, title]) => title!),
  );
  assert.ok(titles.length > 30);
  const known = new Set(keysOf(words('it')));
  assert.deepEqual(
    titles.filter((title) => !known.has(title)),
    [],
  );
});
