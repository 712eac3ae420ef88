import { mdiFileDocumentOutline } from '@mdi/js';
import type { RouteRecordRaw } from 'vue-router';

export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/documents',
    name: 'documents',
    component: () => import('./DocumentsPage.vue'),
    meta: {
      title: 'nav.documents',
      permission: 'documents.read',
      nav: { group: 'money', icon: mdiFileDocumentOutline, order: 20 },
    },
  },
  {
    path: '/documents/:id(\\d+)',
    name: 'document',
    component: () => import('./DocumentPage.vue'),
    props: true,
    meta: { title: 'nav.document', permission: 'documents.read', parent: 'documents' },
  },
];
