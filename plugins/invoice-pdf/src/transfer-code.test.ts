import { equal, ok } from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { DocumentView } from '@traliccio/sdk';
import { sampleDocument, sampleIssuer } from '@traliccio/sdk/testing';
import { transferCode } from './epc.ts';
import { loadFonts } from './fonts.ts';
import { renderPdf } from './render.ts';

const missing = ['pdftoppm', 'zbarimg'].find((program) => spawnSync(program, ['--version']).error);
const skip = missing ? `${missing} is not installed` : false;
const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'transfer-code-'));
after(() => rm(folder, { recursive: true }));
const fonts = loadFonts();

/** What a reader from outside finds on the page; null when there is no code. */
async function scanned(document: DocumentView): Promise<string | null> {
  const pdf = join(folder, 'a.pdf');
  await writeFile(
    pdf,
    await renderPdf({ document, attachments: [] }, { fonts, logo: null, color: '#1f4e79' }),
  );
  await run('pdftoppm', ['-r', '200', '-png', '-singlefile', pdf, join(folder, 'a')]);
  const read = await run('zbarimg', [
    '--quiet',
    '--raw',
    '-Sdisable',
    '-Sqrcode.enable',
    join(folder, 'a.png'),
  ]).catch(() => null);
  return read && read.stdout.trimEnd();
}
const payment = sampleDocument().payment!;

describe('the code of a transfer', () => {
  it('says whom to pay, on which account, how much, and what to quote', () => {
    equal(
      transferCode(sampleDocument({ payable: 7260 })),
      'BCD\n002\n1\nSCT\n\nReti Aeree S.r.l.\nIT60X0542811101000000123456\nEUR72.60\n\n\nFT 123/A C00010',
    );
  });

  it('asks for what is left after withholding and split payment', () => {
    ok(transferCode(sampleDocument({ total: 12_200, payable: 9_600 }))?.includes('\nEUR96.00\n'));
  });

  it('is on nothing that is not paid by transfer to our account', () => {
    for (const other of [
      { payment: { ...payment, method: 'MP19', iban: null } },
      { payment: { ...payment, iban: null } },
      { payment: null },
      { kind: 'credit_note' as const },
      { number: null },
      { payable: 0 },
    ])
      equal(transferCode(sampleDocument(other)), null, JSON.stringify(other));
  });

  it('is read from the page by a program from outside, accents and all', { skip }, async () => {
    const issuer = sampleIssuer({ name: 'Società Reti è già qui — S.r.l. & Figli' });
    const document = sampleDocument({ issuer });
    equal(await scanned(document), transferCode(document));
    equal(await scanned(sampleDocument({ payment: { ...payment, method: 'MP19', iban: null } })), null);
  });
});
