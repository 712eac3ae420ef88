import type { Actor } from '../ports.ts';

/** Stands for every permission, those that are still to come included. */
export const EVERYTHING = '*';
export const MANAGE = 'operators.manage';

/** Who does it, and what he may do: a request over HTTP is one. */
export type Authority = { readonly actor: Actor; can(permission: string): boolean };

/** Those of the permissions that he doesn't have himself. */
export const beyond = (by: Authority, permissions: Iterable<string>): string[] =>
  by.can(EVERYTHING) ? [] : [...new Set(permissions)].filter((one) => !by.can(one)).sort();

/** What somebody in all of these groups may do. */
export const granted = (groups: Iterable<{ readonly permissions: readonly string[] }>): ReadonlySet<string> =>
  new Set([...groups].flatMap((group) => group.permissions));

/** Whether these permissions are enough to keep the others going. */
export const canManage = (permissions: readonly string[]): boolean =>
  permissions.includes(EVERYTHING) || permissions.includes(MANAGE);
