import { mdiTrayArrowUp } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/import',
    name: 'import',
    component: () => import('./ImportPage.vue'),
    meta: {
      title: 'nav.import',
      permission: 'imports.run',
      nav: { group: 'system', icon: mdiTrayArrowUp, order: 45 },
    },
  },
];
