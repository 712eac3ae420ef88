import { listen } from '@traliccio/sdk/client';
import { reactive, ref } from 'vue';
import { api } from './api.ts';
import { noticePresence } from './presence.ts';
import { can } from './session.ts';

export type Notice = Awaited<ReturnType<typeof loadNotices>>[number];
type RunEvent = { readonly id: number; readonly kind: string; readonly state: string };

const loadNotices = async () => {
  const { data } = await api.GET('/api/notices', { params: { query: { open: true } } });
  return data?.items ?? [];
};

/** Notices that nobody has closed yet, the newest first. */
export const openNotices = reactive<Notice[]>([]);
/** Runs that change while this page is open, by id. */
export const liveRuns = reactive(new Map<number, RunEvent & Record<string, unknown>>());
export const isConnected = ref(false);

export async function refreshNotices(): Promise<void> {
  openNotices.splice(0, openNotices.length, ...(await loadNotices()));
}

/** Follows what happens on the server. @returns what ends it */
export function followLive(): () => void {
  const over = new AbortController();
  void follow(over.signal);
  return () => over.abort();
}

async function follow(signal: AbortSignal): Promise<void> {
  try {
    if (can('notices.read')) await refreshNotices();
    for await (const { event, data } of listen({ baseUrl: location.origin, signal })) {
      isConnected.value = true;
      if (event === 'ready' && !data.resumed && can('notices.read')) await refreshNotices();
      if (event === 'run') liveRuns.set(data.id, data as never);
      if (event === 'notice') replace(data as Notice);
      if (event === 'presence') noticePresence(data.subject, data.operators);
    }
  } catch {
    // The session has ended: whatever is asked for next says so.
  } finally {
    isConnected.value = false;
  }
}

function replace(notice: Notice): void {
  const at = openNotices.findIndex((one) => one.id === notice.id);
  if (at >= 0) openNotices.splice(at, 1);
  if (notice.closedAt === null) openNotices.unshift(notice);
}
