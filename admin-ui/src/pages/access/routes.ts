import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/login',
    name: 'login',
    component: () => import('./LoginPage.vue'),
    meta: { title: 'nav.login', public: true },
  },
  {
    path: '/setup',
    name: 'setup',
    component: () => import('./SetupPage.vue'),
    meta: { title: 'nav.setup', public: true },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('./AccountPage.vue'),
    meta: { title: 'nav.account' },
  },
  {
    path: '/password',
    name: 'password',
    component: () => import('./PasswordPage.vue'),
    meta: { title: 'nav.account', public: true },
  },
  {
    path: '/forbidden/:path(.*)*',
    name: 'forbidden',
    component: () => import('./ForbiddenPage.vue'),
    meta: { title: 'nav.forbidden' },
  },
  {
    path: '/:path(.*)*',
    name: 'missing',
    component: () => import('./MissingPage.vue'),
    meta: { title: 'nav.missing' },
  },
];
