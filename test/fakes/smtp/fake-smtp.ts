import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { TestCertificate } from '../../host/certificate.ts';
import { malformed, type Received } from './received.ts';

/** How the server behaves from now on. */
export type SmtpMood =
  | 'well'
  /** 451 to a recipient it sees for the first time. */
  | 'greylists'
  /** 421 to whoever connects. */
  | 'busy'
  /** 550 to every recipient. */
  | 'knows no mailbox'
  /** 554 to every recipient, since the client may not send through here. */
  | 'relays nothing'
  /** 553 to the sender. */
  | 'refuses the sender'
  /** 552 and 554 to the message. */
  | 'finds it too big'
  | 'finds it spam'
  /** Takes the message, and the connection is gone before the 250. */
  | 'answer lost'
  /** The connection goes while the message is on its way. */
  | 'cuts in the middle';

export type FakeSmtpOptions = {
  /** `tls` from the first byte; `starttls` on request, and needed; `plain` has none. */
  readonly security?: 'tls' | 'starttls' | 'plain';
  readonly certificate?: TestCertificate;
  /** Passwords by user; without, nobody has to log in. */
  readonly users?: Readonly<Record<string, string>>;
  readonly port?: number;
};

/** An SMTP server that takes nothing malformed, keeps what it took, and fails when it is told to. */
export class FakeSmtp {
  readonly #server: SMTPServer;
  readonly #options: FakeSmtpOptions;
  readonly #seen = new Set<string>();
  readonly #received: Received[] = [];
  readonly #journal: string[] = [];
  #mood: SmtpMood = 'well';
  #stepMs = 0;
  #closed: Promise<unknown> | undefined;

  private constructor(options: FakeSmtpOptions) {
    this.#options = options;
    const { security = 'plain', certificate, users } = options;
    this.#server = new SMTPServer({
      secure: security === 'tls',
      ...(certificate && { key: certificate.key, cert: certificate.cert }),
      authOptional: !users,
      allowInsecureAuth: security === 'plain',
      disabledCommands: [...(users ? [] : ['AUTH']), ...(security === 'starttls' ? [] : ['STARTTLS'])],
      disableReverseLookup: true,
      // Each answer below has its own.
      hideENHANCEDSTATUSCODES: true,
      closeTimeout: 100,
      size: 30_000_000,
      onConnect: (_, done) =>
        this.#step('connect', done, () => this.#mood === 'busy' && reply(421, '4.3.2 too busy')),
      onAuth: ({ username = '', password }, _, done) =>
        this.#step(
          `auth ${username}`,
          (error) => done(error, { user: username }),
          () => users?.[username] !== password && reply(535, '5.7.8 Authentication failed'),
        ),
      onMailFrom: ({ address }, session, done) =>
        this.#step(`mail ${address}`, done, () => this.#refusesSender(session)),
      onRcptTo: ({ address }, _, done) =>
        this.#step(`rcpt ${address}`, done, () => this.#refusesRecipient(address)),
      onData: (stream, session, done) => {
        if (this.#mood === 'cuts in the middle') stream.once('readable', () => this.#hangUp(session));
        else
          text(stream.setEncoding('latin1')).then(
            (raw) => this.#step('data', done, () => this.#take(raw, session)),
            // The client was gone before the end.
            () => undefined,
          );
      },
    });
    // A client that hangs up is no trouble of the server's.
    this.#server.on('error', () => undefined);
  }

  static async start(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
    const fake = new FakeSmtp(options);
    await once(fake.#server.listen(options.port ?? 0, '127.0.0.1'), 'listening');
    return fake;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** What it took, the oldest first. */
  get received(): readonly Received[] {
    return this.#received;
  }

  /** What it was asked, in order: `connect`, `auth USER`, `mail ADDRESS`, `rcpt ADDRESS`, `data`. */
  get journal(): readonly string[] {
    return this.#journal;
  }

  get connections(): number {
    return this.#server.connections.size;
  }

  be(mood: SmtpMood): void {
    this.#mood = mood;
  }

  /** Answers each command only after so many milliseconds. */
  slowDown(stepMs: number): void {
    this.#stepMs = stepMs;
  }

  async stop(): Promise<void> {
    this.#closed ??= once(this.#server, 'close');
    this.#server.close();
    await this.#closed;
  }

  #step(what: string, done: (error?: Error | null) => void, refusal: () => Error | false): void {
    this.#journal.push(what);
    void wait(this.#stepMs, undefined, { ref: false }).then(() => done(refusal() || null));
  }

  #refusesSender(session: SMTPServerSession): Error | false {
    const { security = 'plain' } = this.#options;
    if (security === 'starttls' && !session.secure)
      return reply(530, '5.7.0 Must issue a STARTTLS command first');
    return (
      this.#mood === 'refuses the sender' && reply(553, '5.7.1 Sender address rejected: not owned by user')
    );
  }

  #refusesRecipient(address: string): Error | false {
    if (this.#mood === 'knows no mailbox') return reply(550, '5.1.1 No such user here');
    if (this.#mood === 'relays nothing') return reply(554, '5.7.1 Relay access denied');
    if (this.#mood === 'greylists' && !this.#seen.has(address)) {
      this.#seen.add(address);
      return reply(451, '4.7.1 Greylisted, try again later');
    }
    return false;
  }

  #take(raw: string, session: SMTPServerSession): Error | false {
    if (this.#mood === 'finds it too big') return reply(552, '5.3.4 Message too big');
    if (this.#mood === 'finds it spam') return reply(554, '5.7.1 Message rejected as spam');
    const wrong = malformed(raw);
    if (wrong) return reply(554, `5.6.0 ${wrong}`);
    const { mailFrom, rcptTo } = session.envelope;
    this.#received.push({
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map((one) => one.address),
      raw,
      user: session.user ?? null,
      secure: session.secure,
    });
    if (this.#mood === 'answer lost') this.#hangUp(session);
    return false;
  }

  #hangUp(session: SMTPServerSession): void {
    for (const { session: one, _socket: socket } of this.#server.connections as Set<Connection>)
      if (one.id === session.id) socket.destroy();
  }
}

/** What smtp-server keeps of a connection; after STARTTLS, its socket is the encrypted one. */
type Connection = { readonly session: SMTPServerSession; readonly _socket: Socket };

/** The text after the code; the enhanced code in it is the server's own. */
const reply = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });
