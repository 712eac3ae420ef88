import type { operations } from '@traliccio/sdk/client';
import { date, moment } from '../../app/format.ts';

export type Entry = operations['getAudit']['responses'][200]['content']['application/json']['items'][number];

type Say = {
  t: (key: string, named?: Readonly<Record<string, unknown>>) => string;
  te: (key: string) => boolean;
};

export const whoOf = ({ actor }: Entry, { t }: Say): string =>
  actor.kind === 'operator' ? actor.name : t(actor.kind, { name: actor.name });

export function deedOf({ action }: Entry, { t, te }: Say): string {
  const verb = action.slice(action.indexOf('.') + 1);
  return te(`verbs.${verb}`) ? t(`verbs.${verb}`) : verb.replaceAll('_', ' ');
}

export const entityOf = ({ entity }: Pick<Entry, 'entity'>, { t, te }: Say): string =>
  te(`entities.${entity}`) ? t(`entities.${entity}`) : entity;

/** What it was done to, as people know it where the entry says so. */
export function thingOf(entry: Entry, say: Say): string {
  const detail = isObject(entry.detail) ? entry.detail : {};
  const name = [detail['number'], detail['code'], detail['name'], detail['email'], detail['id']].find(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  const id = entry.entityId === 0 ? '' : ` ${entry.entityId}`;
  return `${entityOf(entry, say)}${name === undefined ? id : ` ${String(name)}`}`;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `address.city`, and what is there. */
export function flat(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (!isObject(value)) return value === null && path === '' ? [] : [[path, value]];
  return Object.entries(value).flatMap(([name, member]) =>
    flat(member, path === '' ? name : `${path}.${name}`),
  );
}

export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? date(value) : value;
  if (Array.isArray(value)) return value.map((one) => shown(one)).join(', ') || '–';
  if (typeof value === 'object') return JSON.stringify(value);
  // Instants and no amounts: those have at most twelve figures.
  return typeof value === 'number' && value > 1e12 ? moment(value) : String(value as number | boolean);
}

/**
 * An entry says how a thing is since; how it was, the entry before that has the same field does.
 * @param older entries on the same thing, the newest first
 */
export function changesOf(entry: Entry, older: readonly Entry[]) {
  const earlier = older.filter((one) => one.id < entry.id).map((one) => new Map(flat(one.detail)));
  return flat(entry.detail).map(([field, after]) => {
    const before = earlier.find((one) => one.has(field))?.get(field);
    return {
      field: field || '–',
      before: shown(before),
      after: shown(after),
      isChanged: before === undefined || JSON.stringify(before) !== JSON.stringify(after),
    };
  });
}
