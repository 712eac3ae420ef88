import type { FileKind } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
export const documentsKind = (_deps: ImportDeps): FileKind<unknown> => ({ name: 'documents', prefix: 'document', columns: [], read: () => ({ key: '', value: null }), store: async () => [] });
