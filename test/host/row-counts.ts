import type { TestServer } from './http.ts';

/** How many rows each table has. */
export async function rowCounts({ server: { app } }: TestServer): Promise<Record<string, number>> {
  const { sql } = app.database;
  const names = await sql.all<{ name: string }>(
    sql.dialect === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
  );
  const counts: Record<string, number> = {};
  for (const { name } of names)
    counts[name] = Number((await sql.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${name}`))[0]?.n);
  return counts;
}
