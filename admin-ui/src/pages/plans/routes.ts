import { mdiTagMultipleOutline } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/plans',
    name: 'plans',
    component: () => import('./PlansPage.vue'),
    meta: {
      title: 'nav.plans',
      permission: 'plans.read',
      nav: { group: 'money', icon: mdiTagMultipleOutline, order: 50 },
    },
  },
  {
    path: '/plans/:id(\\d+)',
    name: 'plan',
    component: () => import('./PlanPage.vue'),
    meta: { title: 'nav.plan', permission: 'plans.read', parent: 'plans' },
  },
];
