import type { operations } from '@traliccio/sdk/client';
import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api, dataOf } from '../../app/api.ts';
import { can } from '../../app/session.ts';

type Body<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

export type Row = Body<'getDocuments'>['items'][number];
export type Document = Body<'getDocumentsById'>;
export type Line = Document['lines'][number];
export type Delivery = Document['deliveries'][number];
export type Artifact = Body<'getDocumentsByIdArtifacts'>['items'][number];
export type Charge = Body<'getDocumentsByIdLinesByLineExplanation'>['charges'][number];

const ON_ITS_WAY = ['ready', 'leased'];
const LOOK_AGAIN_MS = 3_000;

export const documentKey = (id: number): readonly unknown[] => ['/api/documents', id];

/** A document; looked at again while something of it is on its way. */
export const useDocument = (id: MaybeRefOrGetter<number>) =>
  useQuery({
    queryKey: computed(() => documentKey(toValue(id))),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/documents/{id}', { params: { path: { id: toValue(id) } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some((one) => ON_ITS_WAY.includes(one.state)) ? LOOK_AGAIN_MS : false,
  });

/** Ids of a payer's contracts by their codes: a document names them as they were called. */
export const useContractIds = (customer: MaybeRefOrGetter<number | undefined>) =>
  useQuery({
    queryKey: computed(() => ['/api/contracts', 'ids', toValue(customer)]),
    enabled: () => toValue(customer) !== undefined && can('contracts.read'),
    queryFn: async ({ signal }) => {
      const query = { payer: toValue(customer)!, limit: 200 };
      const { items } = await dataOf(api.GET('/api/contracts', { params: { query }, signal }));
      return new Map(items.map((one) => [one.code, one.id]));
    },
  });

/** A file of a document, as it was issued. */
export const fetchPdf = async (id: number, signal?: AbortSignal): Promise<Blob> =>
  dataOf(
    api.GET('/api/documents/{id}/pdf', {
      params: { path: { id } },
      parseAs: 'blob',
      ...(signal ? { signal } : {}),
    }),
  ) as Promise<unknown> as Promise<Blob>;

export const fetchArtifact = async (id: number, kind: string, signal?: AbortSignal): Promise<Blob> =>
  dataOf(
    api.GET('/api/documents/{id}/artifacts/{kind}', {
      params: { path: { id, kind } },
      parseAs: 'blob',
      ...(signal ? { signal } : {}),
    }),
  ) as Promise<unknown> as Promise<Blob>;
