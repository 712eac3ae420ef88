import { Type, type Static } from 'typebox';
import { Fields, Id, Instant, Nullable, OneOf } from '../http/schemas.ts';

export const NoticeView = Fields({
  id: Id,
  key: Type.String(),
  source: Type.String({ description: '`core`, or the plugin that says it' }),
  level: OneOf(['info', 'warning', 'error']),
  message: Fields({ it: Type.String(), en: Type.String() }),
  count: Type.Integer({ minimum: 1, description: 'How many times it was posted while open' }),
  createdAt: Instant,
  closedAt: Nullable(Instant),
});
export type NoticeView = Static<typeof NoticeView>;
