import { NotFound, type Sql } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import type { SiteDetail } from './site.schema.ts';

type Row = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly latitude_e6: number | null;
  readonly longitude_e6: number | null;
  readonly version: number;
};

/** A site, what it hangs on and how much hangs on it. @throws NotFound */
export async function siteDetail(sql: Sql, id: number): Promise<SiteDetail> {
  const [row] = await sql.all<Row>(
    'SELECT id, code, name, path, latitude_e6, longitude_e6, version FROM site WHERE id = ?',
    [id],
  );
  if (!row) throw new NotFound('site.not_found', `there is no site ${id}`);
  const ids = row.path.split('/').filter(Boolean).map(Number);
  const above = idList(sql, ids);
  const named = await sql.all<{ id: number; code: string; name: string }>(
    `SELECT id, code, name FROM site WHERE id IN ${above.sql}`,
    above.params,
  );
  // All below it are one range of the index on paths: "0" comes next after "/".
  const [children] = await sql.all<{ n: number }>(
    'SELECT COUNT(*) AS n FROM site WHERE path > ? AND path < ? AND parent_id = ?',
    [row.path, `${row.path.slice(0, -1)}0`, id],
  );
  const path = ids.flatMap((one) => named.filter((site) => site.id === one));
  return {
    id,
    code: row.code,
    name: row.name,
    parent: path.at(-2) ?? null,
    path,
    children: children?.n ?? 0,
    latitudeE6: row.latitude_e6,
    longitudeE6: row.longitude_e6,
    version: row.version,
  };
}
