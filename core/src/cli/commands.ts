import { chargeAdd } from './charge.ts';
import type { Command } from './command.ts';
import { contractShow } from './contract-show.ts';
import { contractChange, contractEnd, contractHold, contractRelease } from './contract.ts';
import { customerShow } from './customer.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import {
  documentsCredit,
  documentsExplain,
  documentsExport,
  documentsList,
  documentsShow,
} from './documents.ts';
import { fatturapaCheck } from './fatturapa.ts';
import { importCommands } from './import.ts';
import { issuerSet, issuerShow } from './issuer.ts';
import { migrateCommand, migrateStatus } from './migrate.ts';
import { notices, noticesClose } from './notices.ts';
import { outboxDiscard, outboxDrain, outboxList, outboxRetry } from './outbox.ts';
import { parkedList, runBilling } from './run.ts';
import { invariants, verify } from './verify.ts';
import { pluginAdd, pluginDisable, pluginEnable, pluginList, pluginSettings } from './plugin.ts';

/** All commands, in the order in which help shows them. */
export const commands: readonly Command[] = [
  demo,
  issuerSet,
  issuerShow,
  ...importCommands,
  customerShow,
  contractShow,
  contractHold,
  contractRelease,
  contractChange,
  contractEnd,
  chargeAdd,
  runBilling,
  parkedList,
  documentsList,
  documentsShow,
  documentsExplain,
  documentsCredit,
  documentsExport,
  fatturapaCheck,
  verify,
  invariants,
  migrateCommand,
  migrateStatus,
  pluginList,
  pluginEnable,
  pluginDisable,
  pluginAdd,
  pluginSettings,
  outboxList,
  outboxRetry,
  outboxDiscard,
  outboxDrain,
  notices,
  noticesClose,
  doctor,
];
