import type { Readable } from 'node:stream';
import {
  checkMail,
  mailIdentity,
  type MailTransport,
  type PluginContext,
  RetryLater,
  takeSendingTurn,
} from '@traliccio/sdk';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { failureOf } from './failure.ts';
import { messageOf } from './message.ts';
import { TURNS } from './migrations.ts';
import type { Settings, SmtpServer } from './server.ts';

export type Context = Pick<PluginContext, 'transaction' | 'health' | 'onStop'> & {
  readonly settings: Pick<Settings, 'perMinute' | 'perDay'>;
};

/** Connections kept open, and how long the server may take for each step. */
const CONNECTIONS = 5;
const STEP_MS = 60_000;

/** Sends through one server, over connections that are opened when they are needed and kept while they are used. */
export function smtpTransport(ctx: Context, server: SmtpServer, stepMs = STEP_MS): MailTransport {
  const pool = poolTo(server, stepMs);
  ctx.onStop(() => pool.close());
  const turns = { table: TURNS, account: server.account, limits: ctx.settings };
  return {
    async send(mail, { key, signal }) {
      checkMail(mail);
      if (signal.aborted) throw new RetryLater('the mail was not sent: the caller gave up first');
      await takeSendingTurn(ctx, turns, signal);
      const identity = mailIdentity(mail, key);
      const handed: Readable[] = [];
      try {
        await pool.sendMail({ ...messageOf(mail, identity), signal, handed } as SendMailOptions);
      } catch (cause) {
        const failure = failureOf(cause, { isHandedOver: handed.some((stream) => stream.readableEnded) });
        if (failure.trouble !== null) ctx.health.set('degraded', failure.trouble);
        throw failure.error;
      }
      ctx.health.set('ok');
      return { messageId: identity.messageId };
    },
  };
}

function poolTo({ host, port, security, login, tls }: SmtpServer, stepMs: number): Transporter {
  const pool = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls,
    // Forced: a server that suddenly offers no login would get the mail without one.
    ...(login && { auth: { user: login.user, pass: login.password }, forceAuth: true }),
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Each try reads the message from a stream of its own. As long as none was read to its end, the dot that ends a
  // message has not been written, so no server can have taken it; from then on a lost connection leaves that in doubt.
  pool.use('stream', ({ message, data }, done) => {
    const open = message.createReadStream.bind(message);
    message.createReadStream = (...options) => {
      const stream = open(...options) as Readable;
      (data as { handed?: Readable[] }).handed?.push(stream);
      return stream;
    };
    done();
  });
  return pool;
}
