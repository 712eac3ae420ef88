import type { RenderRequest } from '@traliccio/sdk';

/** What goes to a worker thread, and what comes back. */
export type Job = { readonly id: number; readonly request: RenderRequest; readonly color: string };
export type JobResult =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };
