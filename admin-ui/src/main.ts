import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from './app/App.vue';
import { ApiError } from './app/api.ts';
import { focusFirst } from './app/focus.ts';
import { i18n } from './app/i18n.ts';
import { followPlugins } from './app/plugins.ts';
import { router } from './app/router.ts';
import { resume } from './app/session.ts';
import { vuetify } from './app/vuetify.ts';
import './app/style.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refuses it will refuse again.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
    },
  },
});

const app = createApp(App);
app.directive('first', focusFirst);
app.use(i18n).use(vuetify).use(VueQueryPlugin, { queryClient: queries });
await resume().catch(() => false);
followPlugins();
app.use(router);
app.mount('#app');
