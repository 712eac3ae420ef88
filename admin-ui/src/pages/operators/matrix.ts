import { computed, shallowReactive, type Ref } from 'vue';
import { language, texts } from '../../app/i18n.ts';
import { EVERYTHING, type Group, type Permission } from './operators.ts';

export type Row = { readonly id: string; readonly label: string };
export type Area = { readonly name: string; readonly rows: readonly Row[] };

/** Permissions by what they are about, in the order that the server has them. */
export function areasOf(
  permissions: readonly Permission[],
  nameOf: (area: string, plugin: string | null) => string,
): readonly Area[] {
  const areas = new Map<string, { name: string; rows: Row[] }>();
  for (const { id, label, plugin } of permissions) {
    const key = plugin ?? id.slice(0, id.indexOf('.'));
    const area = areas.get(key) ?? { name: nameOf(key, plugin), rows: [] };
    area.rows.push({ id, label: label[language()] || id });
    areas.set(key, area);
  }
  return [...areas.values()];
}

/** What is ticked and not yet saved. */
export function useDraft(groups: Ref<readonly Group[]>) {
  const drafts = shallowReactive(new Map<number, ReadonlySet<string>>());
  const kept = (group: Group): ReadonlySet<string> => new Set(group.permissions);
  const of = (group: Group): ReadonlySet<string> => drafts.get(group.id) ?? kept(group);
  const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a.size === b.size && [...a].every((one) => b.has(one));
  return {
    of,
    /** Those that something was changed of. */
    changed: computed(() => groups.value.filter((group) => !isSame(of(group), kept(group)))),
    has: (group: Group, permission: string): boolean =>
      of(group).has(permission) || of(group).has(EVERYTHING),
    set(group: Group, permission: string, isOn: boolean): void {
      const next = new Set(of(group));
      if (isOn) next.add(permission);
      else next.delete(permission);
      drafts.set(group.id, next);
    },
    forget: (group: Group): void => void drafts.delete(group.id),
    forgetAll: (): void => drafts.clear(),
  };
}

/** As the text of a tick, which says of whom and what it is. */
export const tickName = (group: Group, label: string): string => `${group.name}: ${label}`;

export const areaTitle = (key: string, t: (key: string) => string, te: (key: string) => boolean): string =>
  te(`areas.${key}`) ? t(`areas.${key}`) : texts.te(`nav.${key}`) ? texts.t(`nav.${key}`) : key;
