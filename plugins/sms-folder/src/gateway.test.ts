import { deepEqual, equal, rejects } from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Call, RetryLater, type Sms, SmsGateway } from '@traliccio/sdk';
import { runSuite, sampleSms, smsGatewaySuite, startPlugin } from '@traliccio/sdk/testing';
import { folderGateway } from './gateway.ts';
import plugin from './index.ts';

const root = await mkdtemp(join(tmpdir(), 'sms-folder-'));
after(() => rm(root, { recursive: true }));
let folders = 0;
const fresh = (): string => join(root, String((folders += 1)));
const gatewayTo = (folder: string): SmsGateway => folderGateway(async () => folder, { maxSegments: 4 });
const call = (key: string): Call => ({ key, signal: new AbortController().signal });

async function written(folder: string): Promise<(Sms & { id: string; segments: number })[]> {
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))));
}

runSuite(
  smsGatewaySuite(() => {
    const folder = fresh();
    const arrived = async (): Promise<Sms[]> => (await written(folder)).map(({ to, text }) => ({ to, text }));
    return { gateway: gatewayTo(folder), arrived };
  }),
);

describe('an SMS in a folder', () => {
  it('is one file, however often it is tried', async () => {
    const folder = fresh();
    for (const key of ['k1', 'k1', 'k2']) await gatewayTo(folder).send(sampleSms(), call(key));
    equal((await written(folder)).length, 2);
  });

  it('says what it cost, and is for the eyes of this account only', async () => {
    const folder = fresh();
    const { providerId } = await gatewayTo(folder).send(sampleSms({ text: '€'.repeat(81) }), call('k'));
    const [sms] = await written(folder);
    deepEqual([sms?.id, sms?.segments], [providerId, 2]);
    if (process.platform !== 'win32') equal((await stat(join(folder, `${providerId}.json`))).mode & 0o077, 0);
  });

  it('waits while the folder cannot be written', async () => {
    const folder = fresh();
    await writeFile(folder, 'a file where the folder should be');
    await rejects(gatewayTo(folder).send(sampleSms(), call('k')), RetryLater);
  });

  it('goes where the settings say, no longer than they say', async () => {
    const folder = fresh();
    const host = await startPlugin(plugin, { settings: { folder, maxSegments: 1 } });
    const gateway = host.provided(SmsGateway) as SmsGateway;
    await gateway.send(sampleSms(), call('k'));
    equal((await written(folder)).length, 1);
    await rejects(gateway.send(sampleSms({ text: 'x'.repeat(161) }), call('k')), { code: 'sms.too_long' });
    await host.stop();
  });
});
