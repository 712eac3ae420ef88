import type { operations } from '@traliccio/sdk/client';
import { computed, onScopeDispose, reactive, ref, type Ref, watch } from 'vue';
import { liveRuns } from '../../app/live.ts';

type Body<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

export type RunRow = Body<'getRuns'>['items'][number];
export type Run = Body<'getRunsById'>;
export type Preview = Body<'getRunsPreviewsById'>;
export type Figures = NonNullable<Preview['figures']>;
export type Bill = Body<'getRunsPreviewsByIdBills'>['items'][number];
export type Difference = Body<'getRunsPreviewsByIdDifferences'>['items'][number];
export type PreviewParked = Body<'getRunsPreviewsByIdParked'>['items'][number];
export type ParkedRow = Body<'getParked'>['items'][number];
export type ChargeRow = Body<'getCharges'>['items'][number];
export type Bound = Figures['bounds'][number];

/** What a billing run says of itself when it has ended. */
export type BillingSummary = {
  readonly documents?: number;
  readonly total?: number;
  readonly parked?: number;
  readonly bounds?: readonly Bound[];
};

export const isBilling = (kind: string): boolean => kind === 'billing' || kind === 'billing_preview';

const LOOK_AGAIN_MS = 1_000;
/** A worker looks for work every second or so: when none has begun after so many looks, something is wrong. */
const LATE = 20;

/** Follows a run while it is at work. `ask` starts it; it is awaited until a worker has begun. */
export function useFollowed(
  run: Readonly<Ref<Run | null>>,
  query: { readonly refetch: () => Promise<unknown> },
) {
  /** What was there when a run was asked for: it has begun when there is something else. */
  const awaited = ref<{ readonly instead: number | null | undefined; looks: number } | null>(null);
  const isWaiting = computed(
    () =>
      awaited.value !== null &&
      run.value?.state !== 'running' &&
      run.value?.finishedAt === awaited.value.instead,
  );
  watch(isWaiting, (is) => {
    if (!is) awaited.value = null;
  });
  const isRunning = computed(() => isWaiting.value || run.value?.state === 'running');
  const isLate = computed(() => isWaiting.value && (awaited.value?.looks ?? 0) > LATE);

  const look = (): void => {
    if (awaited.value) awaited.value.looks += 1;
    void query.refetch();
  };
  watch(() => run.value && liveRuns.get(run.value.id), look);
  let looking: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => clearInterval(looking);
  watch(
    isRunning,
    (is) => {
      stop();
      // News may not come: the connection may be down, and a run that has not begun is not known by its number.
      if (is) looking = setInterval(look, LOOK_AGAIN_MS);
    },
    { immediate: true },
  );
  onScopeDispose(stop);

  async function ask(start: () => Promise<unknown>): Promise<void> {
    const instead = run.value?.finishedAt;
    await start();
    awaited.value = { instead, looks: 0 };
    await query.refetch();
  }
  return reactive({ isWaiting, isRunning, isLate, ask });
}
