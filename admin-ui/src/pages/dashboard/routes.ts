import { mdiViewDashboardOutline } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/',
    name: 'dashboard',
    component: () => import('./DashboardPage.vue'),
    meta: { title: 'nav.dashboard', nav: { group: 'work', icon: mdiViewDashboardOutline, order: 10 } },
  },
];
