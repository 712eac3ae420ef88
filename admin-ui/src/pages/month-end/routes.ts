import { mdiCalendarCheckOutline } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/month-end',
    name: 'month-end',
    component: () => import('./MonthEndPage.vue'),
    meta: {
      title: 'nav.monthEnd',
      permission: 'documents.read',
      nav: { group: 'money', icon: mdiCalendarCheckOutline, order: 62 },
    },
  },
];
