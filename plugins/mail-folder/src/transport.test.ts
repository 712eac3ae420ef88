import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Call, MailTransport, RetryLater } from '@traliccio/sdk';
import { mailTransportSuite, runSuite, sampleMail, startPlugin } from '@traliccio/sdk/testing';
import plugin from './index.ts';
import { folderTransport } from './transport.ts';

const root = await mkdtemp(join(tmpdir(), 'mail-folder-'));
after(() => rm(root, { recursive: true }));
let folders = 0;
const fresh = (): string => join(root, String((folders += 1)));
const transportTo = (folder: string): MailTransport => folderTransport(async () => folder);
const call = (key: string): Call => ({ key, signal: new AbortController().signal });
const filesIn = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

runSuite(
  mailTransportSuite(() => {
    const folder = fresh();
    const arrived = async (): Promise<string[]> =>
      Promise.all((await filesIn(folder)).map((file) => readFile(join(folder, file), 'latin1')));
    return { transport: transportTo(folder), arrived };
  }),
);

describe('mail in a folder', () => {
  it('is one file a message, however often it is tried, with the same bytes each time', async () => {
    const folder = fresh();
    await transportTo(folder).send(sampleMail(), call('document.issued:1'));
    const [name] = await filesIn(folder);
    const first = await readFile(join(folder, name as string));
    await Promise.all([1, 2, 3].map(() => transportTo(folder).send(sampleMail(), call('document.issued:1'))));
    deepEqual(await filesIn(folder), [name]);
    deepEqual(await readFile(join(folder, name as string)), first);
    match(name as string, /^[0-9a-f]{32}\.eml$/);
  });

  it('has the text, the page and the attachment of the mail', async () => {
    const folder = fresh();
    await transportTo(folder).send(sampleMail(), call('k'));
    const message = await readFile(join(folder, (await filesIn(folder))[0] as string), 'latin1');
    for (const part of [
      /multipart\/mixed/,
      /multipart\/alternative/,
      /text\/plain; charset=utf-8/,
      /text\/html; charset=utf-8/,
      /filename=fattura\.pdf/,
    ])
      match(message, part);
    match(message, /la fattura =C3=A8 allegata/);
  });

  it('waits while the folder cannot be written', async () => {
    const folder = fresh();
    await writeFile(folder, 'a file where the folder should be');
    await rejects(transportTo(folder).send(sampleMail(), call('k')), RetryLater);
  });

  it('leaves nothing behind when a file cannot be put in place', async () => {
    const folder = fresh();
    const { messageId } = await transportTo(folder).send(sampleMail(), call('k'));
    ok(messageId);
    const [name] = await filesIn(folder);
    await rm(join(folder, name as string));
    await mkdir(join(folder, name as string, 'in the way'), { recursive: true });
    await rejects(transportTo(folder).send(sampleMail(), call('k')), RetryLater);
    deepEqual(await filesIn(folder), [name]);
  });

  it('goes where the settings say', async () => {
    const folder = fresh();
    const host = await startPlugin(plugin, { settings: { folder } });
    await host.provided(MailTransport)?.send(sampleMail(), call('k'));
    equal((await filesIn(folder)).length, 1);
    await host.stop();
  });
});
