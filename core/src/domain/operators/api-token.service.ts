import { Conflict, NotFound, type Clock } from '@traliccio/sdk';
import type { CoreTx } from '../../kernel/db/database.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { Problems, refuse } from '../problem.ts';
import { checkName, normalName } from './operator.rules.ts';
import { hashOfToken, newApiToken } from './session-token.ts';

export const DAYS_DEFAULT = 90;
export const DAYS_MAX = 365;
const DAY_MS = 24 * 3_600_000;

export type TokenInput = {
  readonly operatorId: number;
  readonly name: string;
  readonly days?: number;
  /** Where it was asked for. */
  readonly peer: string;
};
/** The only time that the token is shown. */
export type NewToken = { readonly id: number; readonly token: string; readonly expiresAt: number };

/** Tokens with which programs ask in the name of an operator, without his password. They end with his sessions. */
export class ApiTokenService {
  readonly #audit: AuditWriter;
  readonly #clock: Clock;

  constructor(deps: { readonly audit: AuditWriter; readonly clock: Clock }) {
    this.#audit = deps.audit;
    this.#clock = deps.clock;
  }

  /** @throws Invalid, Conflict when the operator has a token of this name */
  async create(tx: CoreTx, input: TokenInput, by: Actor): Promise<NewToken> {
    const { operatorId, days = DAYS_DEFAULT, peer } = input;
    const name = normalName(input.name);
    checkToken(name, days);
    const now = this.#clock.now();
    const [operator] = await tx.all<{ epoch: number; enabled: number }>(
      `SELECT epoch, enabled FROM operator WHERE id = ?${tx.dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
      [operatorId],
    );
    if (!operator) throw new NotFound('operator.not_found', `there is no operator ${operatorId}`);
    if (operator.enabled !== 1)
      throw new Conflict('operator.disabled', 'an operator who is disabled gets no token: enable him first');
    const [taken] = await tx.all(
      "SELECT id FROM operator_session WHERE operator_id = ? AND kind = 'token' AND name = ? AND epoch = ? AND expires_at > ?",
      [operatorId, name, operator.epoch, now],
    );
    if (taken)
      throw new Conflict(
        'token.name_taken',
        `there is a token ${name} already: revoke it, or take another name`,
        { field: 'name' },
      );
    const token = newApiToken();
    const expiresAt = now + days * DAY_MS;
    await tx.insert(
      'operator_session',
      ['token_hash', 'operator_id', 'kind', 'name', 'epoch', 'peer', 'created_at', 'seen_at', 'expires_at'],
      [
        [
          hashOfToken(token),
          operatorId,
          'token',
          name,
          operator.epoch,
          peer.slice(0, 64),
          now,
          now,
          expiresAt,
        ],
      ],
    );
    const [row] = await tx.all<{ id: number }>('SELECT id FROM operator_session WHERE token_hash = ?', [
      hashOfToken(token),
    ]);
    const id = row!.id;
    await this.#audit.record(tx, {
      actor: by,
      action: 'operator.token_create',
      entity: 'operator',
      entityId: operatorId,
      detail: { session: id, name, days },
    });
    return { id, token, expiresAt };
  }
}

function checkToken(name: string, days: number): void {
  const problems = new Problems('token');
  checkName(name, problems);
  problems.unless(
    Number.isInteger(days) && days >= 1 && days <= DAYS_MAX,
    'days',
    'invalid',
    `a token is good for 1 to ${DAYS_MAX} days`,
  );
  refuse(problems.list);
}
