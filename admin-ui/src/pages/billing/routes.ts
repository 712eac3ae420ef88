import { mdiAlertOctagonOutline, mdiCashPlus, mdiHistory, mdiWeatherNight } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/tonight',
    name: 'tonight',
    component: () => import('./TonightPage.vue'),
    meta: {
      title: 'nav.tonight',
      permission: 'billing.run',
      nav: { group: 'money', icon: mdiWeatherNight, order: 10 },
    },
  },
  {
    path: '/charges',
    name: 'charges',
    component: () => import('./ChargesPage.vue'),
    meta: {
      title: 'nav.charges',
      permission: 'contracts.read',
      nav: { group: 'money', icon: mdiCashPlus, order: 30 },
    },
  },
  {
    path: '/parked',
    name: 'parked',
    component: () => import('./ParkedPage.vue'),
    meta: {
      title: 'nav.parked',
      permission: 'contracts.read',
      nav: { group: 'money', icon: mdiAlertOctagonOutline, order: 40 },
    },
  },
  {
    path: '/runs',
    name: 'runs',
    component: () => import('./RunsPage.vue'),
    meta: {
      title: 'nav.runs',
      permission: 'jobs.read',
      nav: { group: 'money', icon: mdiHistory, order: 50 },
    },
  },
  {
    // Whoever may bill sees billing runs without seeing the list of all.
    path: '/runs/:id(\\d+)',
    name: 'run',
    component: () => import('./RunPage.vue'),
    props: true,
    meta: { title: 'nav.run', parent: 'runs' },
  },
];
