import createFetchClient, { type Client } from 'openapi-fetch';
import { ApiError } from './problem.ts';
import type { paths } from './schema.ts';

/** One method for each HTTP method: `api.GET('/api/customers/{id}', { params: { path: { id: 1 } } })`. */
export type ApiClient = Client<paths>;

export type Access = {
  /** Where the product is: `https://gestione.example.it`; in a page of its own, an empty text. */
  readonly baseUrl: string;
  /** An API token or the token of a login; without one, a browser's cookie is what counts. */
  readonly token?: string | undefined;
  /** Another `fetch`, for tests or a proxy. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
};

/**
 * A typed client of the HTTP API. It answers `{ data, error, response }` and throws only when there is no connection;
 * {@link dataOf} turns refusals into {@link ApiError}.
 * @example
 * const api = createClient({ baseUrl: 'https://gestione.example.it', token });
 * const customer = await dataOf(api.GET('/api/customers/{id}', { params: { path: { id: 1204 } } }));
 */
export function createClient({ baseUrl, token, fetch }: Access): ApiClient {
  return createFetchClient<paths>({
    baseUrl,
    headers: headersOf(token),
    bodySerializer: bodyOf,
    ...(fetch ? { fetch } : {}),
  });
}

/**
 * The answer, or the refusal as an exception.
 * @throws ApiError
 */
export async function dataOf<T>(
  answer: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new ApiError(response, error);
  return data as T;
}

/**
 * Header that makes a request have its effect once, however often it is sent: send it again with the same key when
 * nobody knows whether it arrived.
 * @example const header = once(); await api.POST('/api/customers', { params: { header }, body });
 */
export const once = (key: string = newKey()): { readonly 'idempotency-key': string } => ({
  'idempotency-key': key,
});

/** Not `randomUUID`: a browser has that only over TLS. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * Header that names the version which is changed; when another has come since, the API refuses with 409 and says what
 * is there now (`error.problem.current`).
 * @example await api.PATCH('/api/sites/{id}', { params: { path: { id }, header: ifMatch(site.version) }, body });
 */
export const ifMatch = (version: number): { readonly 'if-match': string } => ({ 'if-match': `"${version}"` });

/** What every request carries: no form of another site can send the first. */
export const headersOf = (token: string | undefined): Record<string, string> => ({
  'x-traliccio': '1',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

/** JSON, but for files, which go out as they are under the content type that is given with them. */
const bodyOf = (body: unknown, headers?: unknown): string => {
  const type = new Headers(headers as Record<string, string>).get('content-type') ?? 'application/json';
  return type.startsWith('application/json') ? JSON.stringify(body) : (body as string);
};
