// @ts-check
/** What operators see of this plugin. Plain JavaScript, which a browser runs as it is: there is nothing to build. */
import { definePages, slot } from '@traliccio/sdk/ui';
import { CustomerTab } from './customer-tab.js';
import { DaysPage } from './days-page.js';
import { TodayTile } from './today-tile.js';

/** A path of SVG in a square of 24; `@mdi/js` has thousands. */
const HAND =
  'M12 2a1.5 1.5 0 0 1 1.5 1.5V11h1V5a1.5 1.5 0 0 1 3 0v10a7 7 0 0 1-7 7c-3 0-5-2-6-4l-2-5 1-1 4 3V6a1.5 1.5 0 0 1 3 0v5h1V3.5A1.5 1.5 0 0 1 12 2z';

export default definePages({
  messages: {
    it: {
      days: 'Documenti al giorno',
      day: 'Giorno',
      documents: 'Documenti',
      none: 'Ancora nessun documento: compariranno qui appena ne emetti uno.',
      tile: 'Ultimo giorno di emissione',
      tab: 'Saluti',
      issued: 'Nessun documento emesso | Un documento emesso | {count} documenti emessi',
    },
    en: {
      days: 'Documents a day',
      day: 'Day',
      documents: 'Documents',
      none: 'No documents yet: they show here as soon as one is issued.',
      tile: 'Last day of issue',
      tab: 'Greetings',
      issued: 'No document issued | One document issued | {count} documents issued',
    },
  },
  routes: [
    {
      path: '',
      name: 'days',
      title: 'days',
      permission: 'documents.read',
      nav: { group: 'money', icon: HAND, order: 95 },
      component: DaysPage,
    },
  ],
  slots: [
    slot('dashboard.tile', { title: 'tile', permission: 'documents.read', component: TodayTile }),
    slot('customer.tab', { title: 'tab', permission: 'documents.read', component: CustomerTab }),
  ],
});
