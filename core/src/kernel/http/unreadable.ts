import type { Duplex } from 'node:stream';
import { HttpError, answerOf, PROBLEM_TYPE } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

/** Answers what can't be read as a request, so that it never becomes one, and hangs up. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { problem } = answerOf(problemOf(error.code));
  const body = JSON.stringify(problem);
  const headers = {
    ...securityHeaders(false),
    'content-type': PROBLEM_TYPE,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${problem.title}\r\n${head.join('')}\r\n${body}`, () =>
    socket.destroy(),
  );
}

function problemOf(code: string | undefined): HttpError {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new HttpError(431, 'request.headers_too_large', 'the headers are larger than 8 KiB: send less');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new HttpError(408, 'request.too_slow', 'the request did not arrive in time: send it again');
  return new HttpError(400, 'request.malformed', 'this is no HTTP request');
}
