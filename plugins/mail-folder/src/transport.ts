import { createHash } from 'node:crypto';
import { type MailTransport, RetryLater } from '@traliccio/sdk';
import { asciiDomain, checkMail } from './addresses.ts';
import { composeMessage } from './message.ts';
import { writeWhole } from './whole-file.ts';

/**
 * Writes mails into a folder. File name, Message-ID and content follow from the key and the mail alone, so a repetition
 * replaces the file by one with the same bytes: each message is there once, however often it was tried.
 */
export function folderTransport(folder: () => Promise<string>): MailTransport {
  return {
    async send(mail, { key, signal }) {
      checkMail(mail);
      const identity = createHash('sha256').update(key).digest('hex');
      const messageId = `<${identity}@${asciiDomain(mail.from.address)}>`;
      const bytes = await composeMessage(mail, { messageId, boundary: identity.slice(0, 32) });
      if (signal.aborted) throw new RetryLater('the mail was not written: the caller gave up first');
      try {
        await writeWhole(await folder(), `${identity.slice(0, 32)}.eml`, bytes);
      } catch (cause) {
        throw new RetryLater(`the mail could not be written: ${(cause as Error).message}`, { cause });
      }
      return { messageId };
    },
  };
}
