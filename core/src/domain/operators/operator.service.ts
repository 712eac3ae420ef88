import { LockMode } from '@mikro-orm/core';
import { Conflict, NotFound, type Clock } from '@traliccio/sdk';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import type { AuditWriter } from '../ports.ts';
import { refuse } from '../problem.ts';
import { granted, type Authority } from './grants.ts';
import { groupsById, lockGroups, refuseBeyond, refuseWithoutManager, type Group } from './group.store.ts';
import type { LoginGate } from './login-gate.ts';
import { OperatorEntity, type Language, type OperatorRow } from './operator.entity.ts';
import { checkOperator, normalEmail, normalName } from './operator.rules.ts';
import type { PasswordHasher } from './password-hasher.ts';
import { checkPassword } from './password.rules.ts';

export type OperatorInput = {
  readonly email: string;
  readonly name: string;
  readonly language?: Language;
  /** Ids of groups. */
  readonly groups: readonly number[];
  readonly password: string;
  /** Whoever is given a password by somebody else has to choose one of his own. */
  readonly mustChangePassword: boolean;
};
export type OperatorChange = {
  readonly email?: string;
  readonly name?: string;
  readonly language?: Language;
  readonly groups?: readonly number[];
  readonly enabled?: boolean;
};
type Versioned = { readonly id: number; readonly version: number };

type Deps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditWriter;
  readonly hasher: PasswordHasher;
  readonly gate: LoginGate;
};

/** The people who work with the product. They are never removed, since the audit log names them, but disabled. */
export class OperatorService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws Invalid, Conflict when the address is taken, HttpError for rights that he doesn't have himself */
  async create(input: OperatorInput, by: Authority): Promise<number> {
    const insert = await this.prepare(input);
    return this.#deps.database.transaction((tx) => insert(tx, by));
  }

  /** Everything slow, outside of a transaction; what it gives back inserts the operator inside of one. */
  async prepare(input: OperatorInput): Promise<(tx: CoreTx, by: Authority) => Promise<number>> {
    const email = normalEmail(input.email);
    const name = normalName(input.name);
    const language = input.language ?? 'it';
    refuse(checkOperator({ email, name, language }, input.groups));
    refuse(checkPassword(input.password, { email, name }));
    const passwordHash = await this.#deps.hasher.hash(input.password);
    const { mustChangePassword } = input;
    return async (tx, by) => {
      const groups = groupsById(await lockGroups(tx), input.groups);
      await refuseTaken(tx, email);
      refuseBeyond(by, granted(groups), email);
      const now = this.#deps.clock.now();
      const operator = tx.em.create(OperatorEntity, {
        email,
        name,
        language,
        passwordHash,
        mustChangePassword,
        enabled: true,
        epoch: 1,
        version: 1,
        createdAt: now,
        updatedAt: now,
      });
      await tx.em.persist(operator).flush();
      await setGroups(tx, operator.id, groups);
      await refuseWithoutManager(tx);
      const detail = { email, name, language, groups: groups.map((g) => g.name), mustChangePassword };
      await this.#record(tx, by, { action: 'operator.create', id: operator.id, detail });
      return operator.id;
    };
  }

  /**
   * Whoever is disabled or put into other groups is logged out at once, everywhere. Nobody changes an operator who may
   * more than himself.
   * @throws Invalid, Conflict, NotFound, HttpError
   */
  async update(
    tx: CoreTx,
    change: Versioned & { readonly input: OperatorChange },
    by: Authority,
  ): Promise<void> {
    const all = await lockGroups(tx);
    const operator = await lockOperator(tx, change);
    const before = await groupsOf(tx, operator.id, all);
    const after = change.input.groups ? groupsById(all, change.input.groups) : before;
    const values = {
      email: normalEmail(change.input.email ?? operator.email),
      name: normalName(change.input.name ?? operator.name),
      language: change.input.language ?? operator.language,
      enabled: change.input.enabled ?? operator.enabled,
    };
    refuse(
      checkOperator(
        values,
        after.map((g) => g.id),
      ),
    );
    if (values.email !== operator.email) await refuseTaken(tx, values.email);
    refuseBeyond(by, granted([...before, ...after]), operator.email);
    const endsSessions = values.enabled !== operator.enabled || !isSame(before, after);
    tx.em.assign(operator, {
      ...values,
      epoch: operator.epoch + (endsSessions ? 1 : 0),
      updatedAt: this.#deps.clock.now(),
    });
    await tx.em.flush();
    await setGroups(tx, operator.id, after);
    if (endsSessions) await endSessions(tx, operator.id);
    await refuseWithoutManager(tx);
    const detail = { ...values, groups: after.map((g) => g.name) };
    await this.#record(tx, by, { action: 'operator.update', id: operator.id, detail });
  }

  /** Gives him a new password, which he has to change unless it is said otherwise. @throws Invalid, Conflict, NotFound, HttpError */
  async setPassword(
    change: Versioned & { readonly password: string; readonly mustChangePassword: boolean },
    by: Authority,
  ): Promise<void> {
    const { database, hasher, clock, gate } = this.#deps;
    const [owner] = await database.sql.all<{ email: string; name: string }>(
      'SELECT email, name FROM operator WHERE id = ?',
      [change.id],
    );
    if (!owner) throw notFound(change.id);
    refuse(checkPassword(change.password, owner));
    const passwordHash = await hasher.hash(change.password);
    await database.transaction(async (tx) => {
      const all = await lockGroups(tx);
      const operator = await lockOperator(tx, change);
      refuseBeyond(by, granted(await groupsOf(tx, operator.id, all)), operator.email);
      if (by.actor.name === operator.email)
        throw new Conflict(
          'operator.own_password',
          'your own password you change with the old one: whoever finds your session open could take it over',
        );
      const { mustChangePassword } = change;
      tx.em.assign(operator, {
        passwordHash,
        mustChangePassword,
        epoch: operator.epoch + 1,
        updatedAt: clock.now(),
      });
      await tx.em.flush();
      await endSessions(tx, operator.id);
      await gate.forgive(tx, operator.email);
      await this.#record(tx, by, {
        action: 'operator.password_reset',
        id: operator.id,
        detail: { mustChangePassword },
      });
    });
  }

  /** He may try his password again at once. @throws NotFound, HttpError */
  async unlock(tx: CoreTx, id: number, by: Authority): Promise<void> {
    const operator = await tx.em.findOne(OperatorEntity, { id });
    if (!operator) throw notFound(id);
    await this.#deps.gate.forgive(tx, operator.email);
    await this.#record(tx, by, { action: 'operator.unlock', id, detail: {} });
  }

  async #record(
    tx: CoreTx,
    { actor }: Authority,
    { action, id, detail }: { action: string; id: number; detail: object },
  ): Promise<void> {
    await this.#deps.audit.record(tx, { actor, action, entity: 'operator', entityId: id, detail });
  }
}

/** Locked until the transaction ends: he may be changing his password. @throws NotFound, Conflict */
async function lockOperator(tx: CoreTx, { id, version }: Versioned): Promise<OperatorRow> {
  const operator = await tx.em.findOne(
    OperatorEntity,
    { id },
    tx.dialect === 'mysql' ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {},
  );
  if (!operator) throw notFound(id);
  if (operator.version !== version)
    throw new Conflict(
      'operator.version',
      `${operator.email} was changed by somebody else (version ${operator.version}, yours ${version}): read it again`,
    );
  return operator;
}

async function groupsOf(tx: CoreTx, operatorId: number, all: readonly Group[]): Promise<readonly Group[]> {
  const rows = await tx.all<{ group_id: number }>(
    'SELECT group_id FROM operator_in_group WHERE operator_id = ? ORDER BY group_id',
    [operatorId],
  );
  return all.filter((group) => rows.some((row) => row.group_id === group.id));
}

async function setGroups(tx: CoreTx, operatorId: number, groups: readonly Group[]): Promise<void> {
  await tx.run('DELETE FROM operator_in_group WHERE operator_id = ?', [operatorId]);
  await tx.insert(
    'operator_in_group',
    ['operator_id', 'group_id'],
    groups.map((group) => [operatorId, group.id]),
  );
}

const endSessions = (tx: CoreTx, operatorId: number): Promise<number> =>
  tx.run('DELETE FROM operator_session WHERE operator_id = ?', [operatorId]);

const isSame = (one: readonly Group[], other: readonly Group[]): boolean =>
  one.length === other.length && one.every((group) => other.some((g) => g.id === group.id));

async function refuseTaken(tx: CoreTx, email: string): Promise<void> {
  if (await tx.em.findOne(OperatorEntity, { email }))
    throw new Conflict('operator.email_taken', `there is an operator ${email} already`, { field: 'email' });
}

const notFound = (id: number): NotFound => new NotFound('operator.not_found', `there is no operator ${id}`);
