import { type Artifact, ONE, type PartyView, type SqlValue } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { openOf, type NewOpenItem } from '../documents/open-items.ts';
import { pack, sha256 } from '../documents/packing.ts';
import { keepSnapshots } from '../documents/snapshots.ts';
import { lineTotalE8, stampDutyOn } from '../documents/totals.ts';
import { countTurnover } from '../documents/turnover.ts';
import { issuerView } from '../issuer/find-issuer.ts';
import { postImported } from '../payments/imported.ts';
import { importedTotals, type ImportedDocument } from './document-rows.ts';
import type { Thing } from './file-kind.ts';

export type DocumentToStore = {
  readonly thing: Thing<ImportedDocument>;
  readonly party: PartyView;
  /** The VAT is paid by a public body itself. */
  readonly split: boolean;
  readonly contracts: ReadonlyMap<string, { readonly id: number }>;
  readonly xml: Artifact | null;
};

/** Writes documents that another system issued. They stand outside the chain: it proves what was issued here. */
export async function storeDocuments(
  tx: CoreTx,
  documents: readonly DocumentToStore[],
  { issuerId, now }: { readonly issuerId: number; readonly now: number },
): Promise<void> {
  if (documents.length === 0) return;
  const issuer = JSON.stringify(await issuerView(tx, issuerId));
  await keepSnapshots(tx, [issuer]);
  const first = await takeIds(tx, documents.length);
  const all = documents.map((one, i) => ({ ...one, id: first + i }));
  const fixed = { issuer_id: issuerId, issuer_snapshot: sha256(issuer), created_at: now, issued_at: now };
  await insertRows(
    tx,
    'document',
    all.map((one) => ({ ...documentRow(one), ...fixed })),
  );
  await insertRows(tx, 'document_line', all.flatMap(lineRows));
  await insertRows(tx, 'document_vat', all.flatMap(vatRows));
  await insertRows(tx, 'artifact', all.flatMap(artifactRows));
  await postImported(tx, all.map(openItemOf), now);
  await countTurnover(
    tx,
    all.map(({ thing: { value }, split }) => {
      const { net, vatTotal, total } = importedTotals(value, split);
      const { date, kind, series } = value;
      return { date, kind, series, net, vat: vatTotal, total };
    }),
  );
}

type Row = Readonly<Record<string, SqlValue>>;
type Numbered = DocumentToStore & { readonly id: number };

async function insertRows(tx: CoreTx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first)
    await tx.insert(
      table,
      Object.keys(first),
      rows.map((row) => Object.values(row)),
    );
}

/** From the same blocks as the documents of billing, inside this transaction: an import may wait for a run. */
async function takeIds(tx: CoreTx, count: number): Promise<number> {
  await tx.upsert('id_block', ['name', 'next_id'], [['document', 1]], { key: ['name'], update: [] });
  await tx.run("UPDATE id_block SET next_id = next_id + ? WHERE name = 'document'", [count]);
  const [row] = await tx.all<{ next_id: number }>("SELECT next_id FROM id_block WHERE name = 'document'");
  return (row?.next_id ?? count + 1) - count;
}

function documentRow({ id, thing, party, split }: Numbered): Row {
  const d = thing.value;
  const totals = importedTotals(d, split);
  return {
    id,
    customer_id: party.id,
    kind: d.kind,
    tipo_documento: d.kind === 'invoice' ? 'TD01' : 'TD04',
    state: 'issued',
    origin: 'import',
    series: d.series,
    year: Number(d.date.slice(0, 4)),
    number: d.number,
    revision: 0,
    number_text: d.document,
    date: d.date,
    due_date: d.dueDate,
    net: totals.net,
    vat: totals.vatTotal,
    rounding: totals.rounding,
    total: totals.total,
    payable: totals.payable,
    stamp_duty: stampDutyOn(totals.vat),
    customer_snapshot: JSON.stringify(party),
    details: detailsOf(thing, totals.payable),
  };
}

/** Of a credit note that says nothing, nothing is left: it was used where it comes from. */
function openItemOf({ id, thing, party, split }: Numbered): NewOpenItem {
  const { kind, date, dueDate, openAmount } = thing.value;
  const { payable } = importedTotals(thing.value, split);
  const said = openAmount ?? (kind === 'invoice' ? payable : 0);
  return { documentId: id, customerId: party.id, kind, date, dueDate, payable, open: openOf(payable, said) };
}

const lineRows = ({ id, thing, contracts }: Numbered): Row[] =>
  thing.value.lines.map((line, i) => ({
    document_id: id,
    number: i + 1,
    contract_id: line.contract === null ? null : (contracts.get(line.contract)?.id ?? null),
    contract_code: line.contract,
    description: line.description,
    quantity: ONE,
    unit_price_e8: lineTotalE8(line),
    total_e8: lineTotalE8(line),
    amount: line.amount,
    vat_included: line.vatIncluded ? 1 : 0,
    vat_rate: line.vatRate,
    natura: line.natura,
    period_from: line.periodFrom,
    period_to: line.periodTo,
  }));

const vatRows = ({ id, thing, split }: Numbered): Row[] =>
  importedTotals(thing.value, split).vat.map((v, i) => ({
    document_id: id,
    number: i + 1,
    vat_rate: v.vatRate,
    natura: v.natura,
    esigibilita: v.esigibilita,
    base: v.base,
    vat: v.vat,
    rounding_e8: v.roundingE8,
    reference: v.reference,
  }));

/** The old file stays as it is, byte for byte: not packed, since its dictionary is made of our own. */
function artifactRows({ id, xml }: Numbered): Row[] {
  if (!xml) return [];
  const packed = pack('', xml.bytes);
  return [
    {
      document_id: id,
      kind: xml.kind,
      file_name: xml.fileName,
      media_type: xml.mediaType,
      packing: packed.packing,
      size: packed.size,
      sha256: packed.sha256,
      bytes: packed.bytes,
    },
  ];
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
