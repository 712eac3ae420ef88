import { Type } from 'typebox';
import { Fields, Nullable, OneOf } from '../http/schemas.ts';

export const PluginId = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 });
export const PluginParams = Fields({ id: PluginId });
const Label = Fields({ it: Type.String(), en: Type.String() });

export const PluginView = Fields({
  id: Type.String(),
  label: Nullable(Label),
  description: Nullable(Label),
  version: Nullable(Type.String()),
  edition: Nullable(Type.String()),
  source: Nullable(Type.String({ description: 'Folder of a plugin from outside' })),
  state: OneOf(['enabled', 'disabled', 'failed', 'incompatible', 'missing', 'waiting', 'breaker']),
  health: Nullable(OneOf(['ok', 'degraded'])),
  healthReason: Nullable(Type.String()),
  failures: Type.Integer(),
  lastError: Nullable(Type.String()),
  breaker: Nullable(Type.String({ description: 'Why it was stopped' })),
  deadLetters: Type.Integer(),
  waitingEvents: Type.Integer(),
  provides: Type.Array(Type.String()),
});

export const PluginUiView = Fields({
  id: Type.String(),
  label: Label,
  entry: Type.String({ description: 'Address of its module' }),
  styles: Type.Array(Type.String(), { description: 'Addresses of its style sheets' }),
});

export const PluginSettings = Fields({
  version: Type.Integer({ minimum: 0, description: 'Of the plugin; also in ETag' }),
  schema: Type.Unknown({ description: 'JSON schema of the settings' }),
  values: Type.Record(Type.String(), Type.Unknown(), {
    description: 'A secret says only whether it is set',
  }),
});
export const SettingChanges = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
  minProperties: 1,
  description: 'What is not given stays; null takes the default again',
});

export const EditionView = Fields({
  edition: OneOf(['BASIC', 'PRO']),
  plugins: Type.Array(
    Fields({ id: Type.String(), edition: OneOf(['BASIC', 'PRO']), enabled: Type.Boolean() }),
  ),
});
export const EditionChange = Fields({ edition: OneOf(['BASIC', 'PRO']) });
