import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { type Call, SmsGateway } from '@traliccio/sdk';
import { type FakeHost, startPlugin } from '@traliccio/sdk/testing';
import { FakeSmsGateway } from '../../../../test/fakes/sms/fake-gateway.ts';
import { httpGateway, type Patience } from '../gateway.ts';
import plugin from '../index.ts';
import { planOf, type Settings } from '../plan.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The examples of the README, as an operator pastes them. */
export const PRESETS = new Map(
  [...README.matchAll(/```json preset=(\w+)\n(.*?)```/gs)].map(([, name, json]) => [
    name as string,
    json as string,
  ]),
);

export type Bench = { readonly fake: FakeSmsGateway; readonly host: FakeHost; readonly gateway: SmsGateway };

/** The plugin in a fake host, with the settings of an example and the fake gateway at its address. */
export async function bench(
  preset = 'skebby',
  settings: Partial<Settings> = {},
  patience?: Patience,
): Promise<Bench> {
  const fake = await FakeSmsGateway.start();
  const json = (PRESETS.get(preset) as string).replaceAll(/https?:\/\/[^/"]+/g, fake.origin);
  const host = await startPlugin(plugin, {
    settings: {
      gateway: JSON.parse(json),
      ...fake.login,
      sender: 'RetiAeree',
      network: 'private',
      ...settings,
    },
  });
  after(async () => {
    await host.stop();
    await fake.stop();
  });
  const { context } = host;
  return {
    fake,
    host: host as unknown as FakeHost,
    gateway: patience
      ? httpGateway(context, planOf(context.settings)!, patience)
      : (host.provided(SmsGateway) as SmsGateway),
  };
}

export const call = (key: string, signal = new AbortController().signal): Call => ({ key, signal });
