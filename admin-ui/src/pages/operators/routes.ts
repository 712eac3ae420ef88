import { mdiAccountGroup, mdiAccountTie } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/operators',
    name: 'operators',
    component: () => import('./OperatorsPage.vue'),
    meta: {
      title: 'nav.operators',
      permission: 'operators.read',
      nav: { group: 'system', icon: mdiAccountTie, order: 50 },
    },
  },
  {
    path: '/operators/new',
    name: 'operator-new',
    component: () => import('./OperatorNewPage.vue'),
    meta: { title: 'nav.operatorNew', permission: 'operators.manage', parent: 'operators' },
  },
  {
    path: '/operators/:id(\\d+)',
    name: 'operator',
    component: () => import('./OperatorPage.vue'),
    props: ({ params }) => ({ id: Number(params['id']) }),
    meta: { title: 'nav.operator', permission: 'operators.read', parent: 'operators' },
  },
  {
    path: '/groups',
    name: 'groups',
    component: () => import('./GroupsPage.vue'),
    meta: {
      title: 'nav.groups',
      permission: 'operators.read',
      nav: { group: 'system', icon: mdiAccountGroup, order: 60 },
    },
  },
];
