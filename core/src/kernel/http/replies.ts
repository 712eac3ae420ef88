import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { FileReply, StreamEvent, StreamReply } from '@traliccio/sdk';

/** Sends a file for download, whatever is in it. */
export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const ascii = file.fileName.replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  return reply
    .type(file.mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(
      file.bytes instanceof Uint8Array
        ? Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
        : Readable.from(file.bytes),
    );
}

const HEARTBEAT_MS = 15_000;

/** How long after a right is taken away a stream may still go by it. */
const RECHECK_MS = 250;

export type Listening = {
  readonly headers: Readonly<Record<string, string>>;
  /** Ends when the client is gone, or has to come back. */
  readonly signal: AbortSignal;
  readonly end: () => void;
  /** Whether who listens has the rights that he came with. */
  readonly isStill: () => Promise<boolean>;
};

/**
 * Server-sent events until the source ends or the client is gone. A client that reads slowly is waited for. One whose
 * rights have changed is sent nothing more: it comes back, and is let in by what it may do then.
 */
export async function sendStream(
  reply: FastifyReply,
  stream: StreamReply,
  { headers, signal, end, isStill }: Listening,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 1000\n\n');
  const beat = async (): Promise<void> => {
    if (await isStill()) raw.write(': \n\n');
    else end();
  };
  const heart = setInterval(() => void beat(), HEARTBEAT_MS);
  let checkedAt = performance.now();
  try {
    for await (const event of stream.events) {
      if (signal.aborted) break;
      if (performance.now() - checkedAt > RECHECK_MS) {
        if (!(await isStill())) break;
        checkedAt = performance.now();
      }
      if (!raw.write(lines(event))) await once(raw, 'drain', { signal }).catch(() => undefined);
    }
  } finally {
    clearInterval(heart);
    raw.end();
  }
}

const lines = ({ event, data, id }: StreamEvent): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
