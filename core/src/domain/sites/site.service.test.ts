import { deepEqual, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { BY, openProvider, type Provider } from '../../../../test/host/provider.ts';

const mast = (p: Provider, code: string, parent?: string) =>
  p.tx((tx) => p.app.sites.create(tx, { code, name: `Traliccio ${code}`, parent: parent ?? null }, BY));
/** Each site with the codes that its path goes through. */
async function paths(p: Provider): Promise<Record<string, string>> {
  const rows = (await p.rows('SELECT id, code, path FROM site')) as {
    id: number;
    code: string;
    path: string;
  }[];
  const codes = new Map(rows.map((r) => [String(r.id), r.code]));
  return Object.fromEntries(
    rows.map((r) => [
      r.code,
      r.path
        .split('/')
        .filter(Boolean)
        .map((id) => codes.get(id))
        .join('/'),
    ]),
  );
}

eachDatabase((_name, open) => {
  it('a site that moves takes along all that hangs on it', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    for (const [code, parent] of [['A'], ['B', 'A'], ['C', 'B'], ['D']] as const) await mast(p, code, parent);
    deepEqual(await paths(p), { A: 'A', B: 'A/B', C: 'A/B/C', D: 'D' });
    await p.tx((tx) =>
      p.app.sites.update(tx, { version: 2, input: { code: 'B', name: 'Traliccio B', parent: 'D' } }, BY),
    );
    deepEqual(await paths(p), { A: 'A', B: 'D/B', C: 'D/B/C', D: 'D' });
  });

  it('a site can not hang on one that hangs on it, nor on itself', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await mast(p, 'A');
    await mast(p, 'B', 'A');
    for (const parent of ['A', 'B'])
      await rejects(
        p.tx((tx) => p.app.sites.update(tx, { version: 2, input: { code: 'A', name: 'A', parent } }, BY)),
        {
          code: 'site.circle',
        },
      );
  });

  it('a site that somebody else changed meanwhile, or an unknown parent, is refused', async () => {
    const p = await openProvider(open, { day: '2026-11-24' });
    await mast(p, 'A');
    await rejects(
      p.tx((tx) => p.app.sites.update(tx, { version: 1, input: { code: 'A', name: 'A' } }, BY)),
      { code: 'site.version' },
    );
    await rejects(mast(p, 'B', 'X'), { code: 'site.not_found', field: 'parent' });
  });
});
