import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { createConnection, type Connection } from 'mysql2/promise';
import type { DatabaseTarget } from '@traliccio/core/src/kernel/db/database-url.ts';

/**
 * The same day billed by hand: no ORM, no plugins, no rules, one pass, SQL written for just these contracts over the
 * product's own tables. What is left when all that the product does for safety and generality is taken away.
 */
type Value = string | number | null | Buffer;
/** Columns are known to be there: each row is of a query that stands beside its use. */
// oxlint-disable-next-line typescript/no-explicit-any
type Row = Readonly<Record<string, any>>;
type Sql = {
  all(sql: string): Promise<Row[]>;
  run(sql: string): Promise<void>;
  insert(table: string, columns: string[], rows: Value[][]): Promise<void>;
  close(): Promise<void>;
};

const PAGE = 250;
const DICTIONARY = readFileSync(
  new URL('../../core/src/domain/documents/packing/fatturapa-1.xml', import.meta.url),
);
const sha = (text: string | Buffer): string => hash('sha256', text, 'hex');
const euro = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

export async function floorRun(target: DatabaseTarget, day: string): Promise<number> {
  const sql = target.dialect === 'sqlite' ? sqlite(target.file) : await mysql(target);
  const [issuer] = await sql.all('SELECT * FROM issuer');
  const issuerJson = JSON.stringify(issuer);
  const issuerKey = sha(issuerJson);
  let chain = sha(`1/A/${day.slice(0, 4)}`);
  let number = 0;
  for (let last = 0; ;) {
    await sql.run(target.dialect === 'sqlite' ? 'BEGIN IMMEDIATE' : 'START TRANSACTION');
    const due = await sql.all(
      `SELECT c.id, c.code, c.payer_id, u.name, u.tax_code, u.pec, u.street, u.house_number, u.postcode, u.city, u.province, u.code AS customer_code
       FROM contract c JOIN customer u ON u.id = c.payer_id WHERE c.next_due = '${day}' AND c.payer_id > ${last} ORDER BY c.payer_id LIMIT ${PAGE}`,
    );
    if (due.length === 0) break;
    const lo = due[0]!['id'] as number;
    const hi = due.at(-1)!['id'] as number;
    const items = Map.groupBy(
      await sql.all(
        `SELECT id, contract_id, description, price_e8, vat_included FROM contract_item_version WHERE contract_id BETWEEN ${lo} AND ${hi} ORDER BY contract_id, id`,
      ),
      (r) => r['contract_id'] as number,
    );
    const [charged] = await sql.all(
      `SELECT COUNT(*) AS n FROM charge WHERE contract_id BETWEEN ${lo} AND ${hi} AND grid_end > '${day}'`,
    );
    if ((charged?.['n'] as number) > 0) throw new Error('charged already');
    const D: Value[][] = [];
    const L: Value[][] = [];
    const V: Value[][] = [];
    const X: Value[][] = [];
    const C: Value[][] = [];
    const A: Value[][] = [];
    const O: Value[][] = [];
    const R: Value[][] = [];
    for (const c of due) {
      number += 1;
      const text = `${number}/A`;
      const lines = (items.get(c['id'] as number) ?? []).map((v, i) => {
        const amount = (v['price_e8'] as number) / 1e6;
        return {
          n: i + 1,
          v,
          amount,
          total: v['vat_included'] === 1 ? Math.round((amount * 1e10) / 12200) : amount * 1e6,
        };
      });
      const net = lines.reduce((s, l) => s + (l.v['vat_included'] === 1 ? 0 : l.amount), 0);
      const gross = lines.reduce((s, l) => s + (l.v['vat_included'] === 1 ? l.amount : 0), 0);
      const total = net + Math.round(net * 0.22) + gross;
      const base = Math.round((net * 12200 + gross * 10000) / 12200);
      const xml = Buffer.from(template({ c, lines, number, text, day, base, total }));
      const digest = sha(xml);
      const customer = JSON.stringify(c);
      const details = JSON.stringify({
        causale: null,
        payment: { method: 'MP19', dueDate: '2026-11-16', iban: null, reference: text },
        contractCodes: [c['code']],
      });
      const document: Value[] = [
        1,
        c['payer_id'],
        'invoice',
        'TD01',
        'A',
        2026,
        number,
        0,
        text,
        day,
        '2026-11-16',
        base,
        total - base,
        0,
        total,
        total,
        0,
        issuerKey,
        customer,
        details,
        null,
      ];
      const lineRows = lines.map((l): Value[] => [
        l.n,
        c['code'],
        l.v['description'],
        1_000_000,
        null,
        l.total,
        l.total,
        l.amount,
        l.v['vat_included'],
        2200,
        null,
        day,
        '2026-11-30',
        null,
      ]);
      chain = sha(`${chain}\n${JSON.stringify([document, lineRows, base, total, digest])}`);
      D.push([number, 'billing', 'issued', null, number, chain, 0, 0, ...document]);
      for (const l of lineRows) L.push([number, c['id'], ...l]);
      V.push([number, 1, 2200, null, 'I', base, total - base, 0, null]);
      X.push([
        number,
        'fatturapa',
        `IT01234567897_${number.toString(36).toUpperCase().padStart(5, '0')}.xml`,
        'text/xml',
        'fatturapa-1',
        xml.length,
        digest,
        deflateRawSync(xml, { level: 3, windowBits: 13, memLevel: 7, dictionary: DICTIONARY }),
      ]);
      R.push([number, c['payer_id'], 'invoice', day, '2026-11-16', total, 0, 0, 0, total, 1]);
      for (const l of lines)
        C.push([
          `rec:${l.v['id']}:${day}:0`,
          c['id'],
          c['payer_id'],
          'recurring',
          l.v['id'],
          day,
          '2026-12-01',
          0,
          null,
          l.v['description'],
          day,
          '2026-11-30',
          30,
          1_000_000,
          null,
          l.amount,
          l.v['vat_included'],
          2200,
          null,
          null,
          JSON.stringify({
            rule: 'recurring',
            item: l.v['id'],
            period: [day, '2026-12-01'],
            price: l.amount,
            owed: l.amount,
            owedDays: 30,
            amount: l.amount,
            days: 30,
          }),
          number,
          l.n,
          null,
          0,
        ]);
      A.push([
        0,
        'system:bench',
        'document.issued',
        'document',
        number,
        `{"number":"${text}","total":${total}}`,
      ]);
      O.push([
        `document.issued:${number}:0:messaging`,
        'document.issued',
        `document:${number}`,
        'messaging/mail',
        JSON.stringify({
          documentId: number,
          revision: 0,
          kind: 'invoice',
          customerId: c['payer_id'],
          total,
        }),
        'ready',
        0,
        0,
      ]);
    }
    await sql.insert('document', DOCUMENT, D);
    await sql.insert('document_line', LINE, L);
    await sql.insert(
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
      V,
    );
    await sql.insert(
      'artifact',
      ['document_id', 'kind', 'file_name', 'media_type', 'packing', 'size', 'sha256', 'bytes'],
      X,
    );
    await sql.insert('charge', CHARGE, C);
    await sql.insert('open_item', RECEIVABLE, R);
    await sql.insert('audit_log', ['at', 'actor', 'action', 'entity', 'entity_id', 'detail'], A);
    await sql.insert(
      'outbox',
      ['delivery_key', 'event', 'aggregate', 'subscriber', 'payload', 'state', 'next_at', 'created_at'],
      O,
    );
    await sql.run(
      `UPDATE contract SET next_due = '2026-12-01', settled_to = '2026-12-01' WHERE id BETWEEN ${lo} AND ${hi} AND next_due = '${day}'`,
    );
    await sql.run(`UPDATE counter SET last_value = ${number} WHERE name = 'sdi-file'`);
    await sql.run('COMMIT');
    last = due.at(-1)!['payer_id'] as number;
  }
  await sql.run('COMMIT');
  await sql.close();
  return number;
}

const DOCUMENT = [
  'id',
  'origin',
  'state',
  'run_id',
  'chain_index',
  'chain_hash',
  'created_at',
  'issued_at',
  'issuer_id',
  'customer_id',
  'kind',
  'tipo_documento',
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
  'credits_document_id',
];
const RECEIVABLE = [
  'document_id',
  'customer_id',
  'kind',
  'date',
  'due_date',
  'payable',
  'settled_before',
  'settled',
  'pending',
  'open_amount',
  'is_open',
];
const LINE = [
  'document_id',
  'contract_id',
  'number',
  'contract_code',
  'description',
  'quantity',
  'unit',
  'unit_price_e8',
  'total_e8',
  'amount',
  'vat_included',
  'vat_rate',
  'natura',
  'period_from',
  'period_to',
  'credits_line',
];
const CHARGE = [
  'charge_key',
  'contract_id',
  'payer_id',
  'kind',
  'item_version_id',
  'grid_start',
  'grid_end',
  'revision',
  'source',
  'description',
  'period_from',
  'period_to',
  'days',
  'quantity',
  'unit_price_e8',
  'amount',
  'vat_included',
  'vat_rate',
  'natura',
  'vat_reference',
  'explanation',
  'document_id',
  'line_number',
  'run_id',
  'created_at',
];

type Filled = {
  c: Row;
  lines: { n: number; v: Row; amount: number; total: number }[];
  number: number;
  text: string;
  day: string;
  base: number;
  total: number;
};

function template({ c, lines, number, text, day, base, total }: Filled): string {
  let body = '';
  for (const l of lines)
    body += `<DettaglioLinee>\n<NumeroLinea>${l.n}</NumeroLinea>\n<Descrizione>${l.v['description'] as string}</Descrizione>\n<Quantita>1.00</Quantita>\n<DataInizioPeriodo>${day}</DataInizioPeriodo>\n<DataFinePeriodo>2026-11-30</DataFinePeriodo>\n<PrezzoUnitario>${euro(l.amount)}</PrezzoUnitario>\n<PrezzoTotale>${euro(l.amount)}</PrezzoTotale>\n<AliquotaIVA>22.00</AliquotaIVA>\n</DettaglioLinee>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2" versione="FPR12" SistemaEmittente="TRALICCIO">\n<FatturaElettronicaHeader>\n<DatiTrasmissione>\n<IdTrasmittente>\n<IdPaese>IT</IdPaese>\n<IdCodice>01234567897</IdCodice>\n</IdTrasmittente>\n<ProgressivoInvio>${number.toString(36).toUpperCase().padStart(5, '0')}</ProgressivoInvio>\n<FormatoTrasmissione>FPR12</FormatoTrasmissione>\n<CodiceDestinatario>0000000</CodiceDestinatario>\n<PECDestinatario>${c['pec'] as string}</PECDestinatario>\n</DatiTrasmissione>\n<CedentePrestatore>\n<DatiAnagrafici>\n<IdFiscaleIVA>\n<IdPaese>IT</IdPaese>\n<IdCodice>01234567897</IdCodice>\n</IdFiscaleIVA>\n<CodiceFiscale>01234567897</CodiceFiscale>\n<Anagrafica>\n<Denominazione>Rete Wireless Esempio S.r.l.</Denominazione>\n</Anagrafica>\n<RegimeFiscale>RF01</RegimeFiscale>\n</DatiAnagrafici>\n<Sede>\n<Indirizzo>Via della Fibra</Indirizzo>\n<NumeroCivico>12</NumeroCivico>\n<CAP>00184</CAP>\n<Comune>Roma</Comune>\n<Provincia>RM</Provincia>\n<Nazione>IT</Nazione>\n</Sede>\n</CedentePrestatore>\n<CessionarioCommittente>\n<DatiAnagrafici>\n<CodiceFiscale>${c['tax_code'] as string}</CodiceFiscale>\n<Anagrafica>\n<Denominazione>${c['name'] as string}</Denominazione>\n</Anagrafica>\n</DatiAnagrafici>\n<Sede>\n<Indirizzo>${c['street'] as string}</Indirizzo>\n<NumeroCivico>${c['house_number'] as string}</NumeroCivico>\n<CAP>${c['postcode'] as string}</CAP>\n<Comune>${c['city'] as string}</Comune>\n<Provincia>${c['province'] as string}</Provincia>\n<Nazione>IT</Nazione>\n</Sede>\n</CessionarioCommittente>\n</FatturaElettronicaHeader>\n<FatturaElettronicaBody>\n<DatiGenerali>\n<DatiGeneraliDocumento>\n<TipoDocumento>TD01</TipoDocumento>\n<Divisa>EUR</Divisa>\n<Data>${day}</Data>\n<Numero>${text}</Numero>\n<ImportoTotaleDocumento>${euro(total)}</ImportoTotaleDocumento>\n</DatiGeneraliDocumento>\n<DatiContratto>\n<IdDocumento>${c['code'] as string}</IdDocumento>\n</DatiContratto>\n</DatiGenerali>\n<DatiBeniServizi>\n${body}<DatiRiepilogo>\n<AliquotaIVA>22.00</AliquotaIVA>\n<ImponibileImporto>${euro(base)}</ImponibileImporto>\n<Imposta>${euro(total - base)}</Imposta>\n<EsigibilitaIVA>I</EsigibilitaIVA>\n</DatiRiepilogo>\n</DatiBeniServizi>\n<DatiPagamento>\n<CondizioniPagamento>TP02</CondizioniPagamento>\n<DettaglioPagamento>\n<ModalitaPagamento>MP19</ModalitaPagamento>\n<DataScadenzaPagamento>2026-11-16</DataScadenzaPagamento>\n<ImportoPagamento>${euro(total)}</ImportoPagamento>\n</DettaglioPagamento>\n</DatiPagamento>\n</FatturaElettronicaBody>\n</p:FatturaElettronica>\n`;
}

function sqlite(file: string): Sql {
  const db = new Database(file);
  for (const p of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -65536'])
    db.pragma(p);
  return {
    all: async (sql) => db.prepare(sql).all() as Row[],
    run: async (sql) => void db.exec(sql),
    async insert(table, columns, rows) {
      const statement = db.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows) statement.run(...row);
    },
    close: async () => void db.close(),
  };
}

async function mysql(target: Extract<DatabaseTarget, { dialect: 'mysql' }>): Promise<Sql> {
  const c: Connection = await createConnection({
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
    database: target.database,
    dateStrings: true,
    decimalNumbers: true,
  });
  const quote = (v: Value): string =>
    v === null
      ? 'NULL'
      : typeof v === 'number'
        ? String(v)
        : typeof v === 'string'
          ? /['\\"\0]/.test(v)
            ? c.escape(v)
            : `'${v}'`
          : `x'${v.toString('hex')}'`;
  return {
    all: async (sql) => (await c.query(sql))[0] as Row[],
    run: async (sql) => void (await c.query(sql)),
    insert: async (table, columns, rows) =>
      void (await c.query(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map((r) => `(${r.map(quote).join(',')})`).join(',')}`,
      )),
    close: () => c.end(),
  };
}
