import { hash, randomBytes } from 'node:crypto';

/** What makes an API token easy to find where it doesn't belong: in logs and repositories. */
const API_PREFIX = 'tr_';

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const newApiToken = (): string => API_PREFIX + newToken();

export const isToken = (text: string): boolean => /^(?:tr_)?[A-Za-z0-9_-]{43}$/.test(text);

/** What is kept of it. A token is random enough to need no salt and no slow hash. */
export const hashOfToken = (token: string): string => hash('sha256', token, 'hex');
