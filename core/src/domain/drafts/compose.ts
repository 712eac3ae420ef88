import { Invalid, NotFound, type Finding, type PlainDate, type Sql } from '@traliccio/sdk';
import type { Attachment, Draft, DraftLine } from '../documents/draft.ts';
import { agreedLine, invoiceOf, orderOf } from '../documents/invoice.ts';
import { type IssuerTerms, loadIssuers, loadPayers, type Payer } from '../documents/parties.ts';
import { withoutVat, type WithoutVat } from '../documents/taxed.ts';
import { type Problem, refuse } from '../problem.ts';
import { checkDraft, checkSums, lateDeliveries } from './draft.rules.ts';
import type { DraftBody } from './draft.schema.ts';

export type Written = {
  readonly issuerId: number;
  readonly customerId: number;
  readonly body: DraftBody;
  readonly attachments?: readonly Attachment[];
};
export type Composed = {
  readonly draft: Draft;
  /** What keeps it from being issued, as far as can be said before plugins are asked. */
  readonly problems: readonly Problem[];
  /** What should be looked at all the same. */
  readonly warnings: readonly Finding[];
};

/**
 * The invoice that was written, on the terms that its customer has on the day of issue.
 * @throws Invalid, NotFound for contracts that are not the customer's, and for sums that can't be computed
 */
export async function compose(
  sql: Sql,
  { issuerId, customerId, body, attachments = [] }: Written,
  date: PlainDate,
): Promise<Composed> {
  refuse(checkSums(body));
  const payer = (await loadPayers(sql, [customerId])).get(customerId);
  const issuer = (await loadIssuers(sql, [issuerId])).get(issuerId);
  if (!payer) throw new NotFound('customer.not_found', `there is no customer ${customerId}`);
  if (!issuer) throw new NotFound('issuer.not_found', 'there is no issuer yet: set it up');
  const contracts = await contractsOf(sql, customerId, body);
  const draft = { ...draftOf(body, { issuer, payer, contracts, date }), attachments };
  const { total } = draft.totals;
  return {
    draft,
    problems: checkDraft(body, { total, zeroTotal: issuer.zeroTotal, date }),
    warnings: lateDeliveries(body, date),
  };
}

/** Ids of contracts by their codes. */
type Contracts = ReadonlyMap<string, number>;

export function draftOf(
  body: DraftBody,
  {
    issuer,
    payer,
    contracts,
    date,
  }: {
    readonly issuer: IssuerTerms;
    readonly payer: Payer;
    readonly contracts: Contracts;
    readonly date: PlainDate;
  },
): Draft {
  const reason = withoutVat({ issuer: issuer.view, payer, date });
  return invoiceOf({
    issuer,
    payer,
    lines: body.lines.map((line) => lineOf(line, reason, contracts)),
    date,
    tipoDocumento: body.tipoDocumento,
    series: null,
    deliveryNotes: body.deliveryNotes,
    causale: body.causale,
    paymentMethod: body.paymentMethod,
    paymentDays: body.paymentDays,
    purchaseOrder: orderOf(body, ''),
  });
}

function lineOf(
  line: DraftBody['lines'][number],
  reason: WithoutVat | null,
  contracts: Contracts,
): DraftLine {
  const { contract, ...agreed } = line;
  return agreedLine(
    {
      ...agreed,
      contractId: contract === null ? null : (contracts.get(contract) ?? null),
      contractCode: contract,
      periodFrom: null,
      periodTo: null,
    },
    reason,
  );
}

async function contractsOf(sql: Sql, customerId: number, { lines }: DraftBody): Promise<Contracts> {
  const codes = [...new Set(lines.flatMap((line) => line.contract ?? []))];
  if (codes.length === 0) return new Map();
  const rows = await sql.all<{ id: number; code: string; customer: number; payer: number }>(
    `SELECT id, code, customer_id AS customer, payer_id AS payer FROM contract WHERE code IN (${codes.map(() => '?').join(', ')})`,
    codes,
  );
  const known = new Map(rows.map((row) => [row.code, row]));
  lines.forEach(({ contract: code }, index) => {
    if (code === null) return;
    const contract = known.get(code);
    const field = `lines[${index}].contract`;
    if (!contract) throw new NotFound('contract.not_found', `there is no contract ${code}`, { field });
    if (contract.customer !== customerId && contract.payer !== customerId)
      throw new Invalid('draft.contract_other', `contract ${code} is another customer’s`, { field });
  });
  return new Map(rows.map((row) => [row.code, row.id]));
}
