import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api, dataOf, getPage, type Page } from '../../app/api.ts';
import type { Preview, Run } from './runs.ts';

/** A preview that is made: each time it is made anew it is another. */
export type Made = Pick<Run, 'id' | 'finishedAt'>;

export const usePreview = (run: MaybeRefOrGetter<Run | null>) =>
  useQuery({
    queryKey: computed(() => ['/api/runs/previews', toValue(run)?.id, toValue(run)?.finishedAt]),
    enabled: () => toValue(run)?.state === 'done',
    queryFn: ({ signal }): Promise<Preview> =>
      dataOf(api.GET('/api/runs/previews/{id}', { params: { path: { id: toValue(run)!.id } }, signal })),
  });

const ROWS = 50;

/** What a preview has found, page after page. */
export function usePages<T>(
  made: MaybeRefOrGetter<Made>,
  what: 'bills' | 'parked' | 'differences',
  query: Readonly<Record<string, string>> = {},
) {
  const pages = useInfiniteQuery({
    queryKey: computed(() => ['/api/runs/previews', toValue(made).id, toValue(made).finishedAt, what, query]),
    queryFn: ({ pageParam, signal }): Promise<Page<T>> =>
      getPage<T>(
        `/api/runs/previews/${toValue(made).id}/${what}`,
        { ...query, limit: ROWS, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.next ?? undefined,
  });
  const rows = computed(() => pages.data.value?.pages.flatMap((page) => page.items) ?? []);
  return { ...pages, rows };
}
