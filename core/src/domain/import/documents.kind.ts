import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Artifact, SqlRow } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { partyViewOf } from '../customers/party-view.ts';
import { onlyIssuer } from '../issuer/issuer.service.ts';
import { readDocument, type ImportedDocument } from './document-rows.ts';
import { type DocumentToStore, storeDocuments } from './document-store.ts';
import { DOCUMENT_COLUMNS } from './documents.columns.ts';
import type { FileKind, StoreContext, Thing } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
import type { Problem } from '../problem.ts';
import { conflict, type Outcome } from './result.ts';
import { rowsByCode } from './stored.ts';

/** Invoices and credit notes of the system that is left: kept as they were issued, to be paid and credited here. */
export const documentsKind = ({ clock }: Pick<ImportDeps, 'clock'>): FileKind<ImportedDocument> => ({
  name: 'documents',
  prefix: 'document',
  columns: DOCUMENT_COLUMNS,
  groupBy: 'document',
  read(rows) {
    const value = readDocument(rows, clock.today());
    return { key: `${value.series} ${yearOf(value)} ${value.number}`, value };
  },
  async store(tx, things, context) {
    const known = await loadKnown(tx, things);
    const found: Found[] = [];
    for (const thing of things) found.push(await lookUp(thing, known, context));
    const documents = found.flatMap((f) => f.document ?? []);
    await storeDocuments(tx, documents, { issuerId: known.issuerId, now: clock.now() });
    return found.map((f) => f.outcome);
  },
});

type Known = {
  readonly issuerId: number;
  /** The hash of what is stored, by key; empty for what was issued here. */
  readonly documents: ReadonlyMap<string, string>;
  readonly customers: ReadonlyMap<string, SqlRow>;
  readonly contracts: ReadonlyMap<string, { readonly id: number }>;
  /** The first number that is given here, by series and year. */
  readonly starts: ReadonlyMap<string, number>;
};

async function loadKnown(tx: CoreTx, things: readonly Thing<ImportedDocument>[]): Promise<Known> {
  const { id: issuerId } = await onlyIssuer(tx);
  const customers = [...new Set(things.map((t) => t.value.customer))];
  const contracts = [...new Set(things.flatMap((t) => t.value.lines.flatMap((l) => l.contract ?? [])))];
  const series = await tx.all<{ code: string; year: number; first_number: number }>(
    'SELECT code, year, first_number FROM series WHERE issuer_id = ?',
    [issuerId],
  );
  return {
    issuerId,
    documents: await storedHashes(tx, issuerId, things),
    customers: await rowsByCode(tx, 'customer', customers),
    contracts: await rowsByCode(tx, 'contract', contracts, 'id, code'),
    starts: new Map(series.map((s) => [`${s.code} ${s.year}`, s.first_number])),
  };
}

/** What becomes of a document of the file, and what it names when it is to be stored. */
type Found = { readonly outcome: Outcome; readonly document?: DocumentToStore };

async function lookUp(
  thing: Thing<ImportedDocument>,
  known: Known,
  { folder }: StoreContext,
): Promise<Found> {
  const { value, line } = thing;
  const refuse = (problem: Problem): Found => ({ outcome: [{ line, ...problem }] });
  const stored = known.documents.get(thing.key);
  if (stored === thing.hash) return { outcome: 'unchanged' };
  if (stored !== undefined)
    return { outcome: [conflict({ line, what: `document ${value.document}` }, ['document'])] };
  const customer = known.customers.get(value.customer);
  if (!customer)
    return refuse({
      field: 'customer',
      code: 'document.customer_unknown',
      message: `there is no customer ${value.customer}`,
    });
  const unknown = value.lines.find((l) => l.contract !== null && !known.contracts.has(l.contract));
  if (unknown)
    return refuse({
      field: 'contract',
      code: 'document.contract_unknown',
      message: `there is no contract ${unknown.contract}`,
    });
  const start = known.starts.get(`${value.series} ${yearOf(value)}`);
  if (start !== undefined && value.number >= start)
    return refuse({
      field: 'number',
      code: 'document.number_taken',
      message: `series ${value.series} goes on here with ${start}: ${value.number} would be given twice`,
    });
  const xml = value.xmlFile === null ? null : await readXml(folder, value.xmlFile);
  if (xml === undefined)
    return refuse({
      field: 'xml_file',
      code: 'document.xml_file_unreadable',
      message:
        folder === null
          ? 'a file that is sent can name no other: leave it empty, or import with the command line'
          : `${value.xmlFile} can't be read`,
    });
  const split = customer['split_payment'] === 1;
  const document = { thing, party: partyViewOf(customer, []), split, contracts: known.contracts, xml };
  return { outcome: 'imported', document };
}

/** Undefined when it can't be read. A file that was sent, and lies in no folder, names none. */
async function readXml(folder: string | null, name: string): Promise<Artifact | undefined> {
  if (folder === null) return undefined;
  const path = resolve(folder, name);
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && { kind: 'fatturapa', fileName: basename(path), mediaType: 'text/xml', bytes };
}

async function storedHashes(
  tx: CoreTx,
  issuerId: number,
  things: readonly Thing<ImportedDocument>[],
): Promise<Map<string, string>> {
  const series = [...new Set(things.map((t) => t.value.series))];
  const numbers = [...new Set(things.map((t) => t.value.number))];
  const years = [...new Set(things.map((t) => yearOf(t.value)))];
  const rows = await tx.all<{ series: string; year: number; number: number; details: string }>(
    `SELECT series, year, number, details FROM document WHERE issuer_id = ?
     AND series IN (${series.map(() => '?').join(', ')}) AND year IN (${years.join(', ')}) AND number IN (${numbers.join(', ')})`,
    [issuerId, ...series],
  );
  const hashOf = (details: string): string =>
    (JSON.parse(details) as { importHash?: string }).importHash ?? '';
  return new Map(rows.map((r) => [`${r.series} ${r.year} ${r.number}`, hashOf(r.details)]));
}

const yearOf = (document: ImportedDocument): number => Number(document.date.slice(0, 4));
