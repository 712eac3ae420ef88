import { defineManifest, Type } from '@traliccio/sdk';

/** Pure data: the host shows, checks and configures the plugin by it without running any of its code. */
export default defineManifest({
  id: 'hello',
  version: '1.0.0',
  sdk: '^1.0.0',
  label: { it: 'Esempio', en: 'Example' },
  description: {
    it: 'Conta i documenti emessi ogni giorno e segnala quelli di importo insolito.',
    en: 'Counts the documents issued each day, and points out those of an unusual amount.',
  },
  edition: 'BASIC',
  ui: { entry: './ui/index.js', styles: ['./ui/hello.css'] },
  settings: Type.Object({
    limit: Type.Integer({
      default: 100_000,
      minimum: 1,
      title: 'Soglia / Limit',
      description:
        'In centesimi; sopra, il documento viene segnalato. / In cents; above it a document is pointed out.',
    }),
  }),
});
