import { useQuery } from '@tanstack/vue-query';
import type { operations } from '@traliccio/sdk/client';
import { api, dataOf } from '../../app/api.ts';
import { language } from '../../app/i18n.ts';

export type Plugin = operations['getPluginsById']['responses'][200]['content']['application/json'];

export const nameOf = (plugin: Pick<Plugin, 'id' | 'label'>): string =>
  plugin.label?.[language()] ?? plugin.id;

/** What could not be read has no id, and nothing can be done with it. */
export const isReadable = (plugin: Plugin): boolean => plugin.label !== null;

export const usePlugins = () =>
  useQuery({
    queryKey: ['plugins'],
    queryFn: async () => (await dataOf(api.GET('/api/plugins'))).items,
  });
