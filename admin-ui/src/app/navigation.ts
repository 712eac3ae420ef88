import { texts } from './i18n.ts';
import { knownRoutes, type NavGroup } from './router.ts';
import { can } from './session.ts';

const GROUPS: readonly NavGroup[] = ['work', 'money', 'network', 'system'];

export type NavItem = { readonly to: string; readonly title: string; readonly icon: string };

/** What this operator may go to, by group. */
export function navigation(): { readonly name: NavGroup; readonly items: readonly NavItem[] }[] {
  const { t } = texts;
  const shown = knownRoutes.value
    .filter(({ meta }) => meta.nav && can(meta.permission))
    .sort((a, b) => a.meta.nav!.order - b.meta.nav!.order);
  return GROUPS.map((name) => ({
    name,
    items: shown
      .filter(({ meta }) => meta.nav!.group === name)
      .map(({ path, meta }) => ({ to: path, title: t(meta.title ?? ''), icon: meta.nav!.icon })),
  })).filter(({ items }) => items.length > 0);
}
