import { Type } from 'typebox';
import { coreSetting } from '../../kernel/settings/core-setting.ts';

export const SESSION_IDLE_MINUTES = coreSetting({
  name: 'session.idle_minutes',
  label: {
    it: 'Minuti senza attività dopo i quali una sessione è finita',
    en: 'Minutes without activity after which a session is over',
  },
  // Longer than half an hour is too long for what operators see here.
  schema: Type.Integer({ minimum: 5, maximum: 30 }),
  default: 30,
});
