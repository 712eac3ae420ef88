import { Invalid, NotFound, type Clock, type Logger } from '@traliccio/sdk';
import { SYSTEM } from '../../kernel/audit/audit.ts';
import type { CoreTx, Database } from '../../kernel/db/database.ts';
import { HttpError } from '../../kernel/http/problem.ts';
import type { Authenticated } from '../../kernel/http/session-gate.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { refuse } from '../problem.ts';
import type { LoginGate } from './login-gate.ts';
import { normalEmail } from './operator.rules.ts';
import type { PasswordHasher } from './password-hasher.ts';
import { checkPassword } from './password.rules.ts';
import { SessionLookup } from './session-lookup.ts';
import { findSession, sessionsOf, type Moment, type SessionKind, type SessionView } from './session.store.ts';
import { hashOfToken, isToken, newToken } from './session-token.ts';

export type Deps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditWriter;
  readonly log: Logger;
  readonly hasher: PasswordHasher;
  readonly gate: LoginGate;
  /** A session that nobody has used for so long is over. */
  readonly idleMs: () => Promise<number>;
};

/** However busy, a session is over after so long. */
export const LONGEST_MS = 12 * 3_600_000;
/** Reading must not write: when a session was last used is known to the minute. */
const SEEN_EVERY_MS = 60_000;

export type Login = {
  readonly email: string;
  readonly password: string;
  /** Address of the client. */
  readonly peer: string;
  readonly kind: Exclude<SessionKind, 'token'>;
};
export type LoggedIn = { readonly token: string; readonly who: Authenticated };
type Mine = { readonly id: number; readonly operatorId: number };
type Account = {
  id: number;
  email: string;
  name: string;
  enabled: number;
  password_hash: string;
  epoch: number;
};

/** Who is logged in. Sessions are in the database: any process knows them, and none knows one that is over. */
export class SessionService {
  readonly #deps: Deps;
  readonly #lookup: SessionLookup;
  readonly #touching = new Set<number>();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#lookup = new SessionLookup({
      database: deps.database,
      moment: () => this.#moment(),
      now: () => deps.clock.now(),
    });
  }

  /**
   * A wrong address, a wrong password and an operator who is disabled give the same answer after the same time.
   * @throws HttpError 401 `session.refused`, TooMany, RetryLater
   */
  async login({ email, password, peer, kind }: Login): Promise<LoggedIn> {
    const account = normalEmail(email);
    await this.#countTry(account, peer);
    const [found] = await this.#accounts('email', account);
    const isRight = await this.#deps.hasher.verify(password, found?.password_hash ?? null);
    if (!found || !isRight || found.enabled !== 1) {
      await this.#recordFailure(found?.id ?? 0, { action: 'operator.login_failed', peer });
      throw refused();
    }
    const token = newToken();
    await this.#deps.database.transaction(async (tx) => {
      await this.#open(tx, { operator: found, epoch: found.epoch, token, kind, peer });
      await this.#record(tx, { action: 'operator.login', operator: found, detail: { peer, kind } });
    });
    return this.#loggedIn(token);
  }

  /** Who has this token; null when it is none that counts. */
  async resolve(token: string): Promise<Authenticated | null> {
    if (!isToken(token)) return null;
    const found = await this.#lookup.find(hashOfToken(token));
    if (!found) return null;
    const now = this.#deps.clock.now();
    if (now - found.seenAt >= SEEN_EVERY_MS) this.#touch(found.who.sessionId, now);
    return found.who;
  }

  /** Who has a session that was there a moment ago. @throws HttpError 401 when it has ended meanwhile */
  async whose({ id }: Pick<Mine, 'id'>): Promise<Authenticated> {
    const found = await findSession(this.#deps.database.sql, id, await this.#moment());
    if (!found) throw refused();
    return found.who;
  }

  /** @throws HttpError for an API token, which is revoked instead */
  async logout(session: Mine, by: Actor): Promise<void> {
    await this.refuseTokens(session);
    await this.#deps.database.transaction(async (tx) => {
      await tx.run('DELETE FROM operator_session WHERE id = ?', [session.id]);
      await this.#audit(tx, by, 'operator.logout', session.operatorId, { session: session.id });
    });
  }

  /**
   * Every session and every token of the operator ends, and a new session takes the place of this one.
   * @throws Invalid when the old password is wrong or the new one too easy, TooMany, HttpError for an API token
   */
  async changePassword(change: {
    readonly session: Mine;
    readonly old: string;
    readonly new: string;
    readonly peer: string;
  }): Promise<LoggedIn> {
    const { session, peer } = change;
    const kind = await this.refuseTokens(session);
    const [owner] = await this.#accounts('id', session.operatorId);
    if (!owner) throw refused();
    refuse(checkPassword(change.new, owner, 'new'));
    if (change.new.normalize('NFC') === change.old.normalize('NFC'))
      throw new Invalid('password.same', 'the new password must be another than the old one', {
        field: 'new',
      });
    await this.#countTry(owner.email, peer);
    if (!(await this.#deps.hasher.verify(change.old, owner.password_hash))) {
      await this.#recordFailure(owner.id, { action: 'operator.password_refused', peer });
      throw new Invalid('password.wrong', 'the old password is wrong', { field: 'old' });
    }
    const hash = await this.#deps.hasher.hash(change.new);
    const token = newToken();
    await this.#deps.database.transaction(async (tx) => {
      if (!(await this.#replaceOwn(tx, owner, hash))) throw refused();
      await this.#open(tx, { operator: owner, epoch: owner.epoch + 1, token, kind, peer });
      await this.#record(tx, { action: 'operator.password', operator: owner, detail: { peer } });
    });
    return this.#loggedIn(token);
  }

  /** All sessions and tokens of an operator that are not over. */
  async list(operatorId: number): Promise<SessionView[]> {
    return sessionsOf(this.#deps.database.sql, operatorId, await this.#moment());
  }

  /** @throws NotFound */
  async revoke(tx: CoreTx, session: Mine, by: Actor): Promise<void> {
    const gone = await tx.run('DELETE FROM operator_session WHERE id = ? AND operator_id = ?', [
      session.id,
      session.operatorId,
    ]);
    if (gone === 0)
      throw new NotFound('session.not_found', `the operator has no session or token ${session.id}`);
    await this.#audit(tx, by, 'operator.session_revoke', session.operatorId, { session: session.id });
  }

  /** What needs a person: a token that has leaked must not be able to renew itself. @throws HttpError */
  async refuseTokens({ id }: Pick<Mine, 'id'>): Promise<Exclude<SessionKind, 'token'>> {
    const [row] = await this.#deps.database.sql.all<{ kind: SessionKind }>(
      'SELECT kind FROM operator_session WHERE id = ?',
      [id],
    );
    if (!row) throw refused();
    if (row.kind === 'token')
      throw new HttpError(
        403,
        'session.not_for_tokens',
        'an API token can not do this: log in with the password',
      );
    return row.kind;
  }

  async #moment(): Promise<Moment> {
    return { now: this.#deps.clock.now(), idleMs: await this.#deps.idleMs() };
  }

  /** Before anything slow is done. Whoever would only wait in vain loses no try. */
  async #countTry(account: string, peer: string): Promise<void> {
    this.#deps.hasher.refuseWhenFull();
    await this.#deps.gate.pass({ account, peer });
  }

  #accounts(column: 'email' | 'id', value: string | number): Promise<Account[]> {
    return this.#deps.database.sql.all<Account>(
      `SELECT id, email, name, enabled, password_hash, epoch FROM operator WHERE ${column} = ?`,
      [value],
    );
  }

  /** The epoch is that which the password was compared in: if it has gone up since, the session never counts. */
  async #open(
    tx: CoreTx,
    s: { operator: Account; epoch: number; token: string; kind: SessionKind; peer: string },
  ): Promise<void> {
    const now = this.#deps.clock.now();
    await tx.insert(
      'operator_session',
      ['token_hash', 'operator_id', 'kind', 'epoch', 'peer', 'created_at', 'seen_at', 'expires_at'],
      [
        [
          hashOfToken(s.token),
          s.operator.id,
          s.kind,
          s.epoch,
          s.peer.slice(0, 64),
          now,
          now,
          now + LONGEST_MS,
        ],
      ],
    );
    await tx.run('DELETE FROM operator_session WHERE expires_at <= ?', [now]);
    await this.#deps.gate.forgive(tx, s.operator.email);
    await this.#deps.gate.sweep(tx);
  }

  /** False when somebody else has changed password or rights meanwhile. */
  async #replaceOwn(tx: CoreTx, { id, epoch }: Account, hash: string): Promise<boolean> {
    const changed = await tx.run(
      `UPDATE operator SET password_hash = ?, must_change_password = 0, epoch = epoch + 1, version = version + 1, updated_at = ?
       WHERE id = ? AND epoch = ? AND enabled = 1`,
      [hash, this.#deps.clock.now(), id, epoch],
    );
    if (changed === 1) await tx.run('DELETE FROM operator_session WHERE operator_id = ?', [id]);
    return changed === 1;
  }

  async #loggedIn(token: string): Promise<LoggedIn> {
    const who = await this.resolve(token);
    if (!who) throw refused();
    return { token, who };
  }

  /** Nobody waits for it, and only one at a time writes it. */
  #touch(sessionId: number, now: number): void {
    if (this.#touching.has(sessionId)) return;
    this.#touching.add(sessionId);
    void this.#deps.database.sql
      .run('UPDATE operator_session SET seen_at = ? WHERE id = ? AND seen_at < ?', [now, sessionId, now])
      .catch((error: unknown) => this.#deps.log.warn({ err: error }, 'the use of a session was not noted'))
      .finally(() => this.#touching.delete(sessionId));
  }

  /** Who tries is nobody yet, and what he typed as an address may be a password. */
  async #recordFailure(
    operatorId: number,
    { action, peer }: { action: string; peer: string },
  ): Promise<void> {
    await this.#deps.database.transaction(async (tx) => {
      await this.#audit(tx, SYSTEM, action, operatorId, { peer });
      await this.#deps.gate.sweep(tx);
    });
  }

  async #record(
    tx: CoreTx,
    { action, operator, detail }: { action: string; operator: Account; detail: object },
  ): Promise<void> {
    await this.#audit(tx, { kind: 'operator', name: operator.email }, action, operator.id, detail);
  }

  async #audit(tx: CoreTx, actor: Actor, action: string, entityId: number, detail: object): Promise<void> {
    await this.#deps.audit.record(tx, { actor, action, entity: 'operator', entityId, detail });
  }
}

const refused = (): HttpError =>
  new HttpError(401, 'session.refused', 'address or password is wrong, or the operator is disabled');
