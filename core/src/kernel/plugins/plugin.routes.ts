import { isAbsolute } from 'node:path';
import { Invalid, NotFound } from '@traliccio/sdk';
import { Type } from 'typebox';
import { route, type CoreRoute } from '../http/route.ts';
import { Fields, Line } from '../http/schemas.ts';
import type { EditionChoice } from './edition.ts';
import type { PluginChanges } from './plugin-changes.ts';
import {
  EditionChange,
  EditionView,
  PluginParams,
  PluginSettings,
  PluginUiView,
  PluginView,
  SettingChanges,
} from './plugin.schema.ts';
import type { Plugins } from './plugins.ts';
import type { PluginStatus } from './status.ts';

type Needs = {
  readonly plugins: Plugins;
  readonly pluginChanges: PluginChanges;
  readonly edition: EditionChoice;
};

/** Plugins on and off, and their settings, while the product serves. */
export const pluginRoutes = ({ plugins, pluginChanges, edition }: Needs): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/plugins',
    summary: 'All plugins, their state, and what is wrong with them',
    permission: 'plugins.read',
    mode: 'read',
    response: Fields({ items: Type.Array(PluginView) }),
    handler: async () => ({ items: [...(await plugins.list())] as never }),
  }),
  route({
    method: 'GET',
    path: '/admin/plugins',
    summary: 'Plugins that are up and have pages, and where their modules are',
    permission: 'session',
    mode: 'read',
    response: Fields({ items: Type.Array(PluginUiView) }),
    async handler() {
      const all = await plugins.uiFiles();
      return {
        items: all.map(({ id, label, entry, styles }) => ({ id, label, entry, styles: [...styles] })),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/plugins/:id',
    summary: 'One plugin',
    permission: 'plugins.read',
    mode: 'read',
    params: PluginParams,
    response: PluginView,
    handler: async ({ params }) => (await statusOf(plugins, params.id)) as never,
  }),
  route({
    method: 'POST',
    path: '/plugins/:id/enable',
    summary:
      'Starts a plugin, and with it whatever waits for it; refused, with the reason, when it can not be started',
    permission: 'plugins.manage',
    mode: 'own',
    params: PluginParams,
    response: PluginView,
    async handler({ params, actor }) {
      return (await statusOf(await pluginChanges.enable(params.id, actor), params.id)) as never;
    },
  }),
  route({
    method: 'POST',
    path: '/plugins/:id/disable',
    summary: 'Stops a plugin; its data stays',
    permission: 'plugins.manage',
    mode: 'own',
    params: PluginParams,
    response: PluginView,
    async handler({ params, actor }) {
      return (await statusOf(await pluginChanges.disable(params.id, actor), params.id)) as never;
    },
  }),
  route({
    method: 'POST',
    path: '/plugins',
    summary: 'Records a plugin from a folder of the server and starts it',
    permission: 'plugins.manage',
    mode: 'own',
    status: 201,
    body: Fields({ folder: Line(500) }),
    response: PluginView,
    async handler({ body, actor }) {
      // Where the server happens to run from is nobody's concern.
      if (!isAbsolute(body.folder))
        throw new Invalid('plugin.folder', 'a folder of the server is named in full, from its root', {
          field: 'folder',
        });
      const { id } = await pluginChanges.add(body.folder, actor);
      return (await statusOf(plugins, id)) as never;
    },
  }),
  route({
    method: 'GET',
    path: '/plugins/:id/settings',
    summary: 'Settings of a plugin with their schema; secrets only as set or not',
    permission: 'plugins.read',
    mode: 'read',
    params: PluginParams,
    response: PluginSettings,
    handler: ({ params }) => settingsOf(plugins, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/plugins/:id/settings',
    summary: 'Changes settings and puts them in force; refused when the plugin can not be started with them',
    permission: 'plugins.manage',
    mode: 'own',
    versioned: true,
    params: PluginParams,
    body: SettingChanges,
    response: PluginSettings,
    async handler({ params, body, actor, version }) {
      await plugins.changeSettings(params.id, body, actor, { expectedRevision: version });
      return settingsOf(plugins, params.id);
    },
    current: ({ params }) => settingsOf(plugins, params.id),
  }),
  route({
    method: 'GET',
    path: '/edition',
    summary: 'The edition and its plugins',
    permission: 'plugins.read',
    mode: 'read',
    response: EditionView,
    handler: async () => (await edition.status()) as never,
  }),
  route({
    method: 'PUT',
    path: '/edition',
    summary: 'Goes to an edition: enables its plugins, stops none',
    permission: 'plugins.manage',
    mode: 'own',
    body: EditionChange,
    response: EditionView,
    handler: async ({ body, actor }) => (await edition.set(body.edition, actor)) as never,
  }),
];

async function statusOf(plugins: Plugins, id: string): Promise<PluginStatus> {
  const status = (await plugins.list()).find((one) => one.id === id);
  if (!status) throw new NotFound('plugin.not_found', `there is no plugin ${id}`);
  return status;
}

async function settingsOf(plugins: Plugins, id: string) {
  const values = await plugins.settings(id);
  return { version: await plugins.revision(id), schema: plugins.manifest(id)?.settings ?? {}, values };
}
