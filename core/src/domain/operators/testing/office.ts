import { after } from 'node:test';
import type { Clock, Instant } from '@traliccio/sdk';
import type { OpenDatabase, TestDatabase } from '../../../../../test/host/database.ts';
import { Audit } from '../../../kernel/audit/audit.ts';
import { Database, type CoreTx } from '../../../kernel/db/database.ts';
import { parseDatabaseUrl } from '../../../kernel/db/database-url.ts';
import { Permissions } from '../../../kernel/permissions/permissions.ts';
import { CoreSettings } from '../../../kernel/settings/core-settings.ts';
import { entities } from '../../index.ts';
import type { Authority } from '../grants.ts';
import { ADMINISTRATORS } from '../group.store.ts';
import { operatorServices } from '../index.ts';
import { PasswordHasher } from '../password-hasher.ts';
import { SESSION_IDLE_MINUTES } from '../session.settings.ts';

export { entities };

/** As the command line: may do everything. */
export const CONSOLE: Authority = { actor: { kind: 'operator', name: 'cli' }, can: () => true };
export const PASSWORD = 'dodici gru volano storte';
export const PEER = '10.20.30.40';

/** Hashes as in production, but fast, and knows how many passwords have been compared. */
export class CountingHasher extends PasswordHasher {
  verified = 0;

  override async verify(password: string, hash: string | null): Promise<boolean> {
    this.verified++;
    return super.verify(password, hash);
  }
}

export const NOW = 1_795_518_000_000;
export type TestClock = Clock & { advance(ms: number): void };

export function clockAt(start: Instant = NOW): TestClock {
  let now = start;
  return { now: () => now, today: () => '2026-11-24', advance: (ms) => void (now += ms) };
}

/** The services of one process, over its own connection. */
export type Office = ReturnType<typeof officeOn>;

export function officeOn(
  database: Database,
  clock: Clock = clockAt(NOW),
  hasher: PasswordHasher = new CountingHasher(4),
) {
  const audit = new Audit(clock);
  const permissions = new Permissions(() => []);
  const coreSettings = new CoreSettings({ sql: database.sql, audit, clock }, [SESSION_IDLE_MINUTES]);
  const loginGate = operatorServices.loginGate({ database, clock, audit });
  const needs = {
    database,
    clock,
    audit,
    permissions,
    coreSettings,
    loginGate,
    passwordHasher: hasher,
    log: SILENT,
  };
  const operators = operatorServices.operators(needs);
  const groups = operatorServices.groups(needs);
  const tx = <T>(work: (tx: CoreTx) => Promise<T>): Promise<T> => database.transaction(work);
  let heard = 0;
  return {
    database,
    tx,
    coreSettings,
    /** Nobody works here: but for the audit log, all is as after the installation. */
    async empty(): Promise<void> {
      for (const table of ['operator', 'operator_in_group', 'operator_session', 'login_limit', 'setup_token'])
        await database.sql.run(`DELETE FROM ${table}`);
      await database.sql.run('DELETE FROM operator_group WHERE id <> ?', [ADMINISTRATORS]);
      const [row] = await database.sql.all<{ last: number | null }>('SELECT MAX(id) AS last FROM audit_log');
      heard = row?.last ?? 0;
    },
    operators,
    groups,
    sessions: operatorServices.sessions(needs),
    apiTokens: operatorServices.apiTokens(needs),
    setup: operatorServices.setup({ ...needs, operators }),
    group: (name: string, ...granted: string[]) =>
      tx((t) => groups.create(t, { name, permissions: granted }, CONSOLE)),
    hire: (email: string, ...groupIds: number[]) =>
      operators.create(
        {
          email,
          name: 'Anna Verdi',
          groups: groupIds.length > 0 ? groupIds : [ADMINISTRATORS],
          password: PASSWORD,
          mustChangePassword: false,
        },
        CONSOLE,
      ),
    async version(id: number): Promise<number> {
      const [row] = await database.sql.all<{ version: number }>('SELECT version FROM operator WHERE id = ?', [
        id,
      ]);
      return row!.version;
    },
    audited: async (action: string) =>
      (
        await database.sql.all<{ actor: string; entity_id: number; detail: string | null }>(
          'SELECT actor, entity_id, detail FROM audit_log WHERE action = ? AND id > ? ORDER BY id',
          [action, heard],
        )
      ).map((row) => ({ ...row, detail: row.detail === null ? null : (JSON.parse(row.detail) as unknown) })),
  };
}

/** Offices one after the other in the same database: making one takes long on a server. */
export function officesIn(open: OpenDatabase) {
  let opened: Promise<TestDatabase> | undefined;
  const others: Database[] = [];
  after(() => Promise.all(others.map((one) => one.close())));
  const place = (): Promise<TestDatabase> => (opened ??= open(entities));
  return {
    async office() {
      const [{ database, url }, clock, hasher] = [await place(), clockAt(), new CountingHasher(4)];
      const office = { ...officeOn(database, clock, hasher), clock, hasher, url };
      await office.empty();
      return office;
    },
    /** The same office as another process has it. */
    async besides(): Promise<Office> {
      const database = await Database.open(parseDatabaseUrl((await place()).url), entities);
      others.push(database);
      return officeOn(database);
    },
  };
}

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
