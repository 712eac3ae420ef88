import { mdiPuzzle } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/plugins',
    name: 'plugins',
    component: () => import('./PluginsPage.vue'),
    meta: {
      title: 'nav.plugins',
      permission: 'plugins.read',
      nav: { group: 'system', icon: mdiPuzzle, order: 10 },
    },
  },
  {
    path: '/plugins/:id',
    name: 'plugin',
    component: () => import('./PluginPage.vue'),
    props: true,
    meta: { title: 'nav.plugin', permission: 'plugins.read', parent: 'plugins' },
  },
];
