import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import type { Authority } from './grants.ts';
import { ADMINISTRATORS } from './group.store.ts';
import { groupViews, operatorPage, operatorView } from './operator-views.ts';
import { CONSOLE, officesIn, PASSWORD, PEER, type Office } from './testing/office.ts';

const CAPO = 'capo@wisp.it';
const ANNA = 'anna@wisp.it';

eachDatabase((_name, open) => {
  const { office, besides } = officesIn(open);
  const update = async (o: Office, id: number, input: object, by: Authority = CONSOLE): Promise<void> => {
    const version = await o.version(id);
    await o.tx((tx) => o.operators.update(tx, { id, version, input }, by));
  };
  /** Whoever may do so much, as his requests show him. */
  const having = (...permissions: string[]): Authority => ({
    actor: { kind: 'operator', name: 'capetto@wisp.it' },
    can: (permission) => permissions.includes(permission),
  });

  it('an operator is shown with his groups, and never with his password', async () => {
    const o = await office();
    const techs = await o.group('Tecnici', 'sites.read');
    await o.hire(CAPO);
    const id = await o.hire(' Anna@Wisp.it ', techs, ADMINISTRATORS, techs);
    const { createdAt, updatedAt, ...view } = await operatorView(o.database.sql, { email: ANNA });
    ok(createdAt > 0 && updatedAt === createdAt);
    deepEqual(view, {
      id,
      email: ANNA,
      name: 'Anna Verdi',
      language: 'it',
      groups: [
        { id: ADMINISTRATORS, name: 'Amministratori' },
        { id: techs, name: 'Tecnici' },
      ],
      enabled: true,
      mustChangePassword: false,
      version: 1,
    });
    const [row] = await o.database.sql.all<{ password_hash: string }>('SELECT password_hash FROM operator');
    match(row!.password_hash, /^\$2b\$04\$/);
    const audit = JSON.stringify(await o.database.sql.all('SELECT detail FROM audit_log'));
    equal(audit.includes('$2b$') || audit.includes(PASSWORD), false);
  });

  it('operators are listed page by page', async () => {
    const o = await office();
    const ids: number[] = [];
    for (let n = 0; n < 5; n++) ids.push(await o.hire(`op${n}@wisp.it`));
    const first = await operatorPage(o.database.sql, { after: 0, limit: 3 });
    const rest = await operatorPage(o.database.sql, { after: first[2]!.id, limit: 3 });
    deepEqual(
      [...first, ...rest].map((one) => one.id),
      ids,
    );
    deepEqual(rest[0]?.groups, [{ id: ADMINISTRATORS, name: 'Amministratori' }]);
  });

  it('what is wrong with an operator is refused with code and field', async () => {
    const o = await office();
    await o.hire(CAPO);
    const fine = {
      email: ANNA,
      name: 'Anna',
      groups: [ADMINISTRATORS],
      password: PASSWORD,
      mustChangePassword: true,
    };
    const wrong: [object, string, string][] = [
      [{ email: 'anna' }, 'operator.email_invalid', 'email'],
      [{ email: `${'a'.repeat(95)}@wisp.it` }, 'operator.email_invalid', 'email'],
      [{ email: 'CAPO@wisp.IT' }, 'operator.email_taken', 'email'],
      [{ name: ' \t ' }, 'operator.name_missing', 'name'],
      [{ name: 'x'.repeat(81) }, 'operator.name_too_long', 'name'],
      [{ name: 'An\u0000na' }, 'operator.name_characters', 'name'],
      [{ name: 'An\u202ena' }, 'operator.name_characters', 'name'],
      [{ language: 'fr' }, 'operator.language_unknown', 'language'],
      [{ groups: [] }, 'operator.groups_missing', 'groups'],
      [{ groups: [ADMINISTRATORS, 999_999] }, 'operator.groups_unknown', 'groups'],
      [{ password: 'corta' }, 'password.too_short', 'password'],
      [{ password: 'anna-xk7-qp-lw9' }, 'password.personal', 'password'],
    ];
    for (const [change, code, field] of wrong)
      await rejects(o.operators.create({ ...fine, ...change }, CONSOLE), { code, field });
    equal((await operatorPage(o.database.sql, { after: 0, limit: 10 })).length, 1);
  });

  it('of two who change an operator at once the second is told', async () => {
    const o = await office();
    await o.hire(CAPO);
    const id = await o.hire(ANNA);
    const rename = (name: string) =>
      o.tx((tx) => o.operators.update(tx, { id, version: 1, input: { name } }, CONSOLE));
    await rename('Anna Bianchi');
    await rejects(rename('Anna Neri'), { code: 'operator.version' });
    await rejects(
      o.operators.setPassword({ id, version: 1, password: PASSWORD, mustChangePassword: true }, CONSOLE),
      { code: 'operator.version' },
    );
    await rejects(
      o.tx((tx) => o.operators.update(tx, { id: 999_999, version: 1, input: {} }, CONSOLE)),
      { code: 'operator.not_found' },
    );
  });

  it('somebody who can manage operators always remains', async () => {
    const o = await office();
    await rejects(o.hire(ANNA, await o.group('Ufficio', 'customers.read')), {
      code: 'operator.last_manager',
    });
    const clerks = (await groupViews(o.database.sql)).find((g) => g.name === 'Ufficio')!.id;
    const capo = await o.hire(CAPO);
    const anna = await o.hire(ANNA, clerks);
    for (const input of [{ enabled: false }, { groups: [clerks] }])
      await rejects(update(o, capo, input), { code: 'operator.last_manager' });
    const managers = await o.group('Responsabili', 'operators.manage');
    await update(o, anna, { groups: [managers] });
    await update(o, capo, { enabled: false });
    await rejects(
      o.tx((tx) => o.groups.update(tx, { id: managers, version: 1, input: { permissions: [] } }, CONSOLE)),
      { code: 'operator.last_manager' },
    );
    await rejects(update(o, anna, { enabled: false }), { code: 'operator.last_manager' });
    await update(o, capo, { enabled: true });
    await update(o, anna, { enabled: false });
  });

  it('two administrators who disable each other at the same moment do not both succeed', async (t) => {
    const o = await office();
    // SQLite has one writer, and two connections of one process would wait for each other.
    const other = o.database.dialect === 'mysql' ? await besides() : o;
    const [one, two] = [await o.hire(CAPO), await o.hire(ANNA)];
    for (let round = 0; round < 5; round++) {
      const ended = await Promise.allSettled([
        update(o, one, { enabled: false }),
        update(other, two, { enabled: false }),
      ]);
      equal(ended.filter((end) => end.status === 'fulfilled').length, 1, JSON.stringify(ended));
      for (const id of [one, two]) await update(o, id, { enabled: true });
    }
    t.diagnostic('one of the two each time');
  });

  it('the group of administrators may everything, for ever', async () => {
    const o = await office();
    const change = (input: object) =>
      o.tx((tx) =>
        groupViews(tx).then((all) =>
          o.groups.update(tx, { id: ADMINISTRATORS, version: all[0]!.version, input }, CONSOLE),
        ),
      );
    await rejects(change({ permissions: ['operators.manage'] }), { code: 'group.administrators' });
    await change({ name: 'Direzione' });
    const [group] = await groupViews(o.database.sql);
    deepEqual([group?.name, group?.permissions], ['Direzione', ['*']]);
    await rejects(
      o.tx((tx) => o.groups.delete(tx, { id: ADMINISTRATORS, version: group!.version }, CONSOLE)),
      { code: 'group.administrators' },
    );
    await change({ name: 'Amministratori' });
  });

  it('a group has a name of its own and permissions that there are', async () => {
    const o = await office();
    const id = await o.group('Ufficio', 'plans.read', 'customers.read', 'plans.read');
    const view = (await groupViews(o.database.sql)).find((g) => g.id === id);
    deepEqual(view?.permissions, ['customers.read', 'plans.read']);
    await rejects(o.group('ufficio'), { code: 'group.name_taken', field: 'name' });
    await rejects(o.group('  '), { code: 'group.name_missing' });
    for (const unknown of ['customers', 'Customers.read', 'session', 'public', '', '**', 'voip.calls'])
      await rejects(o.group('Altri', unknown), { code: 'group.permissions_unknown', field: 'permissions' });
    // What came with a plugin that is gone stays with those who had it, and is given to nobody else.
    await o.database.sql.run('UPDATE operator_group SET permissions = ? WHERE id = ?', [
      '["voip.calls"]',
      id,
    ]);
    await o.tx((tx) =>
      o.groups.update(tx, { id, version: 1, input: { permissions: ['voip.calls', 'sites.read'] } }, CONSOLE),
    );
    await rejects(
      o.tx((tx) => o.groups.update(tx, { id, version: 1, input: { name: 'x' } }, CONSOLE)),
      { code: 'group.version' },
    );
  });

  it('a group that somebody is in is not removed', async () => {
    const o = await office();
    await o.hire(CAPO);
    const clerks = await o.group('Ufficio', 'customers.read');
    const anna = await o.hire(ANNA, clerks);
    const remove = () => o.tx((tx) => o.groups.delete(tx, { id: clerks, version: 1 }, CONSOLE));
    await rejects(remove(), { code: 'group.in_use' });
    await update(o, anna, { groups: [ADMINISTRATORS] });
    await remove();
    await rejects(remove(), { code: 'group.not_found' });
    deepEqual(
      (await o.audited('group.delete')).map((row) => row.detail),
      [{ name: 'Ufficio' }],
    );
  });

  it('nobody gives what he does not have, and nobody touches those who may more', async () => {
    const o = await office();
    const capo = await o.hire(CAPO);
    const [clerks, billers] = [
      await o.group('Ufficio', 'customers.read'),
      await o.group('Contabili', 'billing.run', 'customers.read'),
    ];
    const anna = await o.hire(ANNA, clerks);
    const by = having('operators.manage', 'customers.read', 'sites.read');
    const beyond = { code: 'operator.beyond_own_rights', status: 403 };
    const hire = (groups: number[]) =>
      o.operators.create(
        {
          email: `x${groups.join('-')}@wisp.it`,
          name: 'X',
          groups,
          password: PASSWORD,
          mustChangePassword: true,
        },
        by,
      );
    await hire([clerks]);
    await rejects(hire([clerks, billers]), beyond);
    await rejects(hire([ADMINISTRATORS]), beyond);
    await rejects(update(o, anna, { groups: [billers] }, by), beyond);
    await rejects(update(o, anna, { groups: [ADMINISTRATORS] }, by), beyond);
    await rejects(update(o, capo, { groups: [clerks] }, by), beyond);
    await rejects(update(o, capo, { enabled: false }, by), beyond);
    // A new address or password for an administrator would be his account.
    await rejects(update(o, capo, { email: 'mio@wisp.it' }, by), beyond);
    await rejects(
      o.operators.setPassword({ id: capo, version: 1, password: PASSWORD, mustChangePassword: false }, by),
      beyond,
    );
    const grant = (id: number, ...permissions: string[]) =>
      o.tx((tx) =>
        groupViews(tx).then((all) =>
          o.groups.update(
            tx,
            { id, version: all.find((g) => g.id === id)!.version, input: { permissions } },
            by,
          ),
        ),
      );
    await grant(clerks, 'customers.read', 'sites.read');
    await rejects(grant(clerks, 'billing.run'), beyond);
    await rejects(grant(clerks, '*'), beyond);
    await rejects(grant(billers, 'customers.read'), beyond);
    await rejects(
      o.tx((tx) => o.groups.create(tx, { name: 'Miei', permissions: ['*'] }, by)),
      beyond,
    );
    await rejects(
      o.tx((tx) => o.groups.delete(tx, { id: billers, version: 1 }, by)),
      beyond,
    );
  });

  it('nobody gives himself a new password without the old one', async () => {
    const o = await office();
    const id = await o.hire(CAPO);
    const by: Authority = { actor: { kind: 'operator', name: CAPO }, can: () => true };
    await rejects(
      o.operators.setPassword({ id, version: 1, password: PASSWORD, mustChangePassword: false }, by),
      {
        code: 'operator.own_password',
      },
    );
  });

  it('every change says in the audit log who made it', async () => {
    const o = await office();
    const by: Authority = { actor: { kind: 'operator', name: 'altra@wisp.it' }, can: () => true };
    const capo = await o.hire(CAPO);
    const group = await o.tx((tx) =>
      o.groups.create(tx, { name: 'Ufficio', permissions: ['sites.read'] }, by),
    );
    await update(o, capo, { language: 'en' }, by);
    await o.operators.setPassword({ id: capo, version: 2, password: PASSWORD, mustChangePassword: true }, by);
    await o.tx((tx) => o.apiTokens.create(tx, { operatorId: capo, name: 'z', peer: PEER }, by.actor));
    const actor = 'operator:altra@wisp.it';
    deepEqual(
      {
        created: await o.audited('group.create'),
        updated: await o.audited('operator.update'),
        reset: await o.audited('operator.password_reset'),
      },
      {
        created: [{ actor, entity_id: group, detail: { name: 'Ufficio', permissions: ['sites.read'] } }],
        updated: [
          {
            actor,
            entity_id: capo,
            detail: {
              email: CAPO,
              name: 'Anna Verdi',
              language: 'en',
              enabled: true,
              groups: ['Amministratori'],
            },
          },
        ],
        reset: [{ actor, entity_id: capo, detail: { mustChangePassword: true } }],
      },
    );
    equal((await o.audited('operator.token_create'))[0]?.actor, actor);
  });
});
