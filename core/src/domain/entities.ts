import type { Entity } from '../kernel/db/database.ts';
import { ContractEntity, ItemVersionEntity } from './contracts/contract.entity.ts';
import { HoldEntity } from './contracts/hold.entity.ts';
import {
  ConsentEntity,
  ContactEntity,
  CustomerEntity,
  CustomerNoteEntity,
} from './customers/customer.entity.ts';
import { DraftEntity } from './drafts/draft.entity.ts';
import { IssuerEntity } from './issuer/issuer.entity.ts';
import { GroupEntity, OperatorEntity } from './operators/operator.entity.ts';
import { PlanEntity, PlanPriceEntity } from './plans/plan.entity.ts';
import { SiteEntity } from './sites/site.entity.ts';

/** All entities of the domain, for the one connection. */
export const entities: readonly Entity[] = [
  IssuerEntity,
  CustomerEntity,
  ContactEntity,
  ConsentEntity,
  CustomerNoteEntity,
  SiteEntity,
  PlanEntity,
  PlanPriceEntity,
  ContractEntity,
  ItemVersionEntity,
  HoldEntity,
  DraftEntity,
  OperatorEntity,
  GroupEntity,
] as unknown as readonly Entity[];
