import { after } from 'node:test';
import { type Call, MailTransport } from '@traliccio/sdk';
import { type FakeHost, startPlugin } from '@traliccio/sdk/testing';
import { FakeSmtp, type FakeSmtpOptions } from '../../../../test/fakes/smtp/fake-smtp.ts';
import { selfSigned } from '../../../../test/host/certificate.ts';
import plugin from '../index.ts';
import type { Settings } from '../server.ts';

export const certificate = selfSigned(['localhost', '127.0.0.1']);

export type Bench = {
  readonly server: FakeSmtp;
  readonly host: FakeHost;
  readonly transport: MailTransport;
  /** Stops the plugin. */
  stop(): Promise<void>;
};

/** The plugin in a fake host, and the server that its settings name. */
export async function bench(options: FakeSmtpOptions = {}, settings: Partial<Settings> = {}): Promise<Bench> {
  const server = await FakeSmtp.start({ certificate, ...options });
  const host = await startPlugin(plugin, {
    settings: { host: 'localhost', port: server.port, security: 'none', ...settings },
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= host.stop());
  after(async () => {
    await stop();
    await server.stop();
  });
  return {
    server,
    host: host as unknown as FakeHost,
    transport: host.provided(MailTransport) as MailTransport,
    stop,
  };
}

export const call = (key: string, signal = new AbortController().signal): Call => ({ key, signal });
