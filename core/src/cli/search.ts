import { searchSources } from '../domain/search-sources.ts';
import { rebuildIndex } from '../kernel/search/rebuild.ts';
import { appCommand } from './command.ts';
import { table } from './output.ts';

type Rebuilt = { readonly kind: string; readonly compared: number; readonly rewritten: number };

export const searchRebuild = appCommand({
  name: 'search rebuild',
  summary: 'compare the search index with the data, and write anew what differs',
  async run(app, _args, out) {
    const result: Rebuilt[] = [];
    for (const source of searchSources) {
      let [compared, rewritten] = [0, 0];
      for await (const { to, entries, grams } of rebuildIndex(app.database, source)) {
        compared++;
        if (entries > 0 || grams > 0) rewritten++;
        out.progress(`${source.name}: up to ${to}`);
      }
      result.push({ kind: source.name, compared, rewritten });
    }
    out.result(result, () =>
      table(
        ['KIND', 'BLOCKS COMPARED', 'WRITTEN ANEW'],
        result.map((one) => [one.kind, one.compared, one.rewritten]),
      ),
    );
  },
});
