import { Conflict, type Clock, Invalid, NotFound } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import { reindex } from '../../kernel/search/rebuild.ts';
import type { Actor, AuditWriter, EventEmitter } from '../ports.ts';
import { refuse } from '../problem.ts';
import { ConsentEntity, ContactEntity, CustomerEntity, type CustomerRow } from './customer.entity.ts';
import { type ContactInput, type CustomerInput, customerValues } from './customer.input.ts';
import { customerKeys } from './customer.keys.ts';
import { checkCustomer } from './customer.rules.ts';
import { customerSearch } from './customer.search.ts';

export type ConsentInput = {
  readonly customerId: number;
  readonly purpose: string;
  readonly granted: boolean;
  readonly source: string;
};

export class CustomerService {
  readonly #audit: AuditWriter;
  readonly #events: EventEmitter;
  readonly #clock: Clock;

  constructor(deps: { readonly audit: AuditWriter; readonly events: EventEmitter; readonly clock: Clock }) {
    this.#audit = deps.audit;
    this.#events = deps.events;
    this.#clock = deps.clock;
  }

  /** @throws Invalid, Conflict when the code is taken */
  async create(tx: CoreTx, input: CustomerInput, by: Actor): Promise<CustomerRow> {
    const values = customerValues(input);
    refuse(checkCustomer(values, input.contacts));
    if (await tx.em.findOne(CustomerEntity, { code: values.code }))
      throw new Conflict('customer.code_taken', `there is a customer ${values.code} already`, {
        field: 'code',
      });
    const now = this.#clock.now();
    const customer = tx.em.create(CustomerEntity, {
      ...values,
      ...customerKeys(values),
      importHash: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await tx.em.persist(customer).flush();
    await replaceContacts(tx, customer.id, input.contacts ?? []);
    await reindex(tx, customerSearch, [customer.id]);
    await this.#audit.record(tx, {
      actor: by,
      action: 'customer.create',
      entity: 'customer',
      entityId: customer.id,
      detail: values,
    });
    await this.#events.emit(tx, 'customer.created', `customer:${customer.id}`, { customerId: customer.id });
    return customer;
  }

  /**
   * Replaces what is known of a customer; contacts are left alone when not given. Issued documents keep what was true.
   * @throws Conflict when `version` is not the present one
   */
  async update(
    tx: CoreTx,
    change: { readonly id: number; readonly version: number; readonly input: CustomerInput },
    by: Actor,
  ): Promise<CustomerRow> {
    const { id, version, input } = change;
    const customer = await tx.em.findOne(CustomerEntity, { id });
    if (!customer) throw new NotFound('customer.not_found', `there is no customer ${id}`);
    if (customer.version !== version)
      throw new Conflict(
        'customer.version',
        `customer ${customer.code} was changed by somebody else (version ${customer.version}, yours ${version}): read it again`,
      );
    if (input.code !== customer.code)
      throw new Invalid('customer.code_fixed', 'the code of a customer never changes', { field: 'code' });
    const values = customerValues(input);
    refuse(checkCustomer(values, input.contacts));
    tx.em.assign(customer, { ...values, ...customerKeys(values), updatedAt: this.#clock.now() });
    await tx.em.flush();
    if (input.contacts) await replaceContacts(tx, id, input.contacts);
    await reindex(tx, customerSearch, [id]);
    await this.#audit.record(tx, {
      actor: by,
      action: 'customer.update',
      entity: 'customer',
      entityId: id,
      detail: values,
    });
    await this.#events.emit(tx, 'customer.updated', `customer:${id}`, { customerId: id });
    return customer;
  }

  /** @throws NotFound */
  async recordConsent(tx: CoreTx, consent: ConsentInput, by: Actor): Promise<void> {
    const { customerId } = consent;
    if (!(await tx.em.findOne(CustomerEntity, { id: customerId })))
      throw new NotFound('customer.not_found', `there is no customer ${customerId}`);
    await tx.em.persist(tx.em.create(ConsentEntity, { ...consent, at: this.#clock.now() })).flush();
    await this.#audit.record(tx, {
      actor: by,
      action: 'customer.consent',
      entity: 'customer',
      entityId: customerId,
      detail: consent,
    });
  }
}

/** @throws NotFound */
export async function customerByCode(
  tx: Pick<CoreTx, 'em'>,
  code: string,
  field = 'customer',
): Promise<CustomerRow> {
  const customer = await tx.em.findOne(CustomerEntity, { code });
  if (!customer) throw new NotFound('customer.not_found', `there is no customer ${code}`, { field });
  return customer;
}

async function replaceContacts(
  tx: CoreTx,
  customerId: number,
  contacts: readonly ContactInput[],
): Promise<void> {
  await tx.em.nativeDelete(ContactEntity, { customerId });
  for (const { role, name, email, phone } of contacts)
    tx.em.persist(
      tx.em.create(ContactEntity, {
        customerId,
        role,
        name: name ?? null,
        email: email ?? null,
        phone: phone ?? null,
      }),
    );
  await tx.em.flush();
}
