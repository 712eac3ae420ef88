import { mdiCashSync } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/price-changes',
    name: 'price-changes',
    component: () => import('./PriceChangesPage.vue'),
    meta: {
      title: 'nav.priceChanges',
      permission: 'contracts.read',
      nav: { group: 'money', icon: mdiCashSync, order: 55 },
    },
  },
  {
    path: '/price-changes/new',
    name: 'price-change-new',
    component: () => import('./NewPriceChangePage.vue'),
    meta: { title: 'nav.priceChangeNew', permission: 'contracts.reprice', parent: 'price-changes' },
  },
  {
    path: '/price-changes/:id(\\d+)',
    name: 'price-change',
    component: () => import('./PriceChangePage.vue'),
    meta: { title: 'nav.priceChange', permission: 'contracts.read', parent: 'price-changes' },
  },
];
