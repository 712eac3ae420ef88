import type { PluginContext } from '@traliccio/sdk';
import { bookLine, putAside, undo } from '../import/book.ts';
import type { Context } from '../import/context.ts';
import { countOpen, lineById, lineMoved, linesBy, type StoredLine } from '../import/line-store.ts';
import { shown, type ShownLine } from '../import/work-list.ts';
import { BOOK, READ } from '../manifest.ts';
import {
  AsideBody,
  BookBody,
  LineParams,
  LinesQuery,
  LinesView,
  LineView,
  OpenQuery,
  OpenView,
  UndoBody,
} from './schemas.ts';

/** The work list, and what is done with a line of it. */
export function lineRoutes(ctx: Context & Pick<PluginContext, 'http'>): void {
  const one = async (id: number): Promise<ShownLine> => {
    const [line] = await shown(ctx, [await lineById(ctx.sql, id)]);
    return line!;
  };
  /** Does something with a line as it was seen, in a transaction of its own, and shows it as it is then. */
  const change = async (
    { id, version }: { readonly id: number; readonly version: number },
    work: (line: StoredLine, tx: Parameters<Parameters<Context['transaction']>[0]>[0]) => Promise<void>,
  ): Promise<ShownLine> => {
    await ctx.transaction(async (tx) => {
      const line = await lineById(tx, id);
      if (line.version !== version) throw lineMoved(id);
      await work(line, tx);
    });
    return one(id);
  };
  ctx.http.route({
    method: 'GET',
    path: '/lines',
    summary: 'Lines of bank statements, the latest first; those that are open with what they may pay',
    permission: READ,
    mode: 'read',
    query: LinesQuery,
    response: LinesView,
    async handler({ query, can }) {
      const found = await linesBy(ctx.sql, { ...query, limit: query.limit + 1 });
      const items = found.slice(0, query.limit);
      const next = found.length > query.limit ? (items.at(-1)?.id ?? null) : null;
      return { items: await shown(ctx, items), next, open: await countOpen(ctx.sql), canBook: can(BOOK) };
    },
  });
  ctx.http.route({
    method: 'GET',
    path: '/lines/:id',
    summary: 'A line of a bank statement',
    permission: READ,
    mode: 'read',
    params: LineParams,
    response: LineView,
    handler: ({ params }) => one(params.id),
  });
  ctx.http.route({
    method: 'POST',
    path: '/lines/:id/book',
    summary: 'Books a line on customers: their invoices, and what is left as credit',
    permission: BOOK,
    mode: 'own',
    params: LineParams,
    body: BookBody,
    response: LineView,
    handler: ({ params, body, actor }) =>
      change({ id: params.id, version: body.version }, (line, tx) =>
        bookLine(ctx, tx, line, body.parts, { by: actor.name, rule: body.rule ?? null, learns: true }),
      ),
  });
  ctx.http.route({
    method: 'POST',
    path: '/lines/:id/aside',
    summary: 'Puts a line aside: there is nothing to book, for this reason',
    permission: BOOK,
    mode: 'own',
    params: LineParams,
    body: AsideBody,
    response: LineView,
    handler: ({ params, body, actor }) =>
      change({ id: params.id, version: body.version }, (line, tx) =>
        putAside(ctx, tx, line, { by: actor.name, reason: body.reason.trim() }),
      ),
  });
  ctx.http.route({
    method: 'POST',
    path: '/lines/:id/undo',
    summary: 'Opens a line again; what was booked of it is reversed',
    permission: BOOK,
    mode: 'own',
    params: LineParams,
    body: UndoBody,
    response: LineView,
    handler: ({ params, body, actor }) =>
      change({ id: params.id, version: body.version }, (line, tx) => undo(ctx, tx, line, actor.name)),
  });
  ctx.http.route({
    method: 'GET',
    path: '/open-documents',
    summary: 'Open invoices of a customer, or of a number: what a line could be booked on',
    permission: READ,
    mode: 'read',
    query: OpenQuery,
    response: OpenView,
    async handler({ query: { customerId, number } }) {
      if (customerId === undefined && number === undefined) return { items: [] };
      const items = await ctx.core.payments.open({
        ...(customerId === undefined ? {} : { customerIds: [customerId] }),
        ...(number === undefined ? {} : { numbers: [number.trim().toUpperCase()] }),
        limit: 100,
      });
      return { items };
    },
  });
}
