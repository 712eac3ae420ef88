import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { sortName } from '../kernel/http/list-paths.ts';
import { listRoutes, lists } from './list-routes.ts';

const REFERENCE = readFileSync(new URL('../../../docs/reference/lists.md', import.meta.url), 'utf8');

it('docs/reference/lists.md names every list with its filters and orders', () => {
  const routes = listRoutes({} as Parameters<typeof listRoutes>[0]);
  for (const [i, { definition }] of lists.entries()) {
    const path = routes[i]?.path;
    const row = REFERENCE.split('\n').find((line) => line.startsWith(`| \`${path}\` |`));
    assert.ok(row !== undefined, `${path} is not in it`);
    const named = [...row.matchAll(/`([A-Za-z]+)(?:=true)?`/g)].map((match) => match[1]);
    const orders = definition.paths.filter((one) => !one.few).map((one) => sortName(one.sort));
    const missing = [...Object.keys(definition.filters), ...orders].filter((name) => !named.includes(name));
    assert.deepEqual([path, missing], [path, []]);
    const known = [...Object.keys(definition.filters), ...Object.keys(definition.sorts)];
    assert.deepEqual([path, named.filter((name) => !known.includes(name as string))], [path, []]);
  }
});
