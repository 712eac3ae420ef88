import { headersOf } from '../client/client.ts';
import { ApiError } from '../client/problem.ts';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
/** A `File` or `Blob` of the browser's. */
export type UploadedFile = {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
};
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The routes that a plugin registers by `ctx.http.route`, asked from its pages. */
export type PluginApi = {
  /** Reads. @throws ApiError */
  get<T>(path: `/${string}`, options?: { readonly query?: Query; readonly signal?: AbortSignal }): Promise<T>;
  /**
   * Changes something. Its body is JSON, or a file as it is: a route with `upload` gets that as
   * `application/octet-stream`, and must name this among its types.
   * @throws ApiError with what is wrong with which field
   * @example await send('POST', `/files?name=${encodeURIComponent(file.name)}`, { file })
   */
  send<T = void>(
    method: Method,
    path: `/${string}`,
    options?: {
      readonly body?: unknown;
      /** What an `<input type="file">` holds. */
      readonly file?: UploadedFile;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<T>;
};

/** Told to the window when the server says that the session has ended: a login comes up in front of the page. */
export const SESSION_OVER = 'traliccio:session-over';

/**
 * A plugin's own API. Refusals are thrown as {@link ApiError}; one that nobody catches is shown to the operator.
 * @example
 * const api = usePluginApi('hello');
 * const { days } = await api.get<{ days: Day[] }>('/days', { query: { limit: 30 } });
 */
export function usePluginApi(id: string): PluginApi {
  const base = `/api/plugins/${id}`;
  return {
    get: (path, { query = {}, signal } = {}) =>
      call(`${base}${path}${written(query)}`, {
        headers: headersOf(undefined),
        ...(signal ? { signal } : {}),
      }),
    send: (method, path, { body, file, headers = {} } = {}) =>
      call(`${base}${path}`, {
        method,
        headers: {
          ...headersOf(undefined),
          ...(file ? { 'content-type': 'application/octet-stream' } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(file ? { body: file as Blob } : {}),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

async function call<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetch(address, init);
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  if (response.status === 401)
    (globalThis as unknown as Partial<EventTarget>).dispatchEvent?.(new Event(SESSION_OVER));
  throw new ApiError(response, parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function written(query: Query): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value != null) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given.toString()}`;
}
