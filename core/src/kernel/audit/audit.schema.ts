import { Type, type Static } from 'typebox';
import { Fields, Id, Instant, OneOf } from '../http/schemas.ts';

export const AuditView = Fields({
  id: Id,
  at: Instant,
  actor: Fields({ kind: OneOf(['operator', 'system', 'plugin']), name: Type.String() }),
  action: Type.String({ description: 'As `entity.verb`: `contract.held`' }),
  entity: Type.String(),
  entityId: Type.Integer({ description: '0 for what has no number, which `detail` then names' }),
  detail: Type.Unknown({ description: 'What was said with it; null for nothing' }),
});
export type AuditView = Static<typeof AuditView>;

/** What a row of `audit_log` says. */
export function auditView(row: {
  readonly id: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: number;
  readonly detail: string | null;
}): AuditView {
  const [kind, ...name] = row.actor.split(':');
  return {
    id: row.id,
    at: row.at,
    actor: { kind: kind as AuditView['actor']['kind'], name: name.join(':') },
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    detail: JSON.parse(row.detail ?? 'null') as unknown,
  };
}
