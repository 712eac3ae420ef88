import { mdiRadioTower } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/sites',
    name: 'sites',
    component: () => import('./SitesPage.vue'),
    meta: {
      title: 'nav.sites',
      permission: 'sites.read',
      nav: { group: 'network', icon: mdiRadioTower, order: 10 },
    },
  },
  {
    path: '/sites/:id(\\d+)',
    name: 'site',
    component: () => import('./SitePage.vue'),
    meta: { title: 'nav.site', permission: 'sites.read', parent: 'sites' },
  },
];
