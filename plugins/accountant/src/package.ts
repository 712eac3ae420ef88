import { createHash } from 'node:crypto';
import {
  type Artifact,
  DocumentRenderer,
  type DocumentView,
  NotFound,
  Refused,
  type RenderedDocument,
} from '@traliccio/sdk';
import type { Completeness } from './completeness.ts';
import { completenessCsv, completenessLines } from './completeness-files.ts';
import type { Context } from './context.ts';
import { csvAmount, csvDate, csvFile, csvText } from './csv.ts';
import type { PackageFilter } from './filter.ts';
import { chosen, completenessIn } from './find.ts';
import { readMe } from './read-me.ts';
import { inOrder, registerCsv, type RegisterRow, registerRows } from './register.ts';
import { registerXlsx } from './register-xlsx.ts';
import { type PackedFile, zipped } from './zip.ts';

type Needs = Pick<Context, 'core' | 'capabilities' | 'files'>;

/** PDFs that are made at the same time. */
const AT_ONCE = 4;

export const packageName = ({ from, to }: PackageFilter): string => `documenti-${from}-${to}.zip`;

/** The package as a zip: the same bytes for the same filter, as long as no document comes to it. */
export const packageOf = (
  needs: Needs,
  filter: PackageFilter,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> =>
  zipped(packageFiles(needs, filter, signal), new Date(`${filter.to}T12:00:00Z`));

/** What is wrong comes first, the index with the hash of each file last. */
export async function* packageFiles(
  needs: Needs,
  filter: PackageFilter,
  signal: AbortSignal,
): AsyncGenerator<PackedFile> {
  const index: string[][] = [INDEX_HEAD];
  const indexed = (file: PackedFile, document?: DocumentView): PackedFile => {
    index.push(indexLine(file, document));
    return file;
  };
  const { documents } = needs.core;
  const found = await completenessIn(documents, filter, signal);
  for (const file of await summaryFiles(needs, { filter, found }, signal)) yield indexed(file);
  const names = new Set<string>();
  const broken: string[][] = [];
  for await (const page of chosen(documents, filter, signal)) {
    const ids = page.map(({ id }) => id);
    const artifacts = Map.groupBy(await documents.artifactsOf(ids), ({ documentId }) => documentId);
    for (const document of page)
      for (const { kind, fileName, bytes } of artifacts.get(document.id) ?? [])
        if (kind === 'fatturapa')
          yield indexed({ path: freePath('xml', fileName, document, names), bytes }, document);
    const renderer = filter.pdf ? needs.capabilities.find(DocumentRenderer) : undefined;
    if (!renderer) continue;
    for (let i = 0; i < page.length; i += AT_ONCE) {
      const some = page.slice(i, i + AT_ONCE);
      const pdfs = await Promise.all(
        some.map((document) =>
          pdfOf(needs, renderer, { document, attachments: artifacts.get(document.id) ?? [] }, signal),
        ),
      );
      for (const [n, document] of some.entries()) {
        const pdf = pdfs[n] as RenderedDocument | Refused;
        if (pdf instanceof Refused) broken.push([csvText(document.numberText), csvText(pdf.message)]);
        else
          yield indexed({ path: freePath('pdf', pdf.fileName, document, names), bytes: pdf.bytes }, document);
      }
    }
  }
  if (broken.length > 0)
    yield indexed({ path: 'pdf-non-generati.csv', bytes: csvFile([['numero', 'motivo'], ...broken]) });
  yield { path: 'indice.csv', bytes: csvFile(index) };
}

/** Whatever says in one file what all documents come to. */
async function summaryFiles(
  needs: Needs,
  { filter, found }: { readonly filter: PackageFilter; readonly found: Completeness },
  signal: AbortSignal,
): Promise<PackedFile[]> {
  const rows: RegisterRow[] = [];
  let issuer: string | undefined;
  for await (const page of chosen(needs.core.documents, filter, signal))
    for (const document of page) {
      issuer ??= `${document.issuer.name}, P.IVA ${document.issuer.vatNumber}`;
      rows.push(...registerRows(document));
    }
  const sorted = inOrder(rows);
  const withPdf = filter.pdf && needs.capabilities.find(DocumentRenderer) !== undefined;
  const about = issuer === undefined ? [] : [issuer, ''];
  return [
    { path: 'completezza.txt', bytes: text([...about, ...completenessLines(found, filter)]) },
    { path: 'completezza.csv', bytes: completenessCsv(found) },
    { path: 'LEGGIMI.txt', bytes: text([...about, ...readMe(filter, { withPdf })]) },
    { path: 'registro-iva-vendite.csv', bytes: registerCsv(sorted) },
    { path: 'registro-iva-vendite.xlsx', bytes: await registerXlsx(sorted) },
  ];
}

/** A document that can't be rendered is named; whatever else goes wrong stops the package. */
async function pdfOf(
  needs: Needs,
  renderer: DocumentRenderer,
  one: { readonly document: DocumentView; readonly attachments: readonly Artifact[] },
  signal: AbortSignal,
): Promise<RenderedDocument | Refused> {
  try {
    const logo = await logoOf(needs, one.document);
    return await renderer.render({ ...one, logo }, { key: `accountant:${one.document.id}`, signal });
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

async function logoOf({ files }: Needs, { issuer: { logoFile } }: DocumentView): Promise<Uint8Array | null> {
  if (logoFile === null) return null;
  try {
    return await files.get(logoFile);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** A name that stays in its folder, and that no other file has. */
function freePath(folder: string, name: string, document: DocumentView, taken: Set<string>): string {
  const safe = name.replaceAll(/[^A-Za-z0-9 ._-]+/g, '_').replace(/^\.+/, '_');
  const path = `${folder}/${safe}`;
  const free = taken.has(path.toLowerCase()) ? `${folder}/${document.id}-${safe}` : path;
  taken.add(free.toLowerCase());
  return free;
}

const INDEX_HEAD = ['percorso', 'sha256', 'numero', 'data', 'cliente', 'imponibile', 'imposta', 'totale'];

function indexLine({ path, bytes }: PackedFile, document?: DocumentView): string[] {
  const line = [csvText(path), createHash('sha256').update(bytes).digest('hex')];
  if (!document) return [...line, '', '', '', '', '', ''];
  const sign = document.kind === 'credit_note' ? -1 : 1;
  const amounts = [document.net, document.vatTotal, document.total];
  return [
    ...line,
    csvText(document.numberText),
    csvDate(document.date),
    csvText(document.customer.name),
    ...amounts.map((cents) => csvAmount(cents === 0 ? 0 : sign * cents)),
  ];
}

/** Lines as Windows has them. */
const text = (lines: readonly string[]): Uint8Array => Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
