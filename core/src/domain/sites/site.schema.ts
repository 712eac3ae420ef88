import { Type, type Static } from 'typebox';
import { Code, Fields, Id, Line, Nullable, Version } from '../../kernel/http/schemas.ts';
import { Ref } from '../ref.schema.ts';
import type { SiteInput } from './site.service.ts';

const degrees = (most: number) =>
  Type.Integer({ minimum: -most, maximum: most, description: 'Millionths of a degree, WGS 84' });
const Latitude = degrees(90_000_000);
const Longitude = degrees(180_000_000);
const optional = {
  parent: Type.Optional(Nullable(Code())),
  latitudeE6: Type.Optional(Nullable(Latitude)),
  longitudeE6: Type.Optional(Nullable(Longitude)),
};

export const SiteCreation = Fields({ code: Code(), name: Line(120), ...optional });
export const SiteChanges = Fields({ name: Type.Optional(Line(120)), ...optional }, { minProperties: 1 });

export const SiteView = Fields({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  parent: Nullable(Ref),
  path: Type.Array(Ref, { description: 'From the root down to itself' }),
  children: Type.Integer({ description: 'How many sites hang on it directly' }),
  latitudeE6: Nullable(Latitude),
  longitudeE6: Nullable(Longitude),
  version: Version,
});
export type SiteDetail = Static<typeof SiteView>;

/** The whole site after some changes. */
export const changedSite = (present: SiteDetail, changes: Static<typeof SiteChanges>): SiteInput => ({
  code: present.code,
  name: present.name,
  parent: present.parent?.code ?? null,
  latitudeE6: present.latitudeE6,
  longitudeE6: present.longitudeE6,
  ...changes,
});
