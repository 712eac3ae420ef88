import { mdiFileEditOutline } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/drafts',
    name: 'drafts',
    component: () => import('./DraftsPage.vue'),
    meta: {
      title: 'nav.drafts',
      permission: 'drafts.read',
      nav: { group: 'money', icon: mdiFileEditOutline, order: 22 },
    },
  },
  {
    path: '/drafts/new',
    name: 'draft-new',
    component: () => import('./NewDraftPage.vue'),
    meta: { title: 'nav.draftNew', permission: 'drafts.write', parent: 'drafts' },
  },
  {
    path: '/drafts/:id(\\d+)',
    name: 'draft',
    component: () => import('./DraftPage.vue'),
    meta: { title: 'nav.draft', permission: 'drafts.read', parent: 'drafts' },
  },
];
