import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { before, it } from 'node:test';
import { onDemo, PHONE } from './browser.ts';

/** Where the pictures go; without it they are taken to nowhere, and the pages checked all the same. */
const folder = process.env['TRALICCIO_SCREENSHOTS'];

const DEVICES = { desktop: { viewport: { width: 1366, height: 900 } }, phone: PHONE } as const;
const SCHEMES = ['light', 'dark'] as const;

type Listed = { readonly items: readonly { readonly id: number }[] };

onDemo('pages in light and dark, large and small', (place) => {
  const pages: [name: string, path: string][] = [];
  before(async () => {
    if (folder !== undefined) await mkdir(folder, { recursive: true });
    const first = async (list: string): Promise<number> => {
      const { json } = await place.api('GET', list);
      return (json as Listed).items[0]!.id;
    };
    const [customer, contract, document] = await Promise.all([
      first('/customers?limit=1&sort=name'),
      first('/contracts?limit=1&state=active'),
      first('/documents?limit=1'),
    ]);
    pages.push(
      ['dashboard', '/'],
      ['customers', '/customers'],
      ['customer', `/customers/${customer}`],
      ['contract', `/contracts/${contract}`],
      ['plans', '/plans'],
      ['documents', '/documents'],
      ['document', `/documents/${document}`],
      ['tonight', '/tonight'],
      ['plugins', '/plugins'],
      ['groups', '/groups'],
    );
  });

  for (const [device, view] of Object.entries(DEVICES))
    for (const colorScheme of SCHEMES)
      it(`on a ${device}, ${colorScheme}`, { timeout: 120_000 }, async () => {
        const seat = await place.operator({ ...view, colorScheme });
        for (const [name, path] of pages) {
          await seat.open(path);
          if (folder !== undefined)
            await seat.page.screenshot({ path: join(folder, `${name}-${device}-${colorScheme}.png`) });
          await seat.isAccessible();
          const tooWide = await seat.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.ok(tooWide <= 0, `${path} is ${tooWide} px too wide`);
        }
      });
});
