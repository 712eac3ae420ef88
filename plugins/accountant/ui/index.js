// @ts-check
import { definePages } from '@traliccio/sdk/ui';
import { defineAsyncComponent } from 'vue';
import { messages } from './messages.js';

/** A briefcase: a path of SVG in a square of 24. */
const BRIEFCASE =
  'M10 2h4a2 2 0 0 1 2 2v2h4a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h4V4a2 2 0 0 1 2-2zm0 2v2h4V4h-4z';

export default definePages({
  messages,
  routes: [
    {
      path: '',
      name: 'package',
      title: 'title',
      permission: 'accountant.export',
      nav: { group: 'money', icon: BRIEFCASE, order: 66 },
      component: defineAsyncComponent(async () => (await import('./accountant-page.js')).AccountantPage),
    },
  ],
});
