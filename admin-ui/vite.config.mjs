import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import vuetify from 'vite-plugin-vuetify';
import { compressed } from './build/compressed.mjs';
import { importMap, sharedEntries } from './build/import-map.mjs';

export default defineConfig({
  plugins: [vue(), vuetify({ autoImport: true }), importMap(), compressed()],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  resolve: {
    alias: [
      { find: /^fflate$/, replacement: fileURLToPath(new URL('./build/fflate-here.mjs', import.meta.url)) },
    ],
    conditions: ['traliccio-source', 'module', 'browser', 'production'],
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: new URL('./index.html', import.meta.url).pathname, ...sharedEntries },
      preserveEntrySignatures: 'exports-only',
      output: {
        // What every page needs, in one piece instead of thirty.
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(@vue|vue|vue-router|vue-i18n|@intlify|@tanstack)\// },
          ],
        },
      },
    },
  },
});
