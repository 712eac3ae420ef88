import { NotFound, type Sql } from '@traliccio/sdk';
import type { Static } from 'typebox';
import { idList } from '../../kernel/db/id-list.ts';
import type { Language } from './operator.entity.ts';
import type { Group, Operator } from './operator.schema.ts';

export type OperatorView = Static<typeof Operator>;
export type GroupView = Static<typeof Group>;

type Row = {
  id: number;
  email: string;
  name: string;
  language: Language;
  enabled: number;
  must_change_password: number;
  version: number;
  created_at: number;
  updated_at: number;
};
const COLUMNS = 'id, email, name, language, enabled, must_change_password, version, created_at, updated_at';

/** Operators by id, behind `after`. Two queries. */
export async function operatorPage(
  sql: Sql,
  page: { readonly after: number; readonly limit: number },
): Promise<OperatorView[]> {
  return withGroups(
    sql,
    await sql.all<Row>(`SELECT ${COLUMNS} FROM operator WHERE id > ? ORDER BY id LIMIT ?`, [
      page.after,
      page.limit,
    ]),
  );
}

/** @throws NotFound */
export async function operatorView(
  sql: Sql,
  by: { readonly id: number } | { readonly email: string },
): Promise<OperatorView> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['email', by.email] as const);
  const [view] = await withGroups(
    sql,
    await sql.all<Row>(`SELECT ${COLUMNS} FROM operator WHERE ${column} = ?`, [value]),
  );
  if (!view) throw new NotFound('operator.not_found', `there is no operator ${value}`);
  return view;
}

async function withGroups(sql: Sql, rows: readonly Row[]): Promise<OperatorView[]> {
  const list = idList(
    sql,
    rows.map((row) => row.id),
  );
  const members = await sql.all<{ operator_id: number; id: number; name: string }>(
    `SELECT m.operator_id, g.id, g.name FROM operator_in_group m JOIN operator_group g ON g.id = m.group_id
      WHERE m.operator_id IN ${list.sql} ORDER BY g.id`,
    list.params,
  );
  const groups = Map.groupBy(members, (one) => one.operator_id);
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    language: row.language,
    groups: (groups.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    enabled: row.enabled === 1,
    mustChangePassword: row.must_change_password === 1,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}

/** All groups: there are a handful. */
export async function groupViews(sql: Sql): Promise<GroupView[]> {
  const rows = await sql.all<{
    id: number;
    name: string;
    permissions: string;
    version: number;
    created_at: number;
    updated_at: number;
  }>('SELECT id, name, permissions, version, created_at, updated_at FROM operator_group ORDER BY id');
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    permissions: JSON.parse(row.permissions) as string[],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}

/** @throws NotFound */
export async function groupView(
  sql: Sql,
  by: { readonly id: number } | { readonly name: string },
): Promise<GroupView> {
  const view = (await groupViews(sql)).find((one) => ('id' in by ? one.id === by.id : one.name === by.name));
  if (!view)
    throw new NotFound(
      'group.not_found',
      `there is no group ${'id' in by ? by.id : JSON.stringify(by.name)}`,
    );
  return view;
}
