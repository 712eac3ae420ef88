import type { Clock, Logger } from '@traliccio/sdk';
import type { Database } from '../../kernel/db/database.ts';
import type { Permissions } from '../../kernel/permissions/permissions.ts';
import type { CoreSettings } from '../../kernel/settings/core-settings.ts';
import type { AuditWriter } from '../ports.ts';
import { ApiTokenService } from './api-token.service.ts';
import { GroupService } from './group.service.ts';
import { LoginGate } from './login-gate.ts';
import { OperatorService } from './operator.service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { SessionService } from './session.service.ts';
import { SESSION_IDLE_MINUTES } from './session.settings.ts';
import { SetupService } from './setup.service.ts';

type Needs = { readonly database: Database; readonly clock: Clock; readonly audit: AuditWriter };
type WithPasswords = Needs & { readonly passwordHasher: PasswordHasher; readonly loginGate: LoginGate };

/** Operators and what lets them in, each made from what it needs, by name. */
export const operatorServices = {
  /** One for all: it keeps the number of hashes in hand. */
  passwordHasher: () => new PasswordHasher(),
  loginGate: (needs: Needs) => new LoginGate(needs),
  operators: ({ database, clock, audit, passwordHasher, loginGate }: WithPasswords) =>
    new OperatorService({ database, clock, audit, hasher: passwordHasher, gate: loginGate }),
  groups: (needs: Needs & { readonly permissions: Permissions }) => new GroupService(needs),
  sessions: (
    needs: WithPasswords & { readonly log: Logger; readonly coreSettings: Pick<CoreSettings, 'get'> },
  ) => {
    const { database, clock, audit, log, passwordHasher, loginGate, coreSettings } = needs;
    const idleMs = async () => (await coreSettings.get(SESSION_IDLE_MINUTES)) * 60_000;
    return new SessionService({
      database,
      clock,
      audit,
      log,
      hasher: passwordHasher,
      gate: loginGate,
      idleMs,
    });
  },
  apiTokens: (needs: Needs) => new ApiTokenService(needs),
  setup: ({ database, clock, audit, operators }: Needs & { readonly operators: OperatorService }) =>
    new SetupService({ database, clock, audit, operators }),
} as const;
