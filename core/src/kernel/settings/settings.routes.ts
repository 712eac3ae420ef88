import { Type } from 'typebox';
import { route, type CoreRoute } from '../http/route.ts';
import { Fields, Instant, Nullable, Version } from '../http/schemas.ts';
import type { CoreSettings } from './core-settings.ts';

const Labels = Fields({ it: Type.String(), en: Type.String() });
const SettingView = Fields({
  name: Type.String(),
  label: Labels,
  schema: Type.Unknown({ description: 'JSON schema of the value' }),
  default: Type.Unknown(),
  value: Type.Unknown(),
  updatedAt: Nullable(Instant),
  updatedBy: Nullable(Type.String()),
});
const SettingsView = Fields({ version: Version, settings: Type.Array(SettingView) });

/** Core's own settings over HTTP. */
export const settingsRoutes = ({
  coreSettings,
}: {
  readonly coreSettings: CoreSettings;
}): readonly CoreRoute[] => {
  const members = coreSettings.declared.map(
    ({ name, schema }) => [name, Type.Optional(Nullable(schema))] as const,
  );
  return [
    route({
      method: 'GET',
      path: '/settings',
      summary: 'The settings, each with its schema and its label',
      permission: 'settings.read',
      mode: 'read',
      response: SettingsView,
      handler: () => coreSettings.all(),
    }),
    route({
      method: 'PATCH',
      path: '/settings',
      summary: 'Changes settings; null goes back to the default',
      permission: 'settings.write',
      mode: 'write',
      versioned: true,
      body: Fields(Object.fromEntries(members)),
      response: SettingsView,
      async handler({ body, version, actor }, tx) {
        await coreSettings.change(tx, { values: body, version }, actor);
        return coreSettings.all(tx);
      },
      current: () => coreSettings.all(),
    }),
  ];
};
