import { Conflict, Invalid, NotFound } from '@traliccio/sdk';
import { LockMode } from '@mikro-orm/core';
import type { CoreTx } from '../../kernel/db/database.ts';
import { removeEntries } from '../../kernel/search/index-entries.ts';
import { reindex } from '../../kernel/search/rebuild.ts';
import type { Actor, AuditWriter } from '../ports.ts';
import { checkText, isCode } from '../address.ts';
import { type Problem, Problems, refuse } from '../problem.ts';
import { SiteEntity, type SiteRow } from './site.entity.ts';
import { siteSearch } from './site.search.ts';

export type SiteInput = {
  readonly code: string;
  readonly name: string;
  /** Code of the site above it: the mast that feeds it. */
  readonly parent?: string | null;
  /** Millionths of a degree. */
  readonly latitudeE6?: number | null;
  readonly longitudeE6?: number | null;
};

export function checkSite(input: SiteInput): Problem[] {
  const problems = new Problems('site');
  problems.unless(isCode(input.code), 'code', 'invalid', 'a code has up to 40 letters, digits and . _ / -');
  checkText(input.name, { field: 'name', max: 120 }, problems);
  if (input.latitudeE6 != null)
    problems.unless(
      Math.abs(input.latitudeE6) <= 90_000_000,
      'latitude',
      'invalid',
      'the latitude is between -90 and 90',
    );
  if (input.longitudeE6 != null)
    problems.unless(
      Math.abs(input.longitudeE6) <= 180_000_000,
      'longitude',
      'invalid',
      'the longitude is between -180 and 180',
    );
  return problems.list;
}

/** The tree of masts and points of presence. */
export class SiteService {
  readonly #audit: AuditWriter;

  constructor(deps: { readonly audit: AuditWriter }) {
    this.#audit = deps.audit;
  }

  async create(tx: CoreTx, input: SiteInput, by: Actor): Promise<SiteRow> {
    refuse(checkSite(input));
    if (await tx.em.findOne(SiteEntity, { code: input.code }))
      throw new Conflict('site.code_taken', `there is a site ${input.code} already`, { field: 'code' });
    const parent = input.parent ? await siteByCode(tx, input.parent, 'parent') : null;
    const site = tx.em.create(SiteEntity, {
      ...columns(input),
      code: input.code,
      parentId: parent?.id ?? null,
      path: '',
      version: 1,
    });
    await tx.em.persist(site).flush();
    // The path has the id in it, which exists only now.
    site.path = `${parent?.path ?? '/'}${site.id}/`;
    refuseTooDeep([site]);
    await tx.em.flush();
    await reindex(tx, siteSearch, [site.id]);
    await this.#audit.record(tx, {
      actor: by,
      action: 'site.create',
      entity: 'site',
      entityId: site.id,
      detail: input,
    });
    return site;
  }

  /** Renames a site or moves it, with all that hangs on it. @throws Conflict on a stale version or a circle */
  async update(
    tx: CoreTx,
    change: { readonly version: number; readonly input: SiteInput },
    by: Actor,
  ): Promise<SiteRow> {
    const { version, input } = change;
    refuse(checkSite(input));
    const site = await siteByCode(tx, input.code);
    if (site.version !== version)
      throw new Conflict('site.version', `site ${site.code} was changed by somebody else: read it again`);
    const parent = input.parent ? await siteByCode(tx, input.parent, 'parent') : null;
    if (parent?.path.startsWith(site.path))
      throw new Conflict('site.circle', `${site.code} can't hang on ${parent.code}, which hangs on it`, {
        field: 'parent',
      });
    const [before, after] = [site.path, `${parent?.path ?? '/'}${site.id}/`];
    tx.em.assign(site, { ...columns(input), parentId: parent?.id ?? null });
    if (before !== after) {
      const moved = await tx.em.find(SiteEntity, { path: { $like: `${before}%` } });
      for (const below of moved) below.path = after + below.path.slice(before.length);
      refuseTooDeep(moved);
    }
    await tx.em.flush();
    await reindex(tx, siteSearch, [site.id]);
    await this.#audit.record(tx, {
      actor: by,
      action: 'site.update',
      entity: 'site',
      entityId: site.id,
      detail: input,
    });
    return site;
  }

  /** Takes a site away that nothing hangs on. @throws NotFound, Conflict on a stale version or while it is in use */
  async remove(
    tx: CoreTx,
    { id, version }: { readonly id: number; readonly version: number },
    by: Actor,
  ): Promise<void> {
    const site = await tx.em.findOne(SiteEntity, { id }, locked(tx, LockMode.PESSIMISTIC_WRITE));
    if (!site) throw new NotFound('site.not_found', `there is no site ${id}`);
    if (site.version !== version)
      throw new Conflict('site.version', `site ${site.code} was changed by somebody else: read it again`);
    const [used] = await tx.all(
      `SELECT id FROM site WHERE parent_id = ? UNION ALL SELECT id FROM contract WHERE site_id = ? LIMIT 1`,
      [id, id],
    );
    if (used)
      throw new Conflict(
        'site.in_use',
        `sites or contracts hang on ${site.code}: give them another site first`,
      );
    await tx.em.remove(site).flush();
    await removeEntries(tx, siteSearch.kind, [id]);
    const { code, name, path, latitudeE6, longitudeE6 } = site;
    await this.#audit.record(tx, {
      actor: by,
      action: 'site.delete',
      entity: 'site',
      entityId: id,
      detail: { code, name, path, latitudeE6, longitudeE6 },
    });
  }
}

/** The site, which nobody can take away before the transaction ends. @throws NotFound */
export async function siteByCode(
  tx: Pick<CoreTx, 'em' | 'dialect'>,
  code: string,
  field = 'site',
): Promise<SiteRow> {
  const site = await tx.em.findOne(SiteEntity, { code }, locked(tx, LockMode.PESSIMISTIC_READ));
  if (!site) throw new NotFound('site.not_found', `there is no site ${code}`, { field });
  return site;
}

/** Writers of SQLite wait for each other anyway. */
const locked = ({ dialect }: Pick<CoreTx, 'dialect'>, lockMode: LockMode) =>
  dialect === 'mysql' ? { lockMode } : {};

/** As long as a path can be stored: some seventy sites, one hanging on the other. */
const LONGEST_PATH = 500;

function refuseTooDeep(sites: readonly Pick<SiteRow, 'path'>[]): void {
  if (sites.some(({ path }) => path.length > LONGEST_PATH))
    throw new Invalid('site.too_deep', 'too many sites hang one on the other: choose a parent further up', {
      field: 'parent',
    });
}

const columns = (input: SiteInput) => ({
  name: input.name,
  latitudeE6: input.latitudeE6 ?? null,
  longitudeE6: input.longitudeE6 ?? null,
});
