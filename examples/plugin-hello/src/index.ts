import { definePlugin } from '@traliccio/sdk';
import { checkTotals } from './check.ts';
import { count } from './count.ts';
import manifest from './manifest.ts';
import { routes } from './routes.ts';

export default definePlugin(manifest, {
  // The plugin's own history of its tables, in both dialects; a step that has run somewhere never changes again.
  migrations: [
    {
      name: '001_document',
      sqlite: 'CREATE TABLE hello_document (document_id INTEGER NOT NULL PRIMARY KEY, day TEXT NOT NULL)',
      mysql: 'CREATE TABLE hello_document (document_id BIGINT NOT NULL PRIMARY KEY, day CHAR(10) NOT NULL)',
    },
    {
      name: '002_customer',
      sqlite: 'ALTER TABLE hello_document ADD COLUMN customer_id INTEGER',
      mysql: 'ALTER TABLE hello_document ADD COLUMN customer_id BIGINT',
    },
  ],
  setup(ctx) {
    ctx.events.on('document.issued', { whileDisabled: 'keep' }, ({ data }) => count(ctx, data));
    ctx.filters.on('document.check', (documents) => checkTotals(documents, ctx.settings.limit));
    routes(ctx);
  },
});
