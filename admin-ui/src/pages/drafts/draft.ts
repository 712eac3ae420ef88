import type { operations } from '@traliccio/sdk/client';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, ref, watch } from 'vue';
import { api, ApiError, dataOf } from '../../app/api.ts';

type Answer<O extends keyof operations, S extends number = 200> = operations[O] extends {
  responses: Record<S, { content: { 'application/json': infer A } }>;
}
  ? A
  : never;

export type DraftRow = Answer<'getDrafts'>['items'][number];
export type Draft = Answer<'getDraftsById'>;
export type Preview = Answer<'postDraftsPreview'>;
export type Finding = Preview['findings'][number];
export type Body = NonNullable<operations['postDrafts']['requestBody']>['content']['application/json'];

export const draftKey = (id: number) => ['/api/drafts', id] as const;

export const useDraft = (id: number) =>
  useQuery({
    queryKey: draftKey(id),
    refetchOnMount: 'always',
    queryFn: ({ signal }): Promise<Draft> =>
      dataOf(api.GET('/api/drafts/{id}', { params: { path: { id } }, signal })),
  });

/** Takes over what a write answered, and lets the lists be read again. */
export function useTakeOver(): (draft: Draft) => Promise<void> {
  const queries = useQueryClient();
  return async (draft) => {
    await queries.invalidateQueries({ queryKey: ['/api/drafts'] });
    queries.setQueryData(draftKey(draft.id), draft);
    if (draft.document) await queries.invalidateQueries({ queryKey: ['/api/documents'] });
  };
}

/** What is there now, when somebody else was faster. */
export const currentOf = (error: unknown): Draft | undefined =>
  error instanceof ApiError && error.code === 'draft.version'
    ? (error.problem?.current as Draft | undefined)
    : undefined;

/** What is typed comes to: asked a moment after it has changed, as long as it is enough to ask. */
export function usePreview(input: () => Body | undefined) {
  const text = (): string | undefined => {
    const body = input();
    return body && JSON.stringify(body);
  };
  const settled = ref(text());
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(text, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (settled.value = text()), 300);
  });
  onScopeDispose(() => clearTimeout(waiting));
  const query = useQuery({
    queryKey: computed(() => ['draft-preview', settled.value]),
    queryFn: (): Promise<Preview> =>
      dataOf(api.POST('/api/drafts/preview', { body: JSON.parse(settled.value!) as Body })),
    enabled: computed(() => settled.value !== undefined),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  return {
    ...query,
    /** Whether it is of what is typed now. */
    isCurrent: computed(() => settled.value === text() && query.data.value !== undefined),
  };
}

export const fetchProForma = async (id: number): Promise<Blob> =>
  dataOf(
    api.GET('/api/drafts/{id}/pdf', { params: { path: { id } }, parseAs: 'blob' }),
  ) as Promise<unknown> as Promise<Blob>;
