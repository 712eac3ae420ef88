import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { can, isLoggedIn } from './session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of its title among the shared texts: `nav.customers`. */
    title?: string;
    permission?: string;
    /** Where it stands in the navigation; pages without it are reached from others. */
    nav?: { readonly group: NavGroup; readonly icon: string; readonly order: number };
    /** Names of the pages that lead here, for the breadcrumbs. */
    parent?: string;
    /** Shown without a login. */
    public?: boolean;
  }
}

export type NavGroup = 'work' | 'money' | 'network' | 'system';

/** Each folder below pages brings its own. */
const found = import.meta.glob<{ readonly routes: readonly RouteRecordRaw[] }>('../pages/*/routes.ts', {
  eager: true,
});

export const pageRoutes: readonly RouteRecordRaw[] = Object.values(found).flatMap((one) => one.routes);

export const router = createRouter({
  history: createWebHistory(),
  routes: [...pageRoutes],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach((to) => {
  if (to.meta.public) return true;
  if (!isLoggedIn.value) return { name: 'login', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  if (!can(to.meta.permission) && to.name !== 'forbidden')
    return { name: 'forbidden', params: { path: to.path.slice(1).split('/') }, replace: true };
  return true;
});
