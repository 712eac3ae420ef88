import { mdiAccountMultiple } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/customers',
    name: 'customers',
    component: () => import('./CustomersPage.vue'),
    meta: {
      title: 'nav.customers',
      permission: 'customers.read',
      nav: { group: 'work', icon: mdiAccountMultiple, order: 20 },
    },
  },
];
