import { equal, ok, throws } from 'node:assert/strict';
import { it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { packed } from './packed.ts';

/** Three objects as pdfkit writes them, one of them a stream. */
function plainPdf(): Buffer {
  const objects = [
    '<<\n/Type /Catalog\n/Pages 2 0 R\n>>',
    '<<\n/Type /Pages\n/Kids []\n/Title (endobj)\n>>',
    '<<\n/Length 5\n>>\nstream\nhello\nendstream',
  ];
  let pdf = '%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, index) => {
    table += `${String(pdf.length).padStart(10, '0')} 00000 n \n`;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const trailer = `trailer\n<<\n/Size ${objects.length + 1}\n/Root 1 0 R\n>>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf + table + trailer, 'latin1');
}
function streamOf(pdf: Buffer, type: string): Buffer {
  const text = pdf.toString('latin1');
  const dictionary = text.indexOf(`/Type /${type}`);
  const start = text.indexOf('stream\n', dictionary) + 'stream\n'.length;
  return inflateSync(pdf.subarray(start, text.indexOf('\nendstream', start)));
}

it('leaves streams as they are and puts the other objects into one', () => {
  const pdf = Buffer.from(packed(plainPdf()));
  const text = pdf.toString('latin1');
  ok(text.startsWith('%PDF-1.7\n'));
  ok(text.includes('3 0 obj\n<<\n/Length 5\n>>\nstream\nhello\nendstream\nendobj\n'));
  ok(!text.includes('/Catalog'));
  equal(
    streamOf(pdf, 'ObjStm').toString('latin1'),
    '1 0 2 34 <<\n/Type /Catalog\n/Pages 2 0 R\n>>\n<<\n/Type /Pages\n/Kids []\n/Title (endobj)\n>>\n',
  );
});

it('lists every object, itself included, as the difference to the one before', () => {
  const pdf = Buffer.from(packed(plainPdf()));
  const text = pdf.toString('latin1');
  const rows = streamOf(pdf, 'XRef');
  const above = new Uint8Array(6);
  const places = Array.from({ length: rows.length / 7 }, (_, row) => {
    for (let at = 0; at < 6; at += 1) above[at] = (above[at] ?? 0) + (rows[row * 7 + 1 + at] ?? 0);
    const [type, a = 0, b = 0, c = 0, d = 0, e = 0] = above;
    return [type, a * 65_536 + b * 256 + c, d * 256 + e].join(' ');
  });
  const at = (id: number): number => text.indexOf(`${id} 0 obj`);
  equal(places.join(', '), `0 0 65535, 2 4 0, 2 4 1, 1 ${at(3)} 0, 1 ${at(4)} 0, 1 ${at(5)} 0`);
  ok(text.endsWith(`startxref\n${at(5)}\n%%EOF\n`));
  ok(text.includes('/Size 6 ') && text.includes('/Root 1 0 R'));
});

it('refuses what it does not understand', () => {
  throws(() => packed(Buffer.from('%PDF-1.7\n')), /not a PDF/);
  throws(
    () => packed(Buffer.from(plainPdf().toString('latin1').replace('/Size 4', '/Size 5'), 'latin1')),
    /not a PDF/,
  );
});
