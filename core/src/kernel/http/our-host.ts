import { isIP } from 'node:net';

/**
 * Whether a request names a host that is ours: an address, this machine, or the one in PUBLIC_URL. A foreign name that
 * points here is a trick of another site (DNS rebinding), or would end up in links.
 */
export function isOurHost(host: string | undefined, publicUrl: string | null): boolean {
  if (host === undefined || !/^[\w.:[\]-]{1,255}$/.test(host)) return false;
  const url = URL.parse(`http://${host}`);
  if (!url) return false;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(name) !== 0 || name === 'localhost') return true;
  return publicUrl !== null && new URL(publicUrl).hostname === name;
}
