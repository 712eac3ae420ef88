import { headersOf, type Access } from './client.ts';
import { readEvents, type StreamState } from './event-stream.ts';
import { ApiError } from './problem.ts';
import type { operations } from './schema.ts';

type Answer<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

/** What happens, as it happens. Each says how a thing stands now, so one that comes twice does no harm. */
export type LiveEvent =
  /** First, and after each interruption; unless it was resumed, load anew what is shown. */
  | { readonly event: 'ready'; readonly data: { readonly resumed: boolean } }
  | { readonly event: 'notice'; readonly data: Answer<'getNoticesById'> }
  | { readonly event: 'run'; readonly data: Omit<Answer<'getRunsById'>, 'summary'> }
  /** Who is at something, which `PUT /api/presence` says; whoever is not told of for 45 seconds has left. */
  | {
      readonly event: 'presence';
      readonly data: {
        readonly subject: string;
        readonly operators: readonly { readonly id: number; readonly name: string }[];
      };
    };

export type Listening = Access & {
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Id of the last event that was seen before. */
  readonly lastEventId?: string | undefined;
};

const RETRY_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Notices and runs as they change, and who is at what. When the connection breaks it comes back by itself, and goes on where it was. Ends
 * when `signal` does.
 * @throws ApiError when the server refuses: the session has ended
 * @example for await (const { event, data } of listen({ baseUrl, token, signal })) if (event === 'notice') show(data);
 */
export async function* listen(options: Listening): AsyncGenerator<LiveEvent, void> {
  const { signal } = options;
  const state: StreamState = { lastEventId: options.lastEventId ?? null, retryMs: undefined };
  for (let failures = 0; !signal?.aborted;) {
    try {
      const stream = await connect(options, state);
      for await (const { event, data } of readEvents(stream, state)) {
        failures = 0;
        yield { event, data: JSON.parse(data) } as LiveEvent;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ApiError && error.status < 500 && error.status !== 429) throw error;
    }
    const pause = (state.retryMs ?? RETRY_MS) * 2 ** Math.min(failures++, 5);
    await wait(Math.min(pause, LONGEST_MS), signal);
  }
}

async function connect(
  { baseUrl, token, fetch = globalThis.fetch, signal }: Listening,
  { lastEventId }: StreamState,
): Promise<ReadableStream<Uint8Array>> {
  const request = new Request(`${baseUrl.replace(/\/$/, '')}/api/events`, {
    headers: {
      ...headersOf(token),
      accept: 'text/event-stream',
      ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
    },
    cache: 'no-store',
    ...(signal ? { signal } : {}),
  });
  const response = await fetch(request);
  if (response.ok && response.body) return response.body;
  const text = await response.text();
  throw new ApiError(response, parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const wait = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
