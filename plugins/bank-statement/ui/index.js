// @ts-check
/** Pages of bank statements: plain JavaScript, which a browser runs as it is. */
import { definePages, slot } from '@traliccio/sdk/ui';
import { FilesPage } from './files-page.js';
import { ImportPage } from './import-page.js';
import { MappingsPage } from './mappings-page.js';
import { messages } from './messages.js';
import { MonthEndPart } from './month-end-part.js';
import { BOOK } from './words.js';
import { WorkPage } from './work-page.js';

const BANK = 'M11.5 1 2 6v2h19V6zM16 10v7h3v-7zM2 22h19v-3H2zm8-12v7h3v-7zm-6 0v7h3v-7z';
const READ = 'bank-statement.read';

export default definePages({
  messages,
  routes: [
    {
      path: '',
      name: 'work',
      title: 'title',
      permission: READ,
      nav: { group: 'money', icon: BANK, order: 28 },
      component: WorkPage,
    },
    {
      path: 'import',
      name: 'import',
      title: 'importTitle',
      permission: BOOK,
      parent: 'work',
      component: ImportPage,
    },
    {
      path: 'files',
      name: 'files',
      title: 'filesTitle',
      permission: READ,
      parent: 'work',
      component: FilesPage,
    },
    {
      path: 'mappings',
      name: 'mappings',
      title: 'mappingsTitle',
      permission: BOOK,
      parent: 'work',
      component: MappingsPage,
    },
  ],
  slots: [slot('month-end.part', { title: 'title', permission: READ, component: MonthEndPart })],
});
