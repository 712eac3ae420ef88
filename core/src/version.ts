import { readFileSync } from 'node:fs';

/** Of the product as a whole. */
export const PRODUCT_VERSION: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
