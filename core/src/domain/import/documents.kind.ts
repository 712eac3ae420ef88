import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Artifact, type PartyView, type SqlValue, NotFound } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { partyViewOf } from '../customers/party-view.ts';
import { pack, sha256 } from '../documents/packing.ts';
import { keepSnapshots } from '../documents/snapshots.ts';
import { lineTotalE8, stampDutyOn } from '../documents/totals.ts';
import { issuerViewOf } from '../issuer/issuer-view.ts';
import { onlyIssuer } from '../issuer/issuer.service.ts';
import { importedTotals, readDocument, type ImportedDocument } from './document-rows.ts';
import { DOCUMENT_COLUMNS } from './documents.columns.ts';
import type { FileKind, Thing } from './file-kind.ts';
import type { ImportDeps } from './importer.ts';
import { conflict, type Outcome } from './result.ts';
import { rowsByCode } from './stored.ts';

type Deps = Pick<ImportDeps, 'clock'>;

/** Invoices and credit notes of the system that is left: kept as they were issued, to be paid and credited here. */
export const documentsKind = (deps: Deps): FileKind<ImportedDocument> => ({
  name: 'documents',
  prefix: 'document',
  columns: DOCUMENT_COLUMNS,
  groupBy: 'document',
  read(rows) {
    const value = readDocument(rows, deps.clock.today());
    return { key: `${value.series} ${value.date.slice(0, 4)} ${value.number}`, value };
  },
  async store(tx, things, { folder }) {
    const issuer = await onlyIssuer(tx);
    const stored = await storedHashes(tx, issuer.id, things);
    const customers = await rowsByCode(tx, 'customer', [...new Set(things.map((t) => t.value.customer))]);
    const contracts = await rowsByCode(
      tx,
      'contract',
      [...new Set(things.flatMap((t) => t.value.lines.flatMap((l) => l.contract ?? [])))],
      'id, code',
    );
    const outcomes: Outcome[] = [];
    const rows = new ImportRows();
    for (const thing of things) {
      const known = stored.get(thing.key);
      const customer = customers.get(thing.value.customer);
      const unknown = thing.value.lines.find((l) => l.contract !== null && !contracts.has(l.contract));
      if (known !== undefined)
        outcomes.push(
          known === thing.hash
            ? 'unchanged'
            : [conflict({ line: thing.line, what: `document ${thing.value.document}` }, ['document'])],
        );
      else if (!customer)
        outcomes.push([
          {
            line: thing.line,
            field: 'customer',
            code: 'document.customer_unknown',
            message: `there is no customer ${thing.value.customer}`,
          },
        ]);
      else if (unknown)
        outcomes.push([
          {
            line: thing.line,
            field: 'contract',
            code: 'document.contract_unknown',
            message: `there is no contract ${unknown.contract}`,
          },
        ]);
      else {
        const xml = await readXml(folder, thing.value.xmlFile);
        if (xml === 'missing')
          outcomes.push([
            {
              line: thing.line,
              field: 'xml_file',
              code: 'document.xml_file_unreadable',
              message: `${thing.value.xmlFile} can't be read`,
            },
          ]);
        else {
          rows.add(thing, {
            party: partyViewOf(customer, []),
            split: customer['split_payment'] === 1,
            contracts,
            xml,
          });
          outcomes.push('imported');
        }
      }
    }
    await rows.write(tx, { issuerId: issuer.id, now: deps.clock.now() });
    return outcomes;
  },
});

async function storedHashes(
  tx: CoreTx,
  issuerId: number,
  things: readonly Thing<ImportedDocument>[],
): Promise<Map<string, string>> {
  const series = [...new Set(things.map((t) => t.value.series))];
  const numbers = [...new Set(things.map((t) => t.value.number))];
  const rows = await tx.all<{ series: string; year: number; number: number; details: string }>(
    `SELECT series, year, number, details FROM document WHERE issuer_id = ? AND series IN (${series.map(() => '?').join(', ')}) AND number IN (${numbers.join(', ')})`,
    [issuerId, ...series],
  );
  return new Map(
    rows.map((r) => [
      `${r.series} ${r.year} ${r.number}`,
      (JSON.parse(r.details) as { importHash?: string }).importHash ?? '',
    ]),
  );
}

async function readXml(folder: string, file: string | null): Promise<Artifact | null | 'missing'> {
  if (file === null) return null;
  try {
    return {
      kind: 'fatturapa',
      fileName: basename(file),
      mediaType: 'text/xml',
      bytes: await readFile(resolve(folder, file)),
    };
  } catch {
    return 'missing';
  }
}

type Found = {
  readonly party: PartyView;
  readonly split: boolean;
  readonly contracts: ReadonlyMap<string, { readonly id: number }>;
  readonly xml: Artifact | null;
};

const DOCUMENT = [
  'id',
  'issuer_id',
  'customer_id',
  'kind',
  'tipo_documento',
  'state',
  'origin',
  'series',
  'year',
  'number',
  'revision',
  'number_text',
  'date',
  'due_date',
  'net',
  'vat',
  'rounding',
  'total',
  'payable',
  'stamp_duty',
  'issuer_snapshot',
  'customer_snapshot',
  'details',
  'created_at',
  'issued_at',
];
const LINE = [
  'document_id',
  'number',
  'contract_id',
  'contract_code',
  'description',
  'quantity',
  'unit_price_e8',
  'total_e8',
  'amount',
  'vat_included',
  'vat_rate',
  'natura',
  'period_from',
  'period_to',
];

/** The rows of a page of documents, written at once. */
class ImportRows {
  readonly #found: { thing: Thing<ImportedDocument>; found: Found }[] = [];

  add(thing: Thing<ImportedDocument>, found: Found): void {
    this.#found.push({ thing, found });
  }

  async write(tx: CoreTx, { issuerId, now }: { issuerId: number; now: number }): Promise<void> {
    if (this.#found.length === 0) return;
    const [row] = await tx.all('SELECT * FROM issuer WHERE id = ?', [issuerId]);
    if (!row) throw new NotFound('issuer.not_found', `there is no issuer ${issuerId}`);
    const issuer = JSON.stringify(issuerViewOf(row));
    await keepSnapshots(tx, [issuer]);
    const first = await takeIds(tx, this.#found.length);
    const documents: SqlValue[][] = [];
    const lines: SqlValue[][] = [];
    const vat: SqlValue[][] = [];
    const artifacts: SqlValue[][] = [];
    for (const [i, { thing, found }] of this.#found.entries()) {
      const id = first + i;
      const d = thing.value;
      const totals = importedTotals(d, found.split);
      documents.push([
        id,
        issuerId,
        found.party.id,
        d.kind,
        d.kind === 'invoice' ? 'TD01' : 'TD04',
        'issued',
        'import',
        d.series,
        Number(d.date.slice(0, 4)),
        d.number,
        0,
        d.document,
        d.date,
        d.dueDate,
        totals.net,
        totals.vatTotal,
        totals.rounding,
        totals.total,
        totals.payable,
        stampDutyOn(totals.vat),
        sha256(issuer),
        JSON.stringify(found.party),
        detailsOf(thing, totals.payable),
        now,
        now,
      ]);
      d.lines.forEach((l, n) =>
        lines.push([
          id,
          n + 1,
          l.contract === null ? null : (found.contracts.get(l.contract)?.id ?? null),
          l.contract,
          l.description,
          1_000_000,
          lineTotalE8(l),
          lineTotalE8(l),
          l.amount,
          l.vatIncluded ? 1 : 0,
          l.vatRate,
          l.natura,
          l.periodFrom,
          l.periodTo,
        ]),
      );
      totals.vat.forEach((v, n) =>
        vat.push([id, n + 1, v.vatRate, v.natura, v.esigibilita, v.base, v.vat, v.roundingE8, v.reference]),
      );
      if (found.xml) {
        const packed = pack('', found.xml.bytes);
        artifacts.push([
          id,
          found.xml.kind,
          found.xml.fileName,
          found.xml.mediaType,
          packed.packing,
          packed.size,
          packed.sha256,
          packed.bytes,
        ]);
      }
    }
    await tx.insert('document', DOCUMENT, documents);
    await tx.insert('document_line', LINE, lines);
    await tx.insert(
      'document_vat',
      [
        'document_id',
        'number',
        'vat_rate',
        'natura',
        'esigibilita',
        'base',
        'vat',
        'rounding_e8',
        'reference',
      ],
      vat,
    );
    await tx.insert(
      'artifact',
      ['document_id', 'kind', 'file_name', 'media_type', 'packing', 'size', 'sha256', 'bytes'],
      artifacts,
    );
  }
}

/** From the same blocks as the documents of billing, inside this transaction: an import may wait for a run. */
async function takeIds(tx: CoreTx, count: number): Promise<number> {
  await tx.upsert('id_block', ['name', 'next_id'], [['document', 1]], { key: ['name'], update: [] });
  await tx.run("UPDATE id_block SET next_id = next_id + ? WHERE name = 'document'", [count]);
  const [row] = await tx.all<{ next_id: number }>("SELECT next_id FROM id_block WHERE name = 'document'");
  return (row?.next_id ?? count + 1) - count;
}

const detailsOf = ({ value: d, hash }: Thing<ImportedDocument>, payable: number): string =>
  JSON.stringify({
    causale: null,
    payment:
      d.dueDate === null
        ? null
        : {
            method: d.paymentMethod ?? 'MP05',
            dueDate: d.dueDate,
            iban: null,
            bankName: null,
            reference: d.document,
          },
    purchaseOrder: null,
    contractCodes: [...new Set(d.lines.flatMap((l) => l.contract ?? []))],
    credits: null,
    openAmount: d.openAmount ?? payable,
    importHash: hash,
  });
