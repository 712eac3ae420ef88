import {
  ApiError,
  createClient,
  dataOf,
  ifMatch,
  once,
  type ApiClient,
  type components,
} from '@traliccio/sdk/client';

export { ApiError, dataOf, ifMatch, once };
export type Schemas = components['schemas'];

type Listener = () => void;
const onLost = new Set<Listener>();

/** Called when the server says that the session has ended. */
export function whenSessionEnds(listener: Listener): void {
  onLost.add(listener);
}

export function sessionEnded(): void {
  for (const tell of onLost) tell();
}

/** The server that this page came from. */
export const api: ApiClient = createClient({
  baseUrl: '',
  async fetch(request) {
    const response = await fetch(request);
    if (response.status === 401 && !request.url.endsWith('/api/session')) sessionEnded();
    return response;
  },
});

/** A list of the API, whichever: its address is built from what the operator has chosen. */
export type Page<T> = { readonly items: T[]; readonly next: string | null };

export async function getPage<T>(
  path: string,
  query: Readonly<Record<string, string | number | boolean | null | undefined>>,
  signal?: AbortSignal,
): Promise<Page<T>> {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return dataOf(
    api.GET(path as '/api/customers', {
      params: { query: Object.fromEntries(given) as never },
      ...(signal ? { signal } : {}),
    }),
  ) as unknown as Promise<Page<T>>;
}
