import type { IncomingMessage } from 'node:http';

/** A message as a gateway was asked to send it. */
export type Asked = {
  readonly to: string;
  readonly text: string;
  readonly sender: string;
  readonly key: string | null;
};
export type Reply = { readonly status: number; readonly body: string };

export type Login = { readonly user: string; readonly password: string; readonly token: string };
export type Incoming = {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: string;
  readonly login: Login;
};

/** How one family of gateways is spoken to. `read` gives the message, or the answer to a request that is no good. */
export type Dialect = {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  read(incoming: Incoming): Asked | Reply;
  readonly accepts: (id: string) => Reply;
  readonly refuses: Reply;
};

const json = (status: number, value: unknown): Reply => ({ status, body: JSON.stringify(value) });

/** The platform of Skebby, Mobyt, smSend and others: JSON, with the token of a login in headers of its own. */
export const skebby: Dialect = {
  path: '/API/v1.0/REST/sms',
  method: 'POST',
  read({ request, body, login }) {
    if (request.headers['user_key'] !== login.user || request.headers['access_token'] !== login.token)
      return json(401, { result: 'User_key, Token_auth, API_key are invalid or not provided' });
    if (request.headers['content-type'] !== 'application/json') return json(400, { result: 'not JSON' });
    const { message_type, message, recipient, sender, order_id, ...rest } = JSON.parse(body) as Record<
      string,
      unknown
    >;
    const known = ['GP', 'TI', 'SI'].includes(message_type as string);
    if (!known || Object.keys(rest).length > 0 || !Array.isArray(recipient) || recipient.length !== 1)
      return json(400, { result: 'Validation error' });
    if (!/^\+\d{8,15}$/.test(recipient[0] as string)) return json(400, { result: 'Invalid recipient' });
    if (typeof message !== 'string' || typeof sender !== 'string')
      return json(400, { result: 'Validation error' });
    return {
      to: recipient[0] as string,
      text: message,
      sender,
      key: (order_id as string | undefined) ?? null,
    };
  },
  accepts: (id) => json(201, { result: 'OK', order_id: id, total_sent: 1 }),
  refuses: json(400, { result: 'Blacklisted recipient' }),
};

/** SMSHosting and its resellers: a form, with user and password. */
export const smshosting: Dialect = {
  path: '/rest/api/sms/send',
  method: 'POST',
  read({ request, body, login }) {
    const basic = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
    if (request.headers.authorization !== basic)
      return json(401, { errorCode: 401, errorMsg: 'UNAUTHORIZED' });
    if (request.headers['content-type'] !== 'application/x-www-form-urlencoded')
      return json(400, { errorCode: 400, errorMsg: 'BAD_CONTENT_TYPE' });
    const {
      from = '',
      to = '',
      text = '',
      transactionId,
      ...rest
    } = Object.fromEntries(new URLSearchParams(body));
    if (Object.keys(rest).some((name) => name !== 'encoding') || !/^\d{8,15}$/.test(to))
      return json(400, { errorCode: 400, errorMsg: 'BAD_TO' });
    return { to: `+${to}`, text, sender: from, key: transactionId ?? null };
  },
  accepts: (id) =>
    json(200, { transactionId: '1', smsInserted: 1, sms: [{ id: Number(id), status: 'INSERTED' }] }),
  refuses: json(200, { transactionId: '1', smsInserted: 0, smsNotInserted: 1, sms: [] }),
};

/** Kannel's smsbox: everything in the address, and plain text back. */
export const kannel: Dialect = {
  path: '/cgi-bin/sendsms',
  method: 'GET',
  read({ url, login }) {
    const {
      username,
      password,
      to = '',
      text = '',
      from = '',
      coding,
      charset,
      ...rest
    } = Object.fromEntries(url.searchParams);
    if (username !== login.user || password !== login.password)
      return { status: 403, body: 'Authorization failed for sendsms' };
    if (
      Object.keys(rest).length > 0 ||
      charset !== 'UTF-8' ||
      !/^[02]$/.test(coding ?? '') ||
      !/^\+?\d+$/.test(to)
    )
      return { status: 400, body: 'Malformed request' };
    // In the default alphabet, what isn't in it arrives as a question mark.
    const arrives = coding === '2' ? text : text.replaceAll(/[^\u0000-\u00ff€Δ_ΦΓΛΩΠΨΣΘΞ]/g, '?');
    return { to, text: arrives, sender: from, key: null };
  },
  accepts: () => ({ status: 202, body: '0: Accepted for delivery' }),
  refuses: { status: 202, body: '4: Missing receiver number, rejected' },
};

export const dialects: readonly Dialect[] = [skebby, smshosting, kannel];
