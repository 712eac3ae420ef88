import type { Sql, SqlRow } from '@traliccio/sdk';
import { idList } from '../../kernel/db/id-list.ts';
import {
  chainHash,
  chainHashBefore,
  chainStart,
  contentOf,
  DOCUMENT_CONTENT,
  LINE_CONTENT,
  VAT_CONTENT,
} from './chain.ts';
import { sha256, unpack } from './packing.ts';

/** Something that was changed after it was issued, or is missing. */
export type VerifyProblem = { readonly document: string; readonly problem: string };
export type VerifyResult = {
  readonly documents: number;
  readonly series: number;
  readonly problems: VerifyProblem[];
};

const PAGE = 500;

/** Recomputes the chain of every series, the hash of every artifact and the sums of every document. Reads only. */
export async function verifyDocuments(sql: Sql): Promise<VerifyResult> {
  const problems: VerifyProblem[] = [];
  let documents = 0;
  const series = await sql.all<SeriesRow>('SELECT * FROM series ORDER BY issuer_id, code, year');
  for (const one of series) documents += await verifySeries(sql, one, problems);
  problems.push(...(await outsideChains(sql)), ...(await verifySnapshots(sql)));
  return { documents, series: series.length, problems };
}

type SeriesRow = SqlRow & {
  issuer_id: number;
  code: string;
  year: number;
  first_number: number;
  last_number: number;
  chain_length: number;
  chain_head: string;
};

async function verifySeries(sql: Sql, series: SeriesRow, problems: VerifyProblem[]): Promise<number> {
  const name = `${series.code} ${series.year}`;
  let hash = chainStart(series.issuer_id, series.code, series.year);
  let index = 0;
  for (let last = 0; ;) {
    const rows = await sql.all(
      `SELECT * FROM document WHERE issuer_id = ? AND series = ? AND year = ? AND state = 'issued' AND chain_index > ? ORDER BY chain_index LIMIT ${PAGE}`,
      [series.issuer_id, series.code, series.year, last],
    );
    if (rows.length === 0) break;
    const parts = await partsOf(
      sql,
      rows.map((r) => r['id'] as number),
    );
    for (const row of rows) {
      index += 1;
      last = row['chain_index'] as number;
      const say = (problem: string): unknown =>
        problems.push({ document: row['number_text'] as string, problem });
      if (last !== index) {
        say(`link ${index} of the chain of ${name} is missing`);
        index = last;
      }
      hash = checkDocument(row, parts, { previous: hash, say });
    }
  }
  if (index !== series.chain_length || (index > 0 && hash !== series.chain_head))
    problems.push({
      document: name,
      problem: `the chain ends at ${index} of ${series.chain_length}: the last documents are missing or changed`,
    });
  return index;
}

type Parts = {
  readonly lines: ReadonlyMap<number, readonly SqlRow[]>;
  readonly vat: ReadonlyMap<number, readonly SqlRow[]>;
  readonly artifacts: ReadonlyMap<number, readonly SqlRow[]>;
};

async function partsOf(sql: Sql, ids: readonly number[]): Promise<Parts> {
  const list = idList(sql, ids);
  const byDocument = async (table: string, order: string): Promise<Map<number, SqlRow[]>> =>
    Map.groupBy(
      await sql.all(
        `SELECT * FROM ${table} WHERE document_id IN ${list.sql} ORDER BY document_id, ${order}`,
        list.params,
      ),
      (r) => r['document_id'] as number,
    );
  return {
    lines: await byDocument('document_line', 'number'),
    vat: await byDocument('document_vat', 'number'),
    artifacts: await byDocument('artifact', 'kind'),
  };
}

/** Says what is wrong with a document, and returns the link that is stored, for the next one to build on. */
function checkDocument(
  row: SqlRow,
  parts: Parts,
  { previous, say }: { previous: string; say: (problem: string) => unknown },
): string {
  const id = row['id'] as number;
  const lines = parts.lines.get(id) ?? [];
  const vat = parts.vat.get(id) ?? [];
  const artifacts = (parts.artifacts.get(id) ?? []).map((a) => ({
    kind: a['kind'] as string,
    sha256: a['sha256'] as string,
    fileName: a['file_name'] as string,
    mediaType: a['media_type'] as string,
    size: a['size'] as number,
    row: a,
  }));
  const stored = row['chain_hash'] as string;
  const content = {
    document: contentOf(row, DOCUMENT_CONTENT),
    lines: lines.map((l) => contentOf(l, LINE_CONTENT)),
    vat: vat.map((v) => contentOf(v, VAT_CONTENT)),
    artifacts,
  };
  if (chainHash(previous, content) !== stored && chainHashBefore(previous, content) !== stored)
    say('it, its lines, its VAT or its place in the chain was changed after it was issued');
  for (const a of artifacts) if (!isIntact(a.row)) say(`its ${a.kind} file was changed after it was issued`);
  const sum = (rows: readonly SqlRow[], column: string): number =>
    rows.reduce((n, r) => n + (r[column] as number), 0);
  if (sum(vat, 'base') !== row['net'] || sum(vat, 'vat') !== row['vat'])
    say('its VAT summary does not come to its totals');
  if ((row['net'] as number) + (row['vat'] as number) + (row['rounding'] as number) !== row['total'])
    say('net, VAT and rounding do not come to its total');
  return stored;
}

function isIntact(row: SqlRow): boolean {
  try {
    return sha256(unpack(row['packing'] as string, row['bytes'] as Uint8Array)) === row['sha256'];
  } catch {
    return false;
  }
}

/** Documents that no chain leads to: put in later, or taken out of their series. */
async function outsideChains(sql: Sql): Promise<VerifyProblem[]> {
  const rows = await sql.all<{ number_text: string | null; id: number }>(
    `SELECT d.id, d.number_text FROM document d WHERE d.origin <> 'import' AND d.state = 'issued' AND (d.chain_index IS NULL OR d.chain_index < 1
       OR NOT EXISTS (SELECT 1 FROM series s WHERE s.issuer_id = d.issuer_id AND s.code = d.series AND s.year = d.year))`,
  );
  return rows.map((r) => ({
    document: r.number_text ?? `document ${r.id}`,
    problem: 'it is not in the chain of any series',
  }));
}

async function verifySnapshots(sql: Sql): Promise<VerifyProblem[]> {
  const rows = await sql.all<{ sha256: string; content: string }>('SELECT sha256, content FROM snapshot');
  const missing = await sql.all<{ number_text: string; issuer_snapshot: string }>(
    `SELECT d.number_text, d.issuer_snapshot FROM document d LEFT JOIN snapshot s ON s.sha256 = d.issuer_snapshot
     WHERE d.state = 'issued' AND s.sha256 IS NULL`,
  );
  return [
    ...rows
      .filter((r) => sha256(r.content) !== r.sha256)
      .map((r) => ({ document: `snapshot ${r.sha256}`, problem: 'it was changed' })),
    ...missing.map((r) => ({
      document: r.number_text,
      problem: `what its issuer was is missing: snapshot ${r.issuer_snapshot}`,
    })),
  ];
}
