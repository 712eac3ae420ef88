import type { SearchSource } from '../../kernel/search/rebuild.ts';

/** Sites are found by code and name. */
export const siteSearch: SearchSource = {
  kind: 3,
  name: 'site',
  table: 'site',
  async load(sql, ids) {
    const rows = await sql.all<{ id: number; code: string; name: string }>(
      `SELECT id, code, name FROM site WHERE id ${ids.sql} ORDER BY id`,
      ids.params,
    );
    return rows.map(({ id, code, name }) => ({ id, names: [code, name], fields: [] }));
  },
};
