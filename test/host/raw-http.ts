import { request } from 'node:http';
import { connect } from 'node:net';

export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Sends text as it is over a connection of its own, and reads until the server hangs up: ask for `Connection: close`. */
export async function sendRaw(url: string, text: string, { timeoutMs = 10_000 } = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text, 'latin1'));
    socket.setTimeout(timeoutMs, () =>
      socket.destroy(new Error(`no end after ${timeoutMs} ms: ${text.slice(0, 100)}`)),
    );
    socket.on('data', (data) => chunks.push(data));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      // It has answered and hung up while it was still being written to.
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(Buffer.concat(chunks)) : reject(error),
    );
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
  return parsed(bytes.toString());
}

function parsed(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers,
    body: end < 0 ? '' : text.slice(end + 4),
  };
}

/** Asks from an address of this machine, with header lines as given; reads no more of a stream than how it begins. */
export function askFrom(
  peer: string,
  url: string,
  headers: Readonly<Record<string, string | string[]>>,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { localAddress: peer, headers, agent: false }, (response) => {
      let body = '';
      const answer = (): void =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body,
        });
      response.setEncoding('utf8').on('data', (data: string) => {
        body += data;
        if (!response.headers['content-type']?.startsWith('text/event-stream')) return;
        answer();
        response.destroy();
      });
      response.on('end', answer);
      response.on('error', () => undefined);
    });
    asked.on('error', reject);
    asked.end();
  });
}
