import { defineCapability, type Call } from './token.ts';

/** Hands one message to one recipient. */
export interface MailTransport {
  /**
   * The same `call.key` gives the same Message-ID, so that a repetition after a lost answer is recognised.
   *
   * @throws RetryLater when the server can't take it now
   * @throws Refused when it never will (address, size)
   * @throws Unknown when it may have been taken
   */
  send(mail: Mail, call: Call): Promise<{ readonly messageId: string }>;
}

export type Mail = {
  readonly from: { readonly name: string; readonly address: string };
  /** One address: each recipient has a message of his own. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** When the message was written, which stays the same when it is sent again. */
  readonly date: number;
  readonly attachments: readonly {
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
};

export const MailTransport = defineCapability<MailTransport>('MailTransport', { many: false });
