import { Conflict, Invalid } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { idList } from '../../kernel/db/id-list.ts';
import { HttpError } from '../../kernel/http/problem.ts';
import { beyond, canManage, type Authority } from './grants.ts';

/** The first group, which may everything; nobody can take that away. */
export const ADMINISTRATORS = 1;

export type Group = {
  readonly id: number;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly version: number;
};

/**
 * All groups, locked until the transaction ends. Whoever changes who may do what does this first, so that two who take
 * each other's rights away come one after the other. There are a handful of groups.
 */
export async function lockGroups(tx: CoreTx): Promise<readonly Group[]> {
  const rows = await tx.all<Omit<Group, 'permissions'> & { permissions: string }>(
    `SELECT id, name, permissions, version FROM operator_group ORDER BY id${tx.dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
  );
  return rows.map((row) => ({ ...row, permissions: JSON.parse(row.permissions) as string[] }));
}

/** @throws Invalid for one that isn't there */
export function groupsById(groups: readonly Group[], ids: readonly number[]): readonly Group[] {
  return [...new Set(ids)].map((id) => {
    const group = groups.find((one) => one.id === id);
    if (!group) throw new Invalid('operator.groups_unknown', `there is no group ${id}`, { field: 'groups' });
    return group;
  });
}

/** @throws HttpError 403 for what would give or take rights that he doesn't have himself */
export function refuseBeyond(by: Authority, permissions: Iterable<string>, what: string): void {
  const missing = beyond(by, permissions);
  if (missing.length > 0)
    throw new HttpError(
      403,
      'operator.beyond_own_rights',
      `${what} has rights that you don't have (${missing.join(', ')}): ask somebody who has them`,
    );
}

/** To be called when the change is written. @throws Conflict unless somebody is left who can manage operators */
export async function refuseWithoutManager(tx: CoreTx): Promise<void> {
  const managing = (await lockGroups(tx)).filter((group) => canManage(group.permissions));
  const list = idList(
    tx,
    managing.map((group) => group.id),
  );
  const [count] = await tx.all<{ operators: number; managers: number }>(
    `SELECT COUNT(*) AS operators,
            COALESCE(SUM(CASE WHEN o.enabled = 1 AND EXISTS
              (SELECT 1 FROM operator_in_group m WHERE m.operator_id = o.id AND m.group_id IN ${list.sql}) THEN 1 ELSE 0 END), 0) AS managers
       FROM operator o`,
    list.params,
  );
  if (count && count.operators > 0 && count.managers === 0)
    throw new Conflict(
      'operator.last_manager',
      'nobody would be left who can manage operators: give somebody else the right first',
    );
}
