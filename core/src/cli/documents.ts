import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatDate, formatEuro, Invalid, type DocumentView } from '@traliccio/sdk';
import type { App } from '../app.ts';
import { explainLine } from '../domain/documents/document-detail.ts';
import type { LineExplanation } from '../domain/documents/document.schema.ts';
import type { DocumentFilter } from '../domain/documents/document.service.ts';
import { safeName } from '../domain/documents/file-name.ts';
import { recountTurnover } from '../domain/documents/turnover.ts';
import { appCommand, EXIT } from './command.ts';
import { table } from './output.ts';
import { readDate } from './run.ts';

const filterOptions = {
  from: { type: 'string', help: 'dated on or after' },
  to: { type: 'string', help: 'dated on or before' },
  series: { type: 'string', help: 'of this series' },
  customer: { type: 'string', help: 'of the customer with this code' },
} as const;

type FilterValues = {
  readonly from?: string;
  readonly to?: string;
  readonly series?: string;
  readonly customer?: string;
};
const filterOf = (values: FilterValues): DocumentFilter => ({
  ...(values.from === undefined ? {} : { from: readDate(values.from) }),
  ...(values.to === undefined ? {} : { to: readDate(values.to) }),
  ...(values.series === undefined ? {} : { series: values.series }),
  ...(values.customer === undefined ? {} : { customer: values.customer }),
});

export const documentsList = appCommand({
  name: 'documents list',
  summary: 'issued documents',
  usage: '[--from DATE] [--to DATE] [--series CODE] [--customer CODE] [--after ID] [--limit N]',
  options: {
    ...filterOptions,
    after: { type: 'string', help: 'go on behind this id' },
    limit: { type: 'string', help: 'at most so many (200)' },
  },
  async run(app, { values }, out) {
    const rows = await app.documents.list({
      ...filterOf(values),
      ...(values.after === undefined ? {} : { after: whole(values.after, '--after') }),
      ...(values.limit === undefined ? {} : { limit: whole(values.limit, '--limit') }),
    });
    out.result(rows, () =>
      rows.length === 0
        ? 'No documents.'
        : table(
            ['ID', 'NUMBER', 'TYPE', 'DATE', 'DUE', 'CUSTOMER', 'TOTAL'],
            rows.map((r) => [
              r.id,
              r.numberText,
              r.tipoDocumento,
              r.date,
              r.dueDate,
              `${r.customer} ${r.customerName}`,
              formatEuro(r.total),
            ]),
          ),
    );
  },
});

export const documentsShow = appCommand({
  name: 'documents show',
  summary: 'one document with its lines',
  usage: 'NUMBER|ID',
  async run(app, { positionals }, out) {
    const view = await app.documents.find(one(positionals));
    out.result(view, () => describe(view));
  },
});

export const documentsExplain = appCommand({
  name: 'documents explain',
  summary: 'why a line of a document is what it is',
  usage: 'NUMBER|ID [LINE]',
  async run(app, { positionals }, out) {
    const view = await app.documents.find(one(positionals.slice(0, 1)));
    const wanted =
      positionals[1] === undefined ? view.lines.map((l) => l.number) : [whole(positionals[1], 'LINE')];
    const lines: LineExplanation[] = [];
    for (const number of wanted) lines.push(await explainLine(app.database.sql, view.id, number));
    out.result(lines, () =>
      lines
        .map(
          (l) => `${l.line}. ${l.description}\n${l.charges.map((c) => `   ${JSON.stringify(c)}`).join('\n')}`,
        )
        .join('\n'),
    );
  },
});

export const documentsCredit = appCommand({
  name: 'documents credit',
  summary: 'credit an invoice as a whole',
  usage: 'NUMBER|ID --reason TEXT [--rebill]',
  options: {
    reason: { type: 'string', help: 'stands on the credit note' },
    rebill: { type: 'boolean', help: 'let the next run bill the same days anew' },
  },
  async run(app, { positionals, values }, out) {
    const view = await app.documents.find(one(positionals));
    if (values.reason === undefined)
      throw new Invalid('usage', 'a credit note needs a reason', { field: '--reason' });
    const issued = await app.documents.credit(
      { documentId: view.id, reason: values.reason, rebill: values.rebill === true },
      { kind: 'operator', name: 'cli' },
    );
    out.result(issued, `${view.numberText} is credited by ${issued.numberText}.`);
  },
});

export const documentsExport = appCommand({
  name: 'documents export',
  summary: 'write the XML and the PDF of documents into a folder',
  usage: 'FOLDER [--from DATE] [--to DATE] [--series CODE] [--customer CODE] [--xml] [--pdf]',
  options: {
    ...filterOptions,
    xml: { type: 'boolean', help: 'only the XML' },
    pdf: { type: 'boolean', help: 'only the PDF' },
  },
  async run(app, { positionals, values }, out) {
    const folder = resolve(one(positionals));
    const exported = await exportDocuments(app, {
      filter: filterOf(values),
      xml: values.pdf === true && values.xml !== true ? null : join(folder, 'xml'),
      pdf: values.xml === true && values.pdf !== true ? null : join(folder, 'pdf'),
      onProgress: (done) => out.progress(`${done} documents written`),
    });
    out.result(exported, `${exported.xml} XML and ${exported.pdf} PDF files in ${folder}`);
    return exported.failed.length === 0 ? EXIT.done : EXIT.failed;
  },
});

export const documentsRecount = appCommand({
  name: 'documents recount',
  summary: 'add up anew what the documents of each day come to',
  async run(app, _args, out) {
    await recountTurnover(app.database);
    out.result({ recounted: true }, 'The turnover of each day is added up anew.');
  },
});

export type ExportRequest = {
  readonly filter: DocumentFilter;
  /** Folders; null for none of the kind. */
  readonly xml: string | null;
  readonly pdf: string | null;
  readonly onProgress?: (done: number) => void;
};
export type Exported = { xml: number; pdf: number; readonly failed: { document: string; message: string }[] };

/** Writes the files of documents, page by page. Imported ones have the files that they came with. */
export async function exportDocuments(app: App, request: ExportRequest): Promise<Exported> {
  const exported: Exported = { xml: 0, pdf: 0, failed: [] };
  for (const folder of [request.xml, request.pdf])
    if (folder !== null) await mkdir(folder, { recursive: true });
  for (let after = 0, done = 0; ;) {
    const page = await app.documents.list({ ...request.filter, after, limit: 100 });
    if (page.length === 0) return exported;
    after = page.at(-1)?.id ?? after;
    const views = await app.documents.views(page.map((d) => d.id));
    for (const view of views) {
      await exportOne(app, view, request, exported).catch((error: unknown) =>
        exported.failed.push({
          document: view.numberText,
          message: error instanceof Error ? error.message : String(error),
        }),
      );
      request.onProgress?.(++done);
    }
  }
}

async function exportOne(
  app: App,
  view: DocumentView,
  request: ExportRequest,
  exported: Exported,
): Promise<void> {
  const artifacts = await app.documents.artifacts(view.id);
  if (request.xml !== null)
    for (const a of artifacts) {
      await writeFile(join(request.xml, safeName(a.fileName)), a.bytes);
      exported.xml += 1;
    }
  if (request.pdf === null) return;
  const rendered = await app.printing.pdf(view.id, new AbortController().signal);
  await writeFile(join(request.pdf, rendered.fileName), rendered.bytes);
  exported.pdf += 1;
}

function describe(view: DocumentView): string {
  const lines = table(
    ['#', 'DESCRIPTION', 'FROM', 'TO', 'AMOUNT', 'VAT'],
    view.lines.map((l) => [
      l.number,
      l.description,
      l.periodFrom,
      l.periodTo,
      formatEuro(l.amount),
      l.natura ?? `${l.vatRate / 100} %`,
    ]),
  );
  return `${view.tipoDocumento} ${view.numberText} of ${formatDate(view.date)}, ${view.customer.code} ${view.customer.name}\n\n${lines}\n\nnet ${formatEuro(view.net)}, VAT ${formatEuro(view.vatTotal)}, total ${formatEuro(view.total)}, to pay ${formatEuro(view.payable)}`;
}

function one(positionals: readonly string[]): string {
  const [value] = positionals;
  if (value === undefined || positionals.length > 1) throw new Invalid('usage', 'give exactly one of it');
  return value;
}

function whole(text: string, field: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new Invalid('usage', `${JSON.stringify(text)} is no whole number`, { field });
  return Number(text);
}
