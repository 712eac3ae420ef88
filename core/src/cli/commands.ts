import { chargeAdd } from './charge.ts';
import type { Command } from './command.ts';
import { contractShow } from './contract-show.ts';
import { contractChange, contractEnd, contractHold, contractRelease } from './contract.ts';
import { customerShow } from './customer.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { editionSet, editionShow } from './edition.ts';
import { serve } from './serve.ts';
import {
  documentsCredit,
  documentsExplain,
  documentsExport,
  documentsList,
  documentsRecount,
  documentsShow,
} from './documents.ts';
import { fatturapaCheck } from './fatturapa.ts';
import { groupCreate, groupList, groupSet } from './group.ts';
import { importCommands } from './import.ts';
import { issuerSet, issuerShow } from './issuer.ts';
import { jobList, jobRun } from './job.ts';
import { migrateCommand, migrateStatus } from './migrate.ts';
import { notices, noticesClose } from './notices.ts';
import {
  operatorCreate,
  operatorDisable,
  operatorEnable,
  operatorList,
  operatorPassword,
  operatorUnlock,
} from './operator.ts';
import { operatorTokenCreate, operatorTokenList, operatorTokenRevoke } from './operator-token.ts';
import { outboxDiscard, outboxDrain, outboxList, outboxRetry } from './outbox.ts';
import { parkedList, runBilling } from './run.ts';
import { searchRebuild } from './search.ts';
import { invariants, verify } from './verify.ts';
import { keysDiscard, keysRetire, keysRotate, keysShow } from './keys.ts';
import { settingsSet, settingsShow } from './settings.ts';
import { pluginAdd, pluginDisable, pluginEnable, pluginList } from './plugin.ts';
import { pluginSettings } from './plugin-settings.ts';

/** All commands, in the order in which help shows them. */
export const commands: readonly Command[] = [
  demo,
  serve,
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
  jobList,
  jobRun,
  documentsList,
  documentsShow,
  documentsExplain,
  documentsCredit,
  documentsExport,
  documentsRecount,
  fatturapaCheck,
  verify,
  invariants,
  searchRebuild,
  migrateCommand,
  migrateStatus,
  pluginList,
  pluginEnable,
  pluginDisable,
  pluginAdd,
  pluginSettings,
  editionShow,
  editionSet,
  settingsShow,
  settingsSet,
  keysShow,
  keysRotate,
  keysRetire,
  keysDiscard,
  outboxList,
  outboxRetry,
  outboxDiscard,
  outboxDrain,
  operatorCreate,
  operatorList,
  operatorDisable,
  operatorEnable,
  operatorUnlock,
  operatorPassword,
  operatorTokenCreate,
  operatorTokenList,
  operatorTokenRevoke,
  groupList,
  groupCreate,
  groupSet,
  notices,
  noticesClose,
  doctor,
];
