import { Refused, RetryLater, Unknown } from '@traliccio/sdk';

/** What becomes of the mail, and what is wrong with server or account, if that is the reason. */
export type Failure = {
  readonly error: RetryLater | Refused | Unknown;
  readonly trouble: string | null;
};

/** What nodemailer says of an error. */
type SmtpError = {
  readonly message: string;
  readonly code?: string;
  /** `RCPT TO`, `MAIL FROM`, `DATA` … */
  readonly command?: string;
  /** What the server answered. */
  readonly response?: string;
  readonly responseCode?: number;
};

/**
 * What an error means for the mail. What the server has answered is certain: 4xx is for later, 5xx to a recipient or
 * to the message is for good. 5xx to the login, the sender or the right to send through here is nothing that this mail
 * can help: it waits until somebody mends it.
 *
 * @param isHandedOver whether all of the message had been handed over before the error
 */
export function failureOf(cause: unknown, { isHandedOver }: { readonly isHandedOver: boolean }): Failure {
  const error = cause as SmtpError;
  const { code = '', command = '', responseCode = 0 } = error;
  const later = (trouble: string | null): Failure => ({
    error: new RetryLater(trouble ?? `the mail server asks to try later: ${said(error)}`, { cause }),
    trouble,
  });
  const refused = (why: 'mail.recipient' | 'mail.rejected'): Failure => ({
    error: new Refused(why, said(error), { cause }),
    trouble: null,
  });

  if (code === 'EAUTH' || code === 'ENOAUTH')
    return later(`the mail server refuses the login: ${said(error)}`);
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    if (responseCode !== 0 && (responseCode < 500 || responseCode === 503)) return later(null);
    if (code === 'EMESSAGE' || isAboutSize(error)) return refused('mail.rejected');
    if (command === 'MAIL FROM') return later(`the mail server refuses the sender: ${said(error)}`);
    if (isAboutRights(error))
      return later(`the mail server sends nothing on for this account: ${said(error)}`);
    return refused(command === 'DATA' ? 'mail.rejected' : 'mail.recipient');
  }
  if (isHandedOver)
    return {
      error: new Unknown('the mail server may have taken the mail: the connection ended before it said so', {
        cause,
      }),
      trouble: null,
    };
  if (code === 'EABORT') return later(null);
  // A greeting of 421 is a server that is full, not one that is broken.
  if (responseCode >= 400 && responseCode < 500) return later(null);
  return later(`the mail server can't be used: ${error.message}`);
}

const said = ({ response, message }: SmtpError): string => response ?? message;

/** 552, or the enhanced codes for messages that are too big (RFC 3463: X.2.3, X.3.4). */
const isAboutSize = ({ responseCode, response = '' }: SmtpError): boolean =>
  responseCode === 552 || /^\d{3}[ -]5\.(2\.3|3\.4)\b/.test(response);

/** No login where one is needed, or "Relay access denied" in the words of Postfix, Exim, Sendmail and Exchange. */
const isAboutRights = ({ responseCode = 0, response = '' }: SmtpError): boolean =>
  [530, 535, 538].includes(responseCode) || /\brelay/i.test(response);
