import type { Manifest } from '@traliccio/sdk';
import { CORE_PERMISSIONS, type Permission } from './core-permissions.ts';

type Declares = Pick<Manifest, 'id' | 'permissions'>;
/** A permission, and the plugin that it comes with; null for core's. */
export type KnownPermission = Permission & { readonly plugin: string | null };

/** All permissions that there are: core's, and those that the manifests of the plugins declare. */
export class Permissions {
  readonly #manifests: () => readonly Declares[];

  constructor(manifests: () => readonly Declares[]) {
    this.#manifests = manifests;
  }

  has(id: string): boolean {
    return this.all().some((one) => one.id === id);
  }

  all(): readonly KnownPermission[] {
    return [
      ...CORE_PERMISSIONS.map((one) => ({ ...one, plugin: null })),
      ...this.#manifests().flatMap((manifest) =>
        (manifest.permissions ?? [])
          .filter(({ id }) => isOwnPermission(manifest.id, id))
          .map(({ id, label }) => ({ id, label, plugin: manifest.id })),
      ),
    ];
  }
}

/**
 * A plugin declares permissions under its own id, and none of core's: a plugin called `documents` can't bring a
 * `documents.credit` that says something else.
 */
export const isOwnPermission = (plugin: string, id: unknown): id is string =>
  typeof id === 'string' &&
  id.startsWith(`${plugin}.`) &&
  /^[a-z][a-z0-9_-]*$/.test(id.slice(plugin.length + 1)) &&
  !CORE_PERMISSIONS.some((one) => one.id === id);
