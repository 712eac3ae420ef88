import { api, dataOf, ifMatch } from '../../app/api.ts';

export type MailWay = 'mail-smtp' | 'mail-folder';
export const WAYS: readonly MailWay[] = ['mail-smtp', 'mail-folder'];

export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly user: string;
  /** Undefined leaves the one that is kept. */
  readonly password: string | undefined;
};

const isUp = (state: string): boolean => !['disabled', 'missing'].includes(state);

export async function mailWayNow(): Promise<MailWay | null> {
  const { items } = await dataOf(api.GET('/api/plugins'));
  return WAYS.find((id) => items.some((one) => one.id === id && isUp(one.state))) ?? null;
}

export const mailServerNow = async () =>
  (await dataOf(api.GET('/api/plugins/{id}/settings', { params: { path: { id: 'mail-smtp' } } }))).values;

/** Only one plugin can send mails: the other one is stopped first, and started again when this one does not start. */
export async function sendMailsBy(way: MailWay, server: MailServer | null): Promise<void> {
  if (server) {
    const path = { id: 'mail-smtp' };
    const { version } = await dataOf(api.GET('/api/plugins/{id}/settings', { params: { path } }));
    const { password, ...body } = server;
    const params = { path, header: ifMatch(version) };
    await dataOf(
      api.PATCH('/api/plugins/{id}/settings', {
        params,
        body: password === undefined ? body : { ...body, password },
      }),
    );
  }
  const now = await mailWayNow();
  if (now === way) return;
  if (now) await turn(now, 'disable');
  try {
    await turn(way, 'enable');
  } catch (error) {
    if (now) await turn(now, 'enable').catch(() => undefined);
    throw error;
  }
}

const turn = (id: MailWay, to: 'enable' | 'disable'): Promise<unknown> =>
  dataOf(api.POST(`/api/plugins/{id}/${to}`, { params: { path: { id } } }));
