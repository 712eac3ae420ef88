import { mdiFileDocumentEditOutline } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/contracts',
    name: 'contracts',
    component: () => import('./ContractsPage.vue'),
    meta: {
      title: 'nav.contracts',
      permission: 'contracts.read',
      nav: { group: 'work', icon: mdiFileDocumentEditOutline, order: 30 },
    },
  },
  {
    path: '/contracts/new',
    name: 'contract-new',
    component: () => import('./NewContractPage.vue'),
    meta: { title: 'nav.contractNew', permission: 'contracts.write', parent: 'contracts' },
  },
  {
    path: '/contracts/:id(\\d+)',
    name: 'contract',
    component: () => import('./ContractPage.vue'),
    meta: { title: 'nav.contract', permission: 'contracts.read', parent: 'contracts' },
  },
];
