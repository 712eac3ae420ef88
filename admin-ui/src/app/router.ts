import { shallowRef } from 'vue';
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

/** All pages, also those that plugins have added since. */
export const knownRoutes = shallowRef(router.getRoutes());

export function addPages(records: readonly RouteRecordRaw[]): void {
  for (const record of records) router.addRoute(record);
  knownRoutes.value = router.getRoutes();
}

export function removePages(names: readonly string[]): void {
  for (const name of names) router.removeRoute(name);
  knownRoutes.value = router.getRoutes();
}

router.beforeEach((to) => {
  if (to.meta.public) return true;
  if (!isLoggedIn.value) return { name: 'login', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  if (!can(to.meta.permission) && to.name !== 'forbidden')
    return { name: 'forbidden', params: { path: to.path.slice(1).split('/') }, replace: true };
  return true;
});

const RELOADED = 'traliccio.reloaded';

// A newer version is there: the pages of this one are gone.
router.onError((error: unknown, to) => {
  const isGone = error instanceof TypeError && /module/i.test(error.message);
  if (!isGone || sessionStorage.getItem(RELOADED) === to.fullPath) return;
  sessionStorage.setItem(RELOADED, to.fullPath);
  location.assign(to.fullPath);
});
router.afterEach(() => sessionStorage.removeItem(RELOADED));
