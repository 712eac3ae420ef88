import { checkSms, RetryLater, type SmsGateway, smsKey, writeWhole } from '@traliccio/sdk';

/**
 * Writes messages into a folder. File name and content follow from the key and the message alone, so a repetition
 * replaces the file by one with the same bytes: each message is there once, however often it was tried.
 */
export function folderGateway(
  folder: () => Promise<string>,
  limits: { readonly maxSegments: number },
): SmsGateway {
  return {
    async send(sms, { key, signal }) {
      const { encoding, segments } = checkSms(sms, limits);
      if (signal.aborted) throw new RetryLater('the SMS was not written: the caller gave up first');
      const id = smsKey(key);
      const file = { id, to: sms.to, text: sms.text, encoding, segments };
      try {
        await writeWhole(await folder(), `${id}.json`, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
      } catch (cause) {
        throw new RetryLater(`the SMS could not be written: ${(cause as Error).message}`, { cause });
      }
      return { state: 'accepted', providerId: id, segments };
    },
  };
}
