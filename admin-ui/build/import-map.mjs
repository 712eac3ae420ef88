import { fileURLToPath } from 'node:url';

/** What plugins' pages import by name, and what they get: the modules of the admin UI itself, one of each. */
const shared = {
  vue: 'vue',
  'vue-router': 'vue-router',
  'vue-i18n': 'vue-i18n',
  '@traliccio/sdk/ui': 'sdk-ui',
};

export const sharedEntries = Object.fromEntries(
  Object.values(shared).map((name) => [
    `shared-${name}`,
    fileURLToPath(new URL(`../src/shared/${name}.ts`, import.meta.url)),
  ]),
);

/** Writes the import map into the page, before its first module. */
export const importMap = () => ({
  name: 'traliccio-import-map',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {});
      const imports = Object.fromEntries(
        Object.entries(shared).map(([name, entry]) => {
          const chunk = chunks.find(
            (one) => one.type === 'chunk' && one.isEntry && one.name === `shared-${entry}`,
          );
          return [name, `/${chunk.fileName}`];
        }),
      );
      const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
      return html.replace('<title>', `${map}\n    <title>`);
    },
  },
});
