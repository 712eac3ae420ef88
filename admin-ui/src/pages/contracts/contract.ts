import type { operations } from '@traliccio/sdk/client';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import { api, ApiError, dataOf, ifMatch } from '../../app/api.ts';

type Answer<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;
type Body<O extends keyof operations> = operations[O] extends {
  requestBody?: { content: { 'application/json': infer B } };
}
  ? B
  : never;

export type Contract = Answer<'getContractsById'>;
export type ContractRow = Answer<'getContracts'>['items'][number];
export type ItemVersion = Contract['items'][number];
export type Hold = Contract['holds'][number];
export type Forecast = Answer<'getContractsByIdForecast'>;
export type Preview = Answer<'postContractsPreviews'>;
export type Creation = Body<'postContracts'>;
export type Command = Body<'postContractsByIdPreviews'>;
export type PlanRow = Answer<'getPlans'>['items'][number];
export type Ref3 = Contract['customer'];

export const contractKey = (id: number) => ['contract', id] as const;

export const useContract = (id: number) =>
  useQuery({
    queryKey: contractKey(id),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/contracts/{id}', { params: { path: { id } }, signal })) as Promise<Contract>,
  });

/** Takes over what a command answered, and lets all that depends on it be read again. */
export function useRefresh(): (contract: Contract) => Promise<void> {
  const queries = useQueryClient();
  return async (contract) => {
    queries.setQueryData(contractKey(contract.id), contract);
    await Promise.all(
      [['contract-forecast', contract.id], ['/api/contracts'], ['/api/charges'], ['/api/parked']].map(
        (queryKey) => queries.invalidateQueries({ queryKey }),
      ),
    );
  };
}

/**
 * Changes a contract. When somebody else was faster, what is typed stays: sent again, it is laid over what he has
 * changed.
 */
export function useChange(contract: Contract): (body: Body<'patchContractsById'>) => Promise<void> {
  const queries = useQueryClient();
  const refresh = useRefresh();
  let { version } = contract;
  return async (body) => {
    const params = { path: { id: contract.id }, header: ifMatch(version) };
    try {
      await refresh(await dataOf(api.PATCH('/api/contracts/{id}', { params, body })));
    } catch (error) {
      if (error instanceof ApiError && error.status === 409 && error.problem?.current) {
        const current = error.problem.current as Contract;
        version = current.version;
        queries.setQueryData(contractKey(contract.id), current);
      }
      throw error;
    }
  };
}

/** What would come of what is typed: asked a moment after it has changed, as long as it is enough to ask. */
export function usePreview<I>(input: () => I | undefined, ask: (input: I) => Promise<Preview>) {
  const settled = ref(input()) as Ref<I | undefined>;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => JSON.stringify(input() ?? null),
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => (settled.value = input()), 300);
    },
  );
  onScopeDispose(() => clearTimeout(waiting));
  return useQuery({
    queryKey: computed(() => ['contract-preview', JSON.stringify(settled.value ?? null)]),
    queryFn: () => ask(settled.value!),
    enabled: computed(() => settled.value !== undefined),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}

export const previewOf = (id: number) => (input: Command) =>
  dataOf(
    api.POST('/api/contracts/{id}/previews', { params: { path: { id } }, body: input }),
  ) as Promise<Preview>;

/** The version of an item that holds on a day. */
export const versionOn = (
  versions: readonly ItemVersion[],
  item: string,
  day: string,
): ItemVersion | undefined =>
  versions.find((v) => v.item === item && v.from <= day && (v.lastDay === null || v.lastDay >= day));
