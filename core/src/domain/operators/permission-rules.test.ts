import { ok } from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { eachDatabase } from '../../../../test/host/database.ts';
import { TraliccioError } from '@traliccio/sdk';
import { beyond, canManage, granted, type Authority } from './grants.ts';
import { ADMINISTRATORS } from './group.store.ts';
import { groupViews, operatorPage, type GroupView } from './operator-views.ts';
import { officesIn, PASSWORD, type Office } from './testing/office.ts';

const PERMISSIONS = ['*', 'operators.manage', 'customers.read', 'billing.run', 'sites.write'];
const aSet = fc.subarray(PERMISSIONS);

it('nothing is beyond whoever has everything; of others exactly what they lack', () => {
  fc.assert(
    fc.property(aSet, aSet, (own, wanted) => {
      const by: Authority = { actor: { kind: 'operator', name: 'x' }, can: (p) => own.includes(p) };
      const missing = beyond(by, wanted);
      if (own.includes('*')) return missing.length === 0;
      return (
        wanted.every((p) => own.includes(p) !== missing.includes(p)) &&
        missing.every((p) => wanted.includes(p))
      );
    }),
  );
});

type Deed =
  | {
      what: 'hire' | 'regroup' | 'password' | 'toggle';
      by: number;
      on: number;
      groups: number[];
      enabled: boolean;
    }
  | { what: 'new group' | 'grant' | 'remove'; by: number; on: number; permissions: string[] };

const people = fc.nat(5);
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    what: fc.constantFrom('hire' as const, 'regroup' as const, 'password' as const, 'toggle' as const),
    by: people,
    on: people,
    groups: fc.array(fc.nat(5), { minLength: 1, maxLength: 2 }),
    enabled: fc.boolean(),
  }),
  fc.record({
    what: fc.constantFrom('new group' as const, 'grant' as const, 'remove' as const),
    by: people,
    on: fc.nat(5),
    permissions: aSet,
  }),
);

eachDatabase((name, open) => {
  const { office } = officesIn(open);

  it('whatever anybody does, nobody gets what he who gave it had not, and somebody remains who can manage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { maxLength: 25 }), async (all) => {
        const o = await office();
        await o.hire('op0@wisp.it');
        await o.hire('op1@wisp.it', await o.group('Responsabili', 'operators.manage', 'customers.read'));
        await o.hire('op2@wisp.it', await o.group('Ufficio', 'customers.read'));
        for (const deed of all) {
          const before = await rights(o);
          const by = before.people[deed.by % before.people.length]!;
          const isDone = await attempt(o, deed, by, before);
          const after = await rights(o);
          ok(
            after.people.some((one) => one.enabled && canManage(one.permissions)),
            'nobody can manage',
          );
          if (!isDone || by.permissions.includes('*')) continue;
          for (const one of after.people) {
            const was = before.people.find((p) => p.id === one.id)?.permissions ?? [];
            for (const p of difference(one.permissions, was))
              ok(by.permissions.includes(p), `${p} was given`);
            for (const p of difference(was, one.permissions))
              ok(by.permissions.includes(p), `${p} was taken`);
          }
        }
      }),
      { numRuns: name === 'SQLite' ? 25 : 8 },
    );
  });
});

type Person = { id: number; version: number; enabled: boolean; permissions: string[] };
type Rights = { people: Person[]; groups: GroupView[] };

async function rights(o: Office): Promise<Rights> {
  const groups = await groupViews(o.database.sql);
  const all = await operatorPage(o.database.sql, { after: 0, limit: 100 });
  return {
    groups,
    people: all.map(({ id, version, enabled, groups: mine }) => ({
      id,
      version,
      enabled,
      permissions: [...granted(groups.filter((g) => mine.some((one) => one.id === g.id)))],
    })),
  };
}

/** Does it with what he may do at the moment; false when it was refused, as it may be. */
async function attempt(
  o: Office,
  deed: Deed,
  actor: Person,
  { people: all, groups }: Rights,
): Promise<boolean> {
  const by: Authority = {
    actor: { kind: 'operator', name: `op${actor.id}` },
    can: (p) => actor.permissions.includes('*') || actor.permissions.includes(p),
  };
  if (!actor.enabled || !by.can('operators.manage')) return false;
  const { id, version } = all[deed.on % all.length]!;
  const group = groups[deed.on % groups.length]!;
  const target = { id: group.id, version: group.version };
  const ids = 'groups' in deed ? deed.groups.map((n) => groups[n % groups.length]!.id) : [ADMINISTRATORS];
  const permissions = 'permissions' in deed ? deed.permissions : [];
  const change = (input: object) => o.tx((tx) => o.operators.update(tx, { id, version, input }, by));
  const deedsByName: Record<Deed['what'], () => Promise<unknown>> = {
    hire: () =>
      o.operators.create(
        {
          email: `op${all.length}@wisp.it`,
          name: 'X',
          groups: ids,
          password: PASSWORD,
          mustChangePassword: true,
        },
        by,
      ),
    regroup: () => change({ groups: ids }),
    toggle: () => change({ enabled: 'enabled' in deed && deed.enabled }),
    password: () =>
      o.operators.setPassword({ id, version, password: PASSWORD, mustChangePassword: true }, by),
    'new group': () =>
      o.tx((tx) => o.groups.create(tx, { name: `Gruppo ${groups.length}`, permissions }, by)),
    grant: () => o.tx((tx) => o.groups.update(tx, { ...target, input: { permissions } }, by)),
    remove: () => o.tx((tx) => o.groups.delete(tx, target, by)),
  };
  try {
    await deedsByName[deed.what]();
    return true;
  } catch (error) {
    if (error instanceof TraliccioError) return false;
    throw error;
  }
}

const difference = (one: readonly string[], other: readonly string[]): string[] =>
  one.filter((p) => !other.includes(p));
