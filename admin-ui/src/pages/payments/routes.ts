import { mdiAccountClock, mdiCashClock, mdiCashMultiple, mdiCashRegister } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/payments',
    name: 'payments',
    component: () => import('./PaymentsPage.vue'),
    meta: {
      title: 'nav.payments',
      permission: 'payments.read',
      nav: { group: 'money', icon: mdiCashMultiple, order: 25 },
    },
  },
  {
    path: '/payments/:id(\\d+)',
    name: 'payment',
    component: () => import('./PaymentPage.vue'),
    props: true,
    meta: { title: 'nav.payment', permission: 'payments.read', parent: 'payments' },
  },
  {
    path: '/open-items',
    name: 'openItems',
    component: () => import('./OpenItemsPage.vue'),
    meta: {
      title: 'nav.openItems',
      permission: 'payments.read',
      nav: { group: 'money', icon: mdiCashClock, order: 24 },
    },
  },
  {
    path: '/ageing',
    name: 'ageing',
    component: () => import('./AgeingPage.vue'),
    meta: {
      title: 'nav.ageing',
      permission: 'payments.read',
      nav: { group: 'money', icon: mdiAccountClock, order: 26 },
    },
  },
  {
    path: '/till',
    name: 'till',
    component: () => import('./TillPage.vue'),
    meta: {
      title: 'nav.till',
      permission: 'receipts.close',
      nav: { group: 'money', icon: mdiCashRegister, order: 27 },
    },
  },
  {
    path: '/customers/:id(\\d+)/statement',
    name: 'statement',
    component: () => import('./StatementPage.vue'),
    props: true,
    meta: { title: 'nav.statement', permission: 'payments.read', parent: 'customer' },
  },
];
