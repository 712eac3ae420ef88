import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { it } from 'node:test';
import { onSqlite } from '../host/database.ts';
import { openServer } from '../host/http.ts';

onSqlite((open) => {
  it('clients that only hold on to their connections keep nobody waiting', { timeout: 60_000 }, async (t) => {
    const server = await openServer(open);
    const port = Number(new URL(server.url).port);
    const sockets: Socket[] = [];
    const hold = (text: string): Promise<Socket> =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port }, () => {
          if (text !== '') socket.write(text);
          resolve(socket);
        });
        sockets.push(socket);
        // Later ones, of a connection that the server has ended, say nothing.
        socket.on('error', reject);
      });
    const begun = (method: string, path: string, ...lines: string[]): string =>
      [
        `${method} ${path} HTTP/1.1`,
        'Host: localhost',
        `Authorization: Bearer ${server.token}`,
        ...lines,
        '',
      ].join('\r\n');
    const times = (n: number, text: string): Promise<Socket[]> =>
      Promise.all(Array.from({ length: n }, () => hold(text)));
    await times(200, '');
    const slow = [
      ...(await times(100, begun('GET', '/api/session'))),
      ...(await times(
        100,
        `${begun('POST', '/api/sites', 'Content-Type: application/json', 'Content-Length: 1000')}\r\n{`,
      )),
    ];
    // These ask, and don't read what they are answered.
    for (const socket of await times(20, `${begun('GET', '/api/openapi.json')}\r\n`.repeat(5)))
      socket.pause();
    const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('x')), 100);
    const letGo = (): void => {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    };

    const took: number[] = [];
    for (let round = 0; round < 200; round++)
      await Promise.all(
        Array.from({ length: 5 }, async () => {
          const since = performance.now();
          assert.equal((await server.ask('GET', '/api/session')).status, 200);
          took.push(performance.now() - since);
        }),
      );
    // Before the server ends, which would wait for them.
    letGo();
    took.sort((a, b) => a - b);
    const p99 = took[Math.floor(took.length * 0.99)]!;
    t.diagnostic(
      `${took.length} answers beside ${sockets.length} such clients: median ${took[took.length / 2]!.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    );
    assert.ok(p99 < 1_000, `p99 ${p99} ms`);
    assert.equal((await server.ask('GET', '/health/ready')).status, 200);
  });
});
