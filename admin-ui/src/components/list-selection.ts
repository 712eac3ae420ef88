import { computed, shallowRef, watch, type Ref } from 'vue';

/** The rows of a list that are chosen, also those of pages that are not shown now. */
export function useSelection<T extends { readonly id: number }>(rows: Readonly<Ref<readonly T[]>>) {
  const chosen = shallowRef<ReadonlyMap<number, T>>(new Map());

  // What is done to them must go by what they are now.
  watch(rows, (now) => {
    if (now.some((row) => chosen.value.has(row.id)))
      chosen.value = new Map([
        ...chosen.value,
        ...now.filter((row) => chosen.value.has(row.id)).map((row) => [row.id, row] as const),
      ]);
  });

  function choose(some: readonly T[], isChosen: boolean): void {
    const next = new Map(chosen.value);
    for (const row of some) {
      if (isChosen) next.set(row.id, row);
      else next.delete(row.id);
    }
    chosen.value = next;
  }

  return {
    selected: computed((): readonly T[] => [...chosen.value.values()]),
    has: (row: T): boolean => chosen.value.has(row.id),
    isPageChosen: computed(
      () => rows.value.length > 0 && rows.value.every((row) => chosen.value.has(row.id)),
    ),
    choose,
    /** These, and no others. */
    keep: (some: readonly T[]): void => void (chosen.value = new Map(some.map((row) => [row.id, row]))),
    clear: (): void => void (chosen.value = new Map()),
  };
}
