import { mdiCog, mdiClipboardTextClock, mdiDomain, mdiTimerCog, mdiTruckDelivery } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/outbox',
    name: 'outbox',
    component: () => import('./OutboxPage.vue'),
    meta: {
      title: 'nav.outbox',
      permission: 'outbox.read',
      nav: { group: 'system', icon: mdiTruckDelivery, order: 20 },
    },
  },
  {
    path: '/jobs',
    name: 'jobs',
    component: () => import('./JobsPage.vue'),
    meta: {
      title: 'nav.jobs',
      permission: 'jobs.read',
      nav: { group: 'system', icon: mdiTimerCog, order: 30 },
    },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./AuditPage.vue'),
    meta: {
      title: 'nav.audit',
      permission: 'audit.read',
      nav: { group: 'system', icon: mdiClipboardTextClock, order: 40 },
    },
  },
  {
    path: '/issuer',
    name: 'issuer',
    component: () => import('./IssuerPage.vue'),
    meta: {
      title: 'nav.issuer',
      permission: 'issuer.read',
      nav: { group: 'system', icon: mdiDomain, order: 70 },
    },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./SettingsPage.vue'),
    meta: {
      title: 'nav.settings',
      permission: 'settings.read',
      nav: { group: 'system', icon: mdiCog, order: 80 },
    },
  },
];
