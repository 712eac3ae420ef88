import { typesOf } from '../kernel/db/ddl.ts';
import type { Migration, MigrationHistory } from '../kernel/db/migrate.ts';
import { agreedAmounts } from './tables-agreed-amounts.ts';
import { contractTables } from './tables-contracts.ts';
import type { Step } from './steps.ts';
import { customerNoteTables } from './tables-customer-notes.ts';
import { documentFactTables } from './tables-document-facts.ts';
import { documentTables, immutability } from './tables-documents.ts';
import { draftAttachmentTables } from './tables-draft-attachments.ts';
import { draftTables } from './tables-drafts.ts';
import { httpTables } from './tables-http.ts';
import { kernelTables } from './tables-kernel.ts';
import { listIndexes } from './tables-lists.ts';
import { lockTables } from './tables-locks.ts';
import { operatorTables } from './tables-operators.ts';
import { partyTables } from './tables-parties.ts';
import { paymentTables } from './tables-payments.ts';
import { previewTables } from './tables-previews.ts';
import { priceChangeTables } from './tables-price-changes.ts';
import { resendTables } from './tables-resends.ts';
import { searchTables } from './tables-search.ts';
import { secretTables } from './tables-secrets.ts';
import { turnoverTables } from './tables-turnover.ts';

/** Core's tables, step by step. */
export function coreHistory(): MigrationHistory {
  const parts = [
    kernelTables,
    secretTables,
    httpTables,
    operatorTables,
    partyTables,
    contractTables,
    documentTables,
    previewTables,
    searchTables,
    listIndexes,
    immutability,
    turnoverTables,
    priceChangeTables,
    lockTables,
    customerNoteTables,
    resendTables,
    draftTables,
    paymentTables,
    documentFactTables,
    agreedAmounts,
    draftAttachmentTables,
  ];
  const sqlite = parts.flatMap((part) => part(typesOf('sqlite')));
  const mysql = parts.flatMap((part) => part(typesOf('mysql')));
  return { module: 'core', steps: sqlite.map((step, i) => named(step, mysql[i] as Step)) };
}

function named(sqlite: Step, mysql: Step): Migration {
  if (sqlite.name !== mysql.name)
    throw new Error(`migration ${sqlite.name} has no counterpart: ${mysql.name}`);
  return { name: sqlite.name, sqlite: sqlite.sql, mysql: mysql.sql };
}
