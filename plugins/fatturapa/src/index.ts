import { availableParallelism } from 'node:os';
import { definePlugin, DocumentChecker } from '@traliccio/sdk';
import { artifactsOf } from './artifacts.ts';
import { checkDocuments } from './check-documents.ts';
import { manifest } from './manifest.ts';
import { createXsdPool } from './xsd-pool.ts';

/** A run plans the next page while this one is checked, so one core is its own; each thread holds about 35 MB. */
const MOST_THREADS = 2;

export default definePlugin(manifest, {
  setup(ctx) {
    const schema = createXsdPool(Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)));
    ctx.onStop(() => schema.stop());

    ctx.filters.on('document.check', (documents, { today }) => checkDocuments(documents, today, schema));
    ctx.filters.on('document.artifacts', (documents, { tx }) =>
      artifactsOf(documents, tx, ctx.core.counters),
    );

    ctx.capabilities.provide(DocumentChecker, {
      format: 'fatturapa',
      async check(bytes, options) {
        // Loaded when somebody checks a file: the parser is a megabyte of WebAssembly that billing has no use for here.
        const { checkFile } = await import('./check-file.ts');
        return checkFile(bytes, options);
      },
    });
  },
});
