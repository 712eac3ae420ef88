import type { operations } from '@traliccio/sdk/client';
import { useInfiniteQuery, useQueryClient } from '@tanstack/vue-query';
import { reactive } from 'vue';
import { getPage } from '../../app/api.ts';

export type Site = operations['getSitesById']['responses'][200]['content']['application/json'];
export type SiteRow =
  operations['getSites']['responses'][200]['content']['application/json']['items'][number];

export const siteKey = (id: number) => ['site', id] as const;

/** Branches that are open stay so while somebody looks at a site and comes back. */
export const opened = reactive(new Set<number>());

/** Sites that hang on one, or on none, a page at a time. */
export const useBranch = (parent: number | null) =>
  useInfiniteQuery({
    queryKey: ['/api/sites', 'below', parent],
    queryFn: ({ pageParam, signal }) =>
      getPage<SiteRow>(
        '/api/sites',
        { ...(parent === null ? { roots: true } : { parent }), limit: 200, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** All that shows sites is read again. */
export function useRefresh(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['/api/sites'] }),
      queries.invalidateQueries({ queryKey: ['site'] }),
    ]);
}

const E6 = 1_000_000;
export const degrees = (e6: number | null): string =>
  e6 === null ? '' : (e6 / E6).toLocaleString('it-IT', { maximumFractionDigits: 6 });

/** What somebody typed, in millionths; null for nothing, undefined when it is no number of degrees. */
export function parseDegrees(text: string, most: number): number | null | undefined {
  const typed = text.trim().replace(',', '.').replace(/°$/, '');
  if (typed === '') return null;
  const value = /^-?\d{1,3}(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  return Math.abs(value) <= most ? Math.round(value * E6) : undefined;
}

export const mapLink = (latitudeE6: number, longitudeE6: number): string => {
  const [lat, lon] = [latitudeE6 / E6, longitudeE6 / E6];
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=15/${lat}/${lon}`;
};
