import type { SlotName, SlotPart } from '@traliccio/sdk/ui';
import { shallowReactive } from 'vue';
import { texts } from '../app/i18n.ts';
import { can } from '../app/session.ts';

/** A plugin that has pages, as operators know it. */
export type PluginName = {
  readonly id: string;
  readonly label: { readonly it: string; readonly en: string };
};
/** What a plugin shows in a page of the product. */
export type Part = SlotPart & { readonly key: string; readonly plugin: PluginName };

const all = shallowReactive<Part[]>([]);

export function addParts(plugin: PluginName, parts: readonly SlotPart[]): void {
  all.push(...parts.map((part, i) => ({ ...part, key: `${plugin.id}-${i}`, plugin })));
}

export function removeParts(id: string): void {
  for (let i = all.length - 1; i >= 0; i -= 1) if (all[i]!.plugin.id === id) all.splice(i, 1);
}

/** What plugins have for a place and this operator may see. */
export const partsOf = (name: SlotName): readonly Part[] =>
  all.filter((part) => part.name === name && can(part.permission));

export const titleOf = ({ plugin, title }: Pick<Part, 'plugin' | 'title'>): string =>
  texts.t(`p.${plugin.id}.${title}`);
