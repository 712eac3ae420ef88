import { type Cents, type Clock, Conflict, ONE, type PlainDate, type VatRate } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { checkText } from '../address.ts';
import { type ContractRef, lockContract } from '../contracts/contract.store.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { Problems, refuse } from '../problem.ts';
import { checkVat } from '../vat.ts';

export type OneOffCharge = {
  readonly contract: ContractRef;
  /** What it is for, by type and id: the same source never charges twice. */
  readonly source: { readonly type: string; readonly id: string; readonly revision?: number };
  readonly description: string;
  /** What is charged; gross when `vatIncluded`. Negative gives back. */
  readonly amount: Cents;
  readonly vatIncluded?: boolean;
  readonly vatRate: VatRate;
  readonly natura?: string | null;
  readonly vatReference?: string | null;
  /** When it came about; today when not given. */
  readonly date?: PlainDate;
};

/** One-off charges: an intervention, an activation fee. They wait for the contract's next invoice. */
export class ChargeService {
  readonly #audit: AuditWriter;
  readonly #clock: Clock;

  constructor(deps: { readonly audit: AuditWriter; readonly clock: Clock }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
  }

  /** Returns false when the source has been charged already with the same amount. @throws Invalid, Conflict */
  async addOnce(tx: CoreTx, charge: OneOffCharge, by: Actor): Promise<boolean> {
    refuse(checkCharge(charge));
    const contract = await lockContract(tx, charge.contract);
    if (contract.state === 'cancelled')
      throw new Conflict('contract.closed', `contract ${contract.code} is cancelled: it can't be charged`);
    const key = chargeKey(charge.source);
    const [same] = await tx.all<{ amount: number; contract_id: number }>(
      'SELECT amount, contract_id FROM charge WHERE charge_key = ?',
      [key],
    );
    if (same) {
      if (same.amount === charge.amount && same.contract_id === contract.id) return false;
      throw new Conflict(
        'charge.key_taken',
        `${charge.source.type} ${charge.source.id} has been charged already, otherwise`,
        { field: 'source' },
      );
    }
    const date = charge.date ?? this.#clock.today();
    await tx.insert('charge', COLUMNS, [
      rowOf(charge, {
        key,
        date,
        contractId: contract.id,
        payerId: contract.payerId,
        now: this.#clock.now(),
      }),
    ]);
    if (contract.nextDue === null && contract.activatedOn !== null) contract.nextDue = date;
    await tx.em.flush();
    await this.#audit.record(tx, {
      actor: by,
      action: 'charge.add',
      entity: 'contract',
      entityId: contract.id,
      detail: charge,
    });
    return true;
  }
}

export const chargeKey = (source: OneOffCharge['source']): string =>
  `once:${source.type}:${source.id}:${source.revision ?? 0}`;

function checkCharge(charge: OneOffCharge) {
  const problems = new Problems('charge');
  problems.unless(
    /^[a-z][a-z0-9_-]{0,29}$/.test(charge.source.type),
    'source',
    'invalid',
    'the type of a source is a lower-case word',
  );
  problems.unless(
    /^[!-9;-~]{1,60}$/.test(charge.source.id),
    'source',
    'id_invalid',
    'the id of a source has up to 60 plain characters without blanks and colons',
  );
  checkText(charge.description, { field: 'description', max: 500 }, problems);
  problems.unless(
    Number.isSafeInteger(charge.amount) && charge.amount !== 0,
    'amount',
    'invalid',
    'the amount is not zero',
  );
  checkVat(
    { vatRate: charge.vatRate, natura: charge.natura ?? null, vatReference: charge.vatReference ?? null },
    problems,
  );
  return problems.list;
}

const COLUMNS = [
  'charge_key',
  'contract_id',
  'payer_id',
  'kind',
  'revision',
  'source',
  'description',
  'days',
  'quantity',
  'unit_price_e8',
  'amount',
  'vat_included',
  'vat_rate',
  'natura',
  'vat_reference',
  'explanation',
  'created_at',
];

function rowOf(
  charge: OneOffCharge,
  row: { key: string; date: PlainDate; contractId: number; payerId: number; now: number },
) {
  const { source, description, amount } = charge;
  return [
    row.key,
    row.contractId,
    row.payerId,
    'once',
    source.revision ?? 0,
    source.type,
    description.trim(),
    0,
    ONE,
    null,
    amount,
    charge.vatIncluded ? 1 : 0,
    charge.vatRate,
    charge.natura ?? null,
    charge.vatReference ?? null,
    JSON.stringify({ rule: 'once', source: `${source.type}:${source.id}`, date: row.date }),
    row.now,
  ];
}
