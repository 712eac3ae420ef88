import { Conflict, type Clock, type Sql } from '@traliccio/sdk';
import { SYSTEM } from '../../kernel/audit/audit.ts';
import type { Database } from '../../kernel/db/database.ts';
import { HttpError } from '../../kernel/http/problem.ts';
import type { AuditWriter } from '../ports.ts';
import type { Authority } from './grants.ts';
import { ADMINISTRATORS, lockGroups } from './group.store.ts';
import type { OperatorInput, OperatorService } from './operator.service.ts';
import { hashOfToken, isToken, newToken } from './session-token.ts';

const GOOD_FOR_MS = 3_600_000;

export type SetupToken = { readonly token: string; readonly expiresAt: number };
export type FirstOperator = Pick<OperatorInput, 'email' | 'name' | 'language' | 'password'>;

/**
 * How the first operator comes in. There is no password that is known beforehand: whoever sees the console of the
 * server reads a token there, which makes one administrator and then nobody any more.
 */
export class SetupService {
  readonly #deps: {
    readonly database: Database;
    readonly clock: Clock;
    readonly audit: AuditWriter;
    readonly operators: OperatorService;
  };

  constructor(deps: {
    readonly database: Database;
    readonly clock: Clock;
    readonly audit: AuditWriter;
    readonly operators: OperatorService;
  }) {
    this.#deps = deps;
  }

  /** As long as there is no operator at all. */
  needed(): Promise<boolean> {
    return isNeeded(this.#deps.database.sql);
  }

  /** A new token for the console; null when it isn't needed. Each process may make its own: the first one used counts. */
  async token(): Promise<SetupToken | null> {
    const now = this.#deps.clock.now();
    return this.#deps.database.transaction(async (tx) => {
      await tx.run('DELETE FROM setup_token WHERE expires_at <= ?', [now]);
      if (!(await isNeeded(tx))) return null;
      const made = { token: newToken(), expiresAt: now + GOOD_FOR_MS };
      await tx.insert(
        'setup_token',
        ['token_hash', 'expires_at'],
        [[hashOfToken(made.token), made.expiresAt]],
      );
      return made;
    });
  }

  /** Makes the first administrator; resolves to his id. @throws HttpError 403, Conflict when there is somebody already, Invalid */
  async complete({ token, ...first }: FirstOperator & { readonly token: string }): Promise<number> {
    const { database, operators, audit } = this.#deps;
    // Before anything slow is done for somebody without a token.
    await this.#check(database.sql, token);
    const insert = await operators.prepare({ ...first, groups: [ADMINISTRATORS], mustChangePassword: false });
    return database.transaction(async (tx) => {
      await lockGroups(tx);
      await this.#check(tx, token);
      await tx.run('DELETE FROM setup_token');
      const id = await insert(tx, CONSOLE);
      await audit.record(tx, { actor: SYSTEM, action: 'operator.setup', entity: 'operator', entityId: id });
      return id;
    });
  }

  async #check(sql: Sql, token: string): Promise<void> {
    if (!(await isNeeded(sql)))
      throw new Conflict('setup.done', 'there are operators already: log in, or ask one of them');
    const [row] = isToken(token)
      ? await sql.all('SELECT token_hash FROM setup_token WHERE token_hash = ? AND expires_at > ?', [
          hashOfToken(token),
          this.#deps.clock.now(),
        ])
      : [];
    if (!row)
      throw new HttpError(
        403,
        'setup.refused',
        'this is no set-up token, or it is older than an hour: start the server again to see a new one',
      );
  }
}

/** Whoever reads the console of the server may everything. */
const CONSOLE: Authority = { actor: SYSTEM, can: () => true };

async function isNeeded(sql: Sql): Promise<boolean> {
  return (await sql.all('SELECT id FROM operator LIMIT 1')).length === 0;
}
