import { Conflict, Invalid, NotFound, type Clock } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { AuditWriter } from '../ports.ts';
import { Problems, refuse } from '../problem.ts';
import { EVERYTHING, type Authority } from './grants.ts';
import { ADMINISTRATORS, lockGroups, refuseBeyond, refuseWithoutManager, type Group } from './group.store.ts';
import { GroupEntity } from './operator.entity.ts';
import { checkName, normalName } from './operator.rules.ts';

export type GroupInput = { readonly name: string; readonly permissions: readonly string[] };

/** Groups of operators: what those in them may do. */
export class GroupService {
  readonly #audit: AuditWriter;
  readonly #clock: Clock;
  readonly #permissions: { has(id: string): boolean };

  constructor(deps: {
    readonly audit: AuditWriter;
    readonly clock: Clock;
    readonly permissions: { has(id: string): boolean };
  }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
    this.#permissions = deps.permissions;
  }

  /** @throws Invalid, Conflict when the name is taken, HttpError for rights that he doesn't have */
  async create(tx: CoreTx, input: GroupInput, by: Authority): Promise<number> {
    const groups = await lockGroups(tx);
    const values = this.#values(input, groups);
    refuseBeyond(by, values.permissions, `the group ${values.name}`);
    const now = this.#clock.now();
    const group = tx.em.create(GroupEntity, {
      name: values.name,
      permissions: JSON.stringify(values.permissions),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await tx.em.persist(group).flush();
    await this.#record(tx, by, { action: 'group.create', id: group.id, detail: values });
    return group.id;
  }

  /** Takes effect with the next request of everybody in the group. @throws Invalid, Conflict, NotFound, HttpError */
  async update(
    tx: CoreTx,
    change: { readonly id: number; readonly version: number; readonly input: Partial<GroupInput> },
    by: Authority,
  ): Promise<void> {
    const groups = await lockGroups(tx);
    const group = found(groups, change.id);
    if (group.version !== change.version)
      throw new Conflict(
        'group.version',
        `the group ${group.name} was changed by somebody else (version ${group.version}, yours ${change.version}): read it again`,
      );
    const values = this.#values({ ...group, ...change.input }, groups, group);
    refuseBeyond(by, [...group.permissions, ...values.permissions], `the group ${group.name}`);
    if (group.id === ADMINISTRATORS && !values.permissions.includes(EVERYTHING))
      throw new Conflict(
        'group.administrators',
        `the group ${group.name} always may everything: make another group for others`,
        { field: 'permissions' },
      );
    const row = await tx.em.findOneOrFail(GroupEntity, { id: group.id });
    tx.em.assign(row, {
      name: values.name,
      permissions: JSON.stringify(values.permissions),
      updatedAt: this.#clock.now(),
    });
    await tx.em.flush();
    await refuseWithoutManager(tx);
    await this.#record(tx, by, { action: 'group.update', id: group.id, detail: values });
  }

  /** @throws NotFound, Conflict while somebody is in it */
  async delete(
    tx: CoreTx,
    { id, version }: { readonly id: number; readonly version: number },
    by: Authority,
  ): Promise<void> {
    const group = found(await lockGroups(tx), id);
    if (group.version !== version)
      throw new Conflict(
        'group.version',
        `the group ${group.name} was changed by somebody else: read it again`,
      );
    refuseBeyond(by, group.permissions, `the group ${group.name}`);
    if (id === ADMINISTRATORS)
      throw new Conflict('group.administrators', `the group ${group.name} can't be removed`);
    const [member] = await tx.all('SELECT operator_id FROM operator_in_group WHERE group_id = ? LIMIT 1', [
      id,
    ]);
    if (member)
      throw new Conflict(
        'group.in_use',
        `there are operators in the group ${group.name}: give them another first`,
      );
    await tx.run('DELETE FROM operator_group WHERE id = ?', [id]);
    await this.#record(tx, by, { action: 'group.delete', id, detail: { name: group.name } });
  }

  /** Permissions that a group has already may stay when the plugin that they came with is gone. */
  #values(input: GroupInput, groups: readonly Group[], before?: Group): GroupInput {
    const name = normalName(input.name);
    const problems = new Problems('group');
    checkName(name, problems);
    refuse(problems.list);
    if (groups.some((one) => one.name.toLowerCase() === name.toLowerCase() && one.id !== before?.id))
      throw new Conflict('group.name_taken', `there is a group ${name} already`, { field: 'name' });
    const permissions = [...new Set(input.permissions)].sort();
    const unknown = permissions.find(
      (one) => one !== EVERYTHING && !this.#permissions.has(one) && !before?.permissions.includes(one),
    );
    if (unknown !== undefined)
      throw new Invalid('group.permissions_unknown', `there is no permission ${JSON.stringify(unknown)}`, {
        field: 'permissions',
      });
    return { name, permissions };
  }

  async #record(
    tx: CoreTx,
    { actor }: Authority,
    { action, id, detail }: { action: string; id: number; detail: object },
  ): Promise<void> {
    await this.#audit.record(tx, { actor, action, entity: 'operator_group', entityId: id, detail });
  }
}

function found(groups: readonly Group[], id: number): Group {
  const group = groups.find((one) => one.id === id);
  if (!group) throw new NotFound('group.not_found', `there is no group ${id}`);
  return group;
}
