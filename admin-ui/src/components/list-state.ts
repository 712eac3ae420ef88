import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Column, Filter, ListState } from './list.ts';

/** What is chosen of a list: in the address, or, of a list inside another page, beside it. */
export function useListState(
  list: {
    readonly embedded?: boolean | undefined;
    readonly filters?: readonly Filter[] | undefined;
  },
  changed: () => void,
) {
  const route = useRoute();
  const router = useRouter();
  const local = ref<ListState>({});
  const names = computed(() => ['q', 'sort', ...(list.filters ?? []).map((one) => one.name)]);
  const state = computed<ListState>(() => {
    if (list.embedded) return local.value;
    const given = names.value.map((name) => [name, route.query[name]] as const);
    return Object.fromEntries(
      given.filter((one): one is [string, string] => typeof one[1] === 'string' && one[1] !== ''),
    );
  });

  function change(next: ListState): void {
    const wanted = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''));
    if (list.embedded) local.value = wanted;
    else void router.replace({ query: wanted });
  }
  // Also by a link to this same page. At once: the page of another question must not be asked for.
  watch(() => JSON.stringify(state.value), changed, { flush: 'sync' });
  return { state, change };
}

export type SortedBy = 'ascending' | 'descending' | 'none';

export function sortedBy({ sort }: Pick<Column<never>, 'sort'>, state: ListState): SortedBy {
  const by = state['sort'];
  if (sort === undefined || by === undefined) return 'none';
  return by === sort ? 'ascending' : by === `-${sort}` ? 'descending' : 'none';
}
