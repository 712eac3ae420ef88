import { Type, type Static } from 'typebox';
import { Day, Fields, Id, Instant, Nullable, OneOf } from '../http/schemas.ts';

/** `interrupted`: its process is gone, and it goes on when it is started again. */
export const RUN_STATES = ['running', 'interrupted', 'done', 'held', 'failed'] as const;

const Progress = Fields({
  done: Type.Integer({ minimum: 0 }),
  total: Type.Integer({ minimum: 0 }),
  what: Type.String(),
});

const figures = {
  id: Id,
  kind: Type.String(),
  date: Day,
  state: OneOf(RUN_STATES),
  reason: Nullable(Type.String()),
  startedAt: Instant,
  finishedAt: Nullable(Instant),
  progress: Nullable(Progress),
};

/** How a run stands. */
export const RunState = Fields(figures);
export type RunState = Static<typeof RunState>;

export const RunView = Fields({
  ...figures,
  summary: Type.Unknown({ description: 'What the job says of it: figures, bounds that tripped' }),
});
export type RunView = Static<typeof RunView>;

/** What names a run that was asked for and may not have begun. */
export const RunKey = Fields({ kind: Type.String(), date: Day });
export type RunKey = Static<typeof RunKey>;
