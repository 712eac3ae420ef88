// @ts-check
/** Pages of bank statements: plain JavaScript, which a browser runs as it is, and loads when it is asked for. */
import { definePages, slot } from '@traliccio/sdk/ui';
import { defineAsyncComponent } from 'vue';
import { messages } from './messages.js';

const BANK = 'M11.5 1 2 6v2h19V6zM16 10v7h3v-7zM2 22h19v-3H2zm8-12v7h3v-7zm-6 0v7h3v-7z';
const READ = 'bank-statement.read';
const BOOK = 'bank-statement.book';

export default definePages({
  messages,
  routes: [
    {
      path: '',
      name: 'work',
      title: 'title',
      permission: READ,
      nav: { group: 'money', icon: BANK, order: 28 },
      component: defineAsyncComponent(async () => (await import('./work-page.js')).WorkPage),
    },
    {
      path: 'import',
      name: 'import',
      title: 'importTitle',
      permission: BOOK,
      parent: 'work',
      component: defineAsyncComponent(async () => (await import('./import-page.js')).ImportPage),
    },
    {
      path: 'files',
      name: 'files',
      title: 'filesTitle',
      permission: READ,
      parent: 'work',
      component: defineAsyncComponent(async () => (await import('./files-page.js')).FilesPage),
    },
    {
      path: 'mappings',
      name: 'mappings',
      title: 'mappingsTitle',
      permission: BOOK,
      parent: 'work',
      component: defineAsyncComponent(async () => (await import('./mappings-page.js')).MappingsPage),
    },
  ],
  slots: [
    slot('month-end.part', {
      title: 'title',
      permission: READ,
      component: defineAsyncComponent(async () => (await import('./month-end-part.js')).MonthEndPart),
    }),
  ],
});
