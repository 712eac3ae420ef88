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
  {
    path: '/customers/new',
    name: 'customer-new',
    component: () => import('./NewCustomerPage.vue'),
    meta: { title: 'nav.customerNew', permission: 'customers.write', parent: 'customers' },
  },
  {
    path: '/customers/:id(\\d+)',
    name: 'customer',
    component: () => import('./CustomerPage.vue'),
    meta: { title: 'nav.customer', permission: 'customers.read', parent: 'customers' },
  },
  {
    path: '/customers/:id(\\d+)/edit',
    name: 'customer-edit',
    component: () => import('./EditCustomerPage.vue'),
    meta: { title: 'nav.customerEdit', permission: 'customers.write', parent: 'customer' },
  },
];
