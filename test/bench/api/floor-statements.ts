import type { Row } from './floor-driver.ts';

/** For both databases, or for each its own. */
type Statement = string | { readonly sqlite: string; readonly mysql: string };

/** One kind of thing, by hand. The statements are right for the data of the bench: one contact, no holds. */
export type Subject = {
  readonly get: string;
  readonly one: (rows: readonly Row[]) => object;
  /** The first page, and one behind a position. */
  readonly first: Statement;
  readonly next: Statement;
  readonly behind: (position: readonly (string | number)[]) => (string | number)[];
  readonly item: (row: Row) => object;
  readonly position: (row: Row) => (string | number)[];
};

const addressOf = (r: Row): object => ({
  street: r['street'],
  houseNumber: r['houseNumber'],
  postcode: r['postcode'],
  city: r['city'],
  province: r['province'],
  country: r['country'],
});
const ref = (r: Row, what: string): object | null =>
  r[`${what}Id`] === null ? null : { id: r[`${what}Id`], code: r[`${what}Code`], name: r[`${what}Name`] };

const CUSTOMERS = `SELECT t.id, t.code, t.kind, t.name, t.tax_code AS taxCode, t.vat_number AS vatNumber, t.city, t.province,
    b.email, b.phone, t.payment_method AS paymentMethod, t.created_at AS createdAt, t.name_key AS nameKey
  FROM customer t LEFT JOIN contact b ON b.id = (SELECT MIN(o.id) FROM contact o WHERE o.customer_id = t.id AND o.role = 'billing')`;

export const customers: Subject = {
  get: `SELECT c.id, c.code, c.kind, c.name, c.first_name AS firstName, c.last_name AS lastName, c.tax_code AS taxCode,
      c.vat_country AS vatCountry, c.vat_number AS vatNumber, c.codice_destinatario AS codiceDestinatario, c.pec, c.street,
      c.house_number AS houseNumber, c.postcode, c.city, c.province, c.country, c.language, c.split_payment AS splitPayment,
      c.withholding, c.intent_protocol AS intentProtocol, c.vat_natura AS vatNatura, c.vat_reference AS vatReference, c.payment_method AS paymentMethod,
      c.payment_days AS paymentDays, c.iban, c.mandate_id AS mandateId, c.mandate_date AS mandateDate, c.notes, c.version,
      c.created_at AS createdAt, c.updated_at AS updatedAt, b.role, b.name AS contactName, b.email, b.phone,
      s.purpose, s.granted, s.source, s.at
    FROM customer c LEFT JOIN contact b ON b.customer_id = c.id LEFT JOIN consent s ON s.customer_id = c.id
    WHERE c.id = ? ORDER BY b.role, b.id`,
  one: (rows) => {
    const r = rows[0]!;
    return {
      ...r,
      address: addressOf(r),
      splitPayment: r['splitPayment'] === 1,
      withholding: r['withholding'] === 1,
      declarationOfIntent: r['intentProtocol'],
      contacts: rows.map((b) => ({
        role: b['role'],
        name: b['contactName'],
        email: b['email'],
        phone: b['phone'],
      })),
      consents: rows.filter((s) => s['purpose'] !== null),
    };
  },
  first: `${CUSTOMERS} ORDER BY t.name_key, t.id LIMIT 51`,
  next: `${CUSTOMERS} WHERE t.name_key >= ? AND (t.name_key > ? OR t.id > ?) ORDER BY t.name_key, t.id LIMIT 51`,
  behind: ([name = '', id = 0]) => [name, name, id],
  item: (row) => row,
  position: (row) => [row['nameKey'], row['id']],
};

const CONTRACTS = `SELECT t.id, t.code, t.state, c.id AS customerId, c.code AS customerCode, c.name AS customerName,
    p.id AS payerId, p.code AS payerCode, p.name AS payerName, s.id AS siteId, s.code AS siteCode, s.name AS siteName,
    t.install_street AS installStreet, t.install_house_number AS installHouseNumber, t.install_city AS installCity,
    t.activated_on AS activatedOn, t.ends_on AS endsOn, t.next_due AS nextDue, x.code AS parked, t.updated_at AS updatedAt,
    (SELECT MAX(h.blocks_billing) FROM hold h WHERE h.contract_id = t.id) AS held
  FROM contract t JOIN customer c ON c.id = t.customer_id JOIN customer p ON p.id = t.payer_id
  LEFT JOIN site s ON s.id = t.site_id LEFT JOIN parked_contract x ON x.contract_id = t.id`;

export const contracts: Subject = {
  get: `SELECT k.id, k.code, k.state, k.customer_id AS customerId, k.payer_id AS payerId, k.site_id AS siteId,
      k.signed_on AS signedOn, k.activated_on AS activatedOn, k.notice_on AS noticeOn, k.ends_on AS endsOn,
      k.billed_through AS billedThrough, k.next_due AS nextDue, k.series, k.payment_method AS paymentMethod,
      k.payment_days AS paymentDays, k.purchase_order AS purchaseOrder, k.purchase_order_date AS purchaseOrderDate, k.cig,
      k.cup, k.separate_group AS separateGroup, k.install_street, k.install_house_number, k.install_postcode,
      k.install_city, k.install_province, k.attributes, k.version, k.created_at AS createdAt, k.updated_at AS updatedAt,
      c.code AS customerCode, c.name AS customerName, p.code AS payerCode, p.name AS payerName, s.code AS siteCode,
      s.name AS siteName, x.code AS parkedCode, v.id AS itemId, v.item, v.plan_id AS planId, l.code AS planCode,
      l.name AS planName, v.description, v.quantity, v.valid_from AS validFrom, v.valid_to AS validTo, v.anchor,
      v.anchor_last_day AS anchorLastDay, v.cadence, v.timing, v.offset_days AS offsetDays, v.proration,
      v.first_period AS firstPeriod, v.end_credit AS endCredit, v.price_e8 AS priceE8, v.vat_included AS vatIncluded,
      v.vat_rate AS vatRate, v.natura, v.vat_reference AS vatReference, h.id AS holdId, w.withdrew_on AS withdrewOn
    FROM contract k JOIN customer c ON c.id = k.customer_id JOIN customer p ON p.id = k.payer_id
    LEFT JOIN site s ON s.id = k.site_id LEFT JOIN parked_contract x ON x.contract_id = k.id
    JOIN contract_item_version v ON v.contract_id = k.id AND (v.valid_to IS NULL OR v.valid_to > v.valid_from)
    LEFT JOIN plan l ON l.id = v.plan_id LEFT JOIN hold h ON h.contract_id = k.id
    LEFT JOIN contract_withdrawal w ON w.contract_id = k.id
    WHERE k.id = ? ORDER BY v.item, v.valid_from, v.id`,
  one: (rows) => {
    const r = rows[0]!;
    return {
      ...r,
      shownAs: 'Attivo',
      customer: ref(r, 'customer'),
      payer: ref(r, 'payer'),
      site: ref(r, 'site'),
      lastDay: r['endsOn'],
      separateGroup: r['separateGroup'] || null,
      installAddress: null,
      attributes: JSON.parse(r['attributes'] as string) as object,
      items: rows.map((v) => ({
        ...v,
        id: v['itemId'],
        plan: ref(v, 'plan'),
        from: v['validFrom'],
        lastDay: v['validTo'],
        anchorLastDay: v['anchorLastDay'] === 1,
        endCredit: v['endCredit'] === 1,
        vatIncluded: v['vatIncluded'] === 1,
      })),
      holds: [],
      parked: null,
    };
  },
  first: `${CONTRACTS} ORDER BY t.code LIMIT 51`,
  next: `${CONTRACTS} WHERE t.code > ? ORDER BY t.code LIMIT 51`,
  behind: ([code = '']) => [code],
  item: (r) => ({
    ...r,
    shownAs: r['held'] === 1 ? 'Pending' : 'Attivo',
    customer: ref(r, 'customer'),
    payer: ref(r, 'payer'),
    site: ref(r, 'site'),
    lastDay: r['endsOn'],
  }),
  position: (row) => [row['code']],
};

const documentsBy = (
  credits: string,
): string => `SELECT t.id, t.kind, t.tipo_documento AS tipoDocumento, t.origin, t.state, t.series, t.year, t.number,
    t.number_text AS numberText, t.revision, t.date, t.due_date AS dueDate, c.id AS customerId, c.code AS customerCode,
    c.name AS customerName, t.net, t.vat, t.total, t.payable, o.open_amount AS open, NULLIF(t.run_id, 0) AS run,
    (SELECT COALESCE(SUM(n.total), 0) FROM document n ${credits} WHERE n.credits_document_id = t.id) AS credited`;
const DOCUMENTS = {
  sqlite: documentsBy('INDEXED BY document_credits'),
  mysql: documentsBy('FORCE INDEX (document_credits)'),
};
const OF_CUSTOMER =
  'JOIN customer c ON c.id = t.customer_id JOIN open_item o ON o.document_id = t.id ORDER BY t.date DESC, t.id DESC';

export const documents: Subject = {
  get: `SELECT d.id, d.kind, d.tipo_documento AS tipoDocumento, d.series, d.year, d.number, d.number_text AS numberText,
      d.revision, d.date, s.content AS issuer, d.customer_snapshot AS customer, d.details, d.net, d.vat AS vatTotal,
      d.rounding, d.total, d.payable, d.stamp_duty AS stampDuty, l.number AS line, l.description, l.quantity, l.unit,
      l.unit_price_e8 AS unitPrice, l.total_e8 AS totalE8, l.amount, l.vat_included AS vatIncluded, l.vat_rate AS vatRate,
      l.natura, l.period_from AS periodFrom, l.period_to AS periodTo, l.contract_code AS contractCode,
      v.vat_rate AS vatVatRate, v.natura AS vatNatura, v.esigibilita, v.base, v.vat, v.rounding_e8 AS roundingE8,
      v.reference, n.id AS creditedBy, o.open_amount AS open, o.pending, a.id AS allocation
    FROM document d JOIN snapshot s ON s.sha256 = d.issuer_snapshot JOIN document_line l ON l.document_id = d.id
    JOIN document_vat v ON v.document_id = d.id LEFT JOIN document n ON n.credits_document_id = d.id
    JOIN open_item o ON o.document_id = d.id LEFT JOIN allocation a ON a.debit_kind = 'document' AND a.debit_id = d.id
    WHERE d.id = ? ORDER BY l.number`,
  one: (rows) => {
    const r = rows[0]!;
    return {
      purchaseOrder: null,
      credits: null,
      ...r,
      currency: 'EUR',
      issuer: JSON.parse(r['issuer'] as string) as object,
      customer: JSON.parse(r['customer'] as string) as object,
      ...(JSON.parse(r['details'] as string) as object),
      lines: rows.map((l) => ({ ...l, number: l['line'], vatIncluded: l['vatIncluded'] === 1 })),
      vat: [{ ...r, vatRate: r['vatVatRate'], natura: r['vatNatura'] }],
      creditedBy: [],
      allocations: [],
      deliveries: [],
    };
  },
  first: {
    sqlite: `${DOCUMENTS.sqlite} FROM document t ${OF_CUSTOMER} LIMIT 51`,
    mysql: `${DOCUMENTS.mysql} FROM document t ${OF_CUSTOMER} LIMIT 51`,
  },
  // Each goes to a place in the index only if it is spelled out its own way: the rest of the day, and the days before.
  next: {
    sqlite: `${DOCUMENTS.sqlite} FROM (
        SELECT * FROM (SELECT id FROM document WHERE date = ? AND id < ? ORDER BY id DESC LIMIT 51)
        UNION ALL SELECT * FROM (SELECT id FROM document WHERE date < ? ORDER BY date DESC, id DESC LIMIT 51)
      ) k JOIN document t ON t.id = k.id ${OF_CUSTOMER} LIMIT 51`,
    mysql: `${DOCUMENTS.mysql} FROM (SELECT id FROM document FORCE INDEX (document_date)
        WHERE date = ? AND id < CAST(? AS SIGNED) OR date < ? ORDER BY date DESC, id DESC LIMIT 51
      ) k STRAIGHT_JOIN document t ON t.id = k.id ${OF_CUSTOMER}`,
  },
  behind: ([date = '', id = 0]) => [date, id, date],
  item: (r) => ({ ...r, customer: ref(r, 'customer') }),
  position: (row) => [row['date'], row['id']],
};
