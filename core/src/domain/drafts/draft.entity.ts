import { defineEntity, p } from '@mikro-orm/core';
import { exact } from '../exact.ts';

export const DRAFT_STATES = ['draft', 'issued', 'void'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const DraftEntity = exact(
  defineEntity({
    name: 'DocumentDraft',
    tableName: 'document_draft',
    properties: {
      id: p.integer().primary(),
      issuerId: p.integer(),
      customerId: p.integer(),
      state: p.string().$type<DraftState>(),
      tipoDocumento: p.string(),
      /** What was written, as JSON. */
      body: p.text(),
      /** As it was when the draft was kept. */
      total: p.bigint('number'),
      documentId: p.integer().nullable(),
      version: p.integer(),
      createdAt: p.bigint('number'),
      createdBy: p.string(),
      updatedAt: p.bigint('number'),
      updatedBy: p.string(),
    },
  }),
);
