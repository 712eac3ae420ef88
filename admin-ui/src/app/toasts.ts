import { reactive } from 'vue';
import { explain } from './problem.ts';

export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly kind: 'success' | 'error' | 'warning' | 'info';
  /** Takes back what was done. */
  readonly undo?: (() => Promise<unknown>) | undefined;
};

const shown = reactive<Toast[]>([]);
let last = 0;
/** What went wrong stays until somebody has read it. */
const KEPT_MS = 6_000;

export const toasts = shown as readonly Toast[];

export function say(text: string, more: Partial<Pick<Toast, 'kind' | 'undo'>> = {}): void {
  shown.push({ id: ++last, text, kind: more.kind ?? 'success', undo: more.undo });
  if (shown.length > 4) shown.shift();
  const id = last;
  if (more.kind !== 'error') setTimeout(() => dismiss(id), KEPT_MS);
}

export const sayError = (error: unknown): void => say(explain(error), { kind: 'error' });

export function dismiss(id: number): void {
  const at = shown.findIndex((one) => one.id === id);
  if (at >= 0) shown.splice(at, 1);
}

/** Does something, and says how it went. @returns whether it went well */
export async function attempt(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work();
    if (done !== undefined) say(done);
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}
