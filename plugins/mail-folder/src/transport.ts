import { checkMail, mailIdentity, type MailTransport, RetryLater, writeWhole } from '@traliccio/sdk';
import { composeMessage } from './message.ts';

/**
 * Writes mails into a folder. File name, Message-ID and content follow from the key and the mail alone, so a repetition
 * replaces the file by one with the same bytes: each message is there once, however often it was tried.
 */
export function folderTransport(folder: () => Promise<string>): MailTransport {
  return {
    async send(mail, { key, signal }) {
      checkMail(mail);
      const identity = mailIdentity(mail, key);
      const bytes = await composeMessage(mail, identity);
      if (signal.aborted) throw new RetryLater('the mail was not written: the caller gave up first');
      try {
        await writeWhole(await folder(), `${identity.hash.slice(0, 32)}.eml`, bytes);
      } catch (cause) {
        throw new RetryLater(`the mail could not be written: ${(cause as Error).message}`, { cause });
      }
      return { messageId: identity.messageId };
    },
  };
}
