import type { components } from './schema.ts';

/** What the API says instead of an answer: problem details (RFC 9457). `code` is in `docs/reference/errors.md`. */
export type Problem = components['schemas']['Problem'];

/**
 * The API refused, or could not answer.
 * @example if (error instanceof ApiError && error.code === 'customer.version') show(error.problem.current)
 */
export class ApiError extends Error {
  /** The HTTP status. */
  readonly status: number;
  /** Stable: `customer.code_taken`. It is `http.<status>` when something between client and server answered. */
  readonly code: string;
  /** Path of the input at fault: `contacts[0].email`. */
  readonly field: string | undefined;
  /** After how many seconds it may be tried again, where the server says so. */
  readonly retryAfter: number | undefined;
  /** All that was answered; undefined when it was no problem of the API's. */
  readonly problem: Problem | undefined;

  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : undefined;
    super(problem?.detail ?? `the server answered ${response.status} ${response.statusText}`.trimEnd());
    this.name = 'ApiError';
    this.status = response.status;
    this.code = problem?.code ?? `http.${response.status}`;
    this.field = problem?.field;
    this.problem = problem;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  }
}

const isProblem = (body: unknown): body is Problem => {
  const { code, detail, status } = (body ?? {}) as Partial<Record<string, unknown>>;
  return typeof code === 'string' && typeof detail === 'string' && typeof status === 'number';
};
