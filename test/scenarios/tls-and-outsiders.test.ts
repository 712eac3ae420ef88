import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { it } from 'node:test';
import { connect } from 'node:tls';
import { eachDatabase } from '../host/database.ts';
import { selfSigned } from '../host/certificate.ts';
import { openServer } from '../host/http.ts';
import { outsidePlugins } from '../host/outside-plugin.ts';

/** Echoes what it got, and shows a page to whoever has the link. */
const HOOK = `
  ctx.http.outside({ method: 'POST', path: '/hook/:name', handler: async ({ params, body, headers, peer }) => ({
    status: 202, mediaType: 'application/json',
    body: JSON.stringify({ name: params.name, size: body.length, first: body[0], signature: headers['x-signature'], peer }) }) });
  ctx.http.outside({ method: 'GET', path: '/file', handler: async () => new sdk.FileReply({
    fileName: 'Ottobre à.zip', mediaType: 'application/zip',
    bytes: (async function* () { yield Buffer.from('one '); yield Buffer.from('two'); })() }) });
  ctx.http.outside({ method: 'GET', path: '/broken', handler: async () => { throw new Error('SELECT secret FROM x'); } });
  ctx.http.route({ method: 'GET', path: '/inside', summary: 'x', permission: 'public', mode: 'read',
    response: sdk.Type.Object({}), handler: () => ({}) });`;

eachDatabase((name, open) => {
  if (name !== 'SQLite') return;

  it('speaks TLS 1.2 and newer from files, with cookies that stay on it', async () => {
    const certificate = selfSigned(['127.0.0.1']);
    const test = await open();
    const { dataDir } = test.config;
    const [certFile, keyFile] = [join(dataDir, 'cert.pem'), join(dataDir, 'key.pem')];
    await writeFile(certFile, certificate.cert);
    await writeFile(keyFile, certificate.key);
    const server = await openServer(async () => test, { env: { web: { tls: { certFile, keyFile } } } });
    assert.match(server.url, /^https:/);
    const body = JSON.stringify({ email: 'operator1@example.it', password: 'una parola segreta 1' });
    const answer = await new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>(
      (resolve, reject) => {
        const one = request(
          `${server.url}/api/session`,
          { method: 'POST', ca: certificate.cert, headers: { 'content-type': 'application/json' } },
          (response) => {
            response.resume();
            resolve({ status: response.statusCode!, headers: response.headers });
          },
        );
        one.once('error', reject);
        one.end(body);
      },
    );
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['strict-transport-security']), /max-age=31536000/);
    assert.match(
      String(answer.headers['set-cookie']),
      /^__Host-traliccio=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    const port = Number(new URL(server.url).port);
    const old = connect({
      port,
      host: '127.0.0.1',
      ca: certificate.cert,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
    });
    await assert.rejects(
      new Promise((resolve, reject) => void old.once('secureConnect', resolve).once('error', reject)),
    );
  });

  it('outsiders reach what plugins publish for them, on a listener of its own, and nothing else', async () => {
    const pluginPaths = await outsidePlugins({ id: 'hooked', setup: HOOK });
    const { server } = await openServer(open, {
      env: { pluginPaths, web: { publicPort: 0, allowedSubnets: '10.1.2.3' } },
    });
    const outside = server.outsideAddress!;
    const hook = await fetch(`${outside}/hooked/hook/paid`, {
      method: 'POST',
      headers: { 'x-signature': 'abc', 'content-type': 'application/x-anything' },
      body: Uint8Array.of(255, 0, 1),
    });
    assert.equal(hook.status, 202);
    assert.deepEqual(await hook.json(), {
      name: 'paid',
      size: 3,
      first: 255,
      signature: 'abc',
      peer: '127.0.0.1',
    });
    for (const path of [
      '/api/session',
      '/api/openapi.json',
      '/health/live',
      '/metrics',
      '/hooked',
      '/',
      '/hooked/hook/paid',
    ])
      assert.equal((await fetch(`${outside}${path}`)).status, 404, path);
    const file = await fetch(`${outside}/hooked/file`);
    assert.deepEqual([file.status, await file.text()], [200, 'one two']);
    assert.match(String(file.headers.get('content-disposition')), /^attachment; filename="Ottobre _.zip"; /);
    const broken = await fetch(`${outside}/hooked/broken`);
    assert.equal(broken.status, 500);
    assert.doesNotMatch(await broken.text(), /SELECT/);
    const tooMuch = await fetch(`${outside}/hooked/hook/paid`, { method: 'POST', body: 'x'.repeat(70_000) });
    assert.equal(tooMuch.status, 413);
    // Operators' side of the same process is open to others only.
    for (const path of ['/hooked/hook/paid', '/api/plugins/hooked/inside', '/health/live'])
      assert.equal((await fetch(`${server.address}${path}`)).status, 403, path);
  });
});
