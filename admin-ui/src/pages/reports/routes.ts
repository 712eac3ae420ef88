import { mdiBookCheckOutline } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/registers',
    name: 'registers',
    component: () => import('./RegistersPage.vue'),
    meta: {
      title: 'nav.registers',
      permission: 'documents.read',
      nav: { group: 'money', icon: mdiBookCheckOutline, order: 60 },
    },
  },
];
