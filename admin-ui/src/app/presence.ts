import { computed, onUnmounted, reactive, type ComputedRef } from 'vue';
import { api } from './api.ts';
import { session } from './session.ts';

type Present = { readonly id: number; readonly name: string };

const AGAIN_MS = 20_000;
/** As the server has it: who is not told of again by then has left. */
const KEPT_MS = 45_000;

const present = reactive(new Map<string, readonly Present[]>());
const ends = new Map<string, number>();

/** What the server says of who is at something. */
export function noticePresence(subject: string, operators: readonly Present[]): void {
  clearTimeout(ends.get(subject));
  ends.delete(subject);
  if (operators.length === 0) return void present.delete(subject);
  present.set(subject, operators);
  ends.set(
    subject,
    window.setTimeout(() => present.delete(subject), KEPT_MS),
  );
}

/**
 * Says that this operator is changing something, as long as the component is there, and who else is. Called in `setup`.
 * @example const others = usePresence('customer:12');
 */
export function usePresence(subject: string): ComputedRef<readonly Present[]> {
  const tell = (here: boolean): void =>
    // That it is not told is no reason to disturb anybody.
    void api.PUT('/api/presence', { body: { subject, here }, keepalive: true }).catch(() => undefined);
  const again = setInterval(() => tell(true), AGAIN_MS);
  const leave = (): void => tell(false);
  addEventListener('pagehide', leave);
  tell(true);
  onUnmounted(() => {
    clearInterval(again);
    removeEventListener('pagehide', leave);
    leave();
  });
  return computed(() => (present.get(subject) ?? []).filter(({ id }) => id !== session.me?.operator.id));
}
