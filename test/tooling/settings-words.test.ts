import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Manifest } from '@traliccio/sdk';

type Schema = { title?: string; description?: string; properties?: Record<string, Schema> };

/** Words that are the same in Italian and in English. */
const SAME = new Set(['PDF', 'E-mail', 'SMS', 'Password', 'Token', 'Gateway', 'Server']);
const isInBoth = (words: string | undefined): boolean =>
  words !== undefined && (SAME.has(words) || words.split(' / ').length === 2);

/** What an operator reads of a setting, each with what is wrong with it. */
function flawsOf(schema: Schema, path: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const at = `${path}.${name}`;
    return [
      ...(isInBoth(member.title) ? [] : [`${at}: title`]),
      ...(member.description === undefined || isInBoth(member.description) ? [] : [`${at}: description`]),
      ...flawsOf(member, at),
    ];
  });
}

describe('the settings of the plugins that come along', () => {
  it('are named and explained in Italian and in English', async () => {
    const plugins = readdirSync(new URL('../../plugins', import.meta.url));
    const flaws = await Promise.all(
      plugins.map(async (id) => {
        const read = (await import(`@traliccio/plugin-${id}/manifest`)) as { default: Manifest };
        return flawsOf((read.default.settings ?? {}) as Schema, id);
      }),
    );
    assert.ok(plugins.length >= 8);
    assert.deepEqual(flaws.flat(), [], 'write "Porta / Port"');
  });
});
