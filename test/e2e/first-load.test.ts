import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo } from './browser.ts';

/** Script and style, compressed, of all that a browser loads before the first page is there. */
const MOST_KB = 350;

onDemo('the first load', (place) => {
  it('is small', async (t) => {
    const seat = await place.operator();
    const loaded = new Map<string, number>();
    seat.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/\.(js|css)$/.test(pathname)) loaded.set(pathname, Number(response.headers()['content-length']));
    });
    const session = await seat.page.context().newCDPSession(seat.page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await seat.open('/');
    const bytes = [...loaded.values()].reduce((sum, one) => sum + one, 0);
    t.diagnostic(`${(bytes / 1024).toFixed(0)} KB in ${loaded.size} files`);
    assert.ok(loaded.size > 5 && bytes > 50 * 1024, 'they were counted');
    assert.ok(bytes < MOST_KB * 1024, `${bytes} bytes`);
  });

  it('is kept by browsers, the page itself is asked for', async () => {
    const page = await fetch(place.url, { headers: { accept: 'text/html' } });
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    assert.match(policy, /default-src 'none'; script-src 'self' 'sha256-[^']+'; /);
    assert.doesNotMatch(policy.replace(/style-src [^;]+/, ''), /unsafe/);
    const script = /src="(\/assets\/index-[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
    const answer = await fetch(place.url + script, { headers: { 'accept-encoding': 'br' } });
    assert.deepEqual(
      [answer.status, answer.headers.get('content-encoding'), answer.headers.get('cache-control')],
      [200, 'br', 'public, max-age=31536000, immutable'],
    );
  });
});
