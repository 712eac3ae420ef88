import type { PluginContext } from '@traliccio/sdk';
import { bookWhatIsSure } from '../import/automatic.ts';
import type { Context } from '../import/context.ts';
import { filesAfter } from '../import/files.ts';
import { importFile, previewFile, type Upload } from '../import/import-file.ts';
import { mappingById, mappings, removeMapping, saveMapping } from '../import/mappings.ts';
import { BOOK, READ } from '../manifest.ts';
import {
  BookedView,
  FilesQuery,
  FilesView,
  ImportedView,
  LineParams,
  MappingBody,
  MappingsView,
  MappingView,
  PreviewView,
  UploadQuery,
} from './schemas.ts';

/** A movement is some 3 kB of XML: thousands of them. */
const UPLOAD = { types: ['application/octet-stream'], maxBytes: 8 * 1024 * 1024 };

/** Files: what one would do, importing it, what came in before, and the mappings of tables. */
export function fileRoutes(ctx: Context & Pick<PluginContext, 'http'>): void {
  const uploadOf = async (request: {
    readonly upload: Uint8Array;
    readonly query: { readonly name: string; readonly mapping?: number | undefined };
  }): Promise<Upload> => {
    const { name, mapping } = request.query;
    return {
      bytes: request.upload,
      name,
      mapping: mapping === undefined ? undefined : (await mappingById(ctx.sql, mapping)).mapping,
    };
  };
  ctx.http.route({
    method: 'POST',
    path: '/preview',
    summary: 'What an import of a bank statement would do; nothing is written',
    permission: BOOK,
    mode: 'own',
    query: UploadQuery,
    upload: UPLOAD,
    response: PreviewView,
    handler: async (request) => previewFile(ctx, await uploadOf(request)),
  });
  ctx.http.route({
    method: 'POST',
    path: '/files',
    summary: 'Imports a bank statement, and books what is sure of it',
    permission: BOOK,
    mode: 'own',
    query: UploadQuery,
    upload: UPLOAD,
    response: ImportedView,
    handler: async (request) => importFile(ctx, await uploadOf(request), request.actor.name),
  });
  ctx.http.route({
    method: 'GET',
    path: '/files',
    summary: 'Bank statements that were imported, the latest first',
    permission: READ,
    mode: 'read',
    query: FilesQuery,
    response: FilesView,
    handler: ({ query }) => filesAfter(ctx.sql, query),
  });
  ctx.http.route({
    method: 'POST',
    path: '/match',
    summary: 'Books what has become sure among the lines that are open',
    permission: BOOK,
    mode: 'own',
    response: BookedView,
    handler: () => bookWhatIsSure(ctx),
  });
  ctx.http.route({
    method: 'GET',
    path: '/mappings',
    summary: 'How the columns of CSV and XLSX files are read',
    permission: READ,
    mode: 'read',
    response: MappingsView,
    handler: async () => ({ items: await mappings(ctx.sql) }),
  });
  ctx.http.route({
    method: 'POST',
    path: '/mappings',
    summary: 'Keeps a mapping; one of the same name is replaced',
    permission: BOOK,
    mode: 'write',
    body: MappingBody,
    response: MappingView,
    handler: ({ body }, tx) => saveMapping(tx, body.name.trim(), body.mapping),
  });
  ctx.http.route({
    method: 'DELETE',
    path: '/mappings/:id',
    summary: 'Removes a mapping',
    permission: BOOK,
    mode: 'write',
    params: LineParams,
    handler: ({ params }, tx) => removeMapping(tx, params.id),
  });
}
