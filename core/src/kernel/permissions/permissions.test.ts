import { deepEqual, equal, throws } from 'node:assert/strict';
import { it } from 'node:test';
import { checkManifest } from '../plugins/manifest-check.ts';
import { CORE_PERMISSIONS } from './core-permissions.ts';
import { Permissions } from './permissions.ts';

const LABEL = { it: 'Vedere', en: 'See' };
const MANIFEST = {
  id: 'voip',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: LABEL,
  description: LABEL,
  edition: 'BASIC',
  permissions: [{ id: 'voip.calls', label: LABEL }],
} as const;

it('core has each permission once, with a label in both languages', () => {
  equal(new Set(CORE_PERMISSIONS.map((one) => one.id)).size, CORE_PERMISSIONS.length);
  for (const { id, label } of CORE_PERMISSIONS)
    equal(
      /^[a-z]+\.[a-z]+$/.test(id) && label.it !== '' && label.en !== '' && label.it !== label.en,
      true,
      id,
    );
});

it('the permissions of plugins are there as soon as their manifests are', () => {
  const manifests: (typeof MANIFEST)[] = [];
  const permissions = new Permissions(() => manifests);
  equal(permissions.has('voip.calls'), false);
  manifests.push(MANIFEST);
  equal(permissions.has('voip.calls'), true);
  deepEqual(permissions.all().at(-1), { id: 'voip.calls', label: LABEL, plugin: 'voip' });
});

it('what stands for all, or for any operator, is no permission', () => {
  const permissions = new Permissions(() => []);
  for (const id of ['*', '', 'session', 'public', 'operators', 'operators.', 'constructor'])
    equal(permissions.has(id), false, id);
});

it('a manifest with a permission that is not its own is refused, and never counts', () => {
  equal(checkManifest(MANIFEST).id, 'voip');
  for (const id of ['calls', 'other.calls', 'voip.', 'voip.*', '*', 'operators.manage', 7]) {
    const manifest = { ...MANIFEST, permissions: [{ id, label: LABEL }] } as never;
    throws(() => checkManifest(manifest), { code: 'plugin.manifest', field: 'permissions' });
    equal(new Permissions(() => [manifest]).all().length, CORE_PERMISSIONS.length);
  }
  const documents = { ...MANIFEST, id: 'documents', permissions: [{ id: 'documents.credit', label: LABEL }] };
  throws(() => checkManifest(documents), { code: 'plugin.manifest', field: 'permissions' });
  throws(() => checkManifest({ ...MANIFEST, permissions: [{ id: 'voip.calls', label: { it: 'x' } }] }), {
    field: 'permissions',
  });
  throws(() => checkManifest({ ...MANIFEST, permissions: 'voip.calls' }), { field: 'permissions' });
});
