import type { DocumentView, Finding, PlainDate, Ref } from '@traliccio/sdk';
import { fatturaOf } from './from-document.ts';
import { runRules } from './rules/table.ts';
import { writeFattura } from './write.ts';
import { xsdFindings } from './xsd-findings.ts';
import type { BatchValidator } from './xsd-thread.ts';

/** Stands for the progressive that a document only gets when it is issued; it is as long. */
const PLACEHOLDER = '00000';

/** What the SDI takes of a file. It doesn't say whether MB means 2^20 bytes, so this is the lesser. */
const MOST_BYTES = 5_000_000;

/** Files that go to a schema thread together: enough to be worth a message. */
const AT_ONCE = 32;

type Written = { readonly ref: number; readonly xml: string };

/** What would be refused about these documents if they were sent on `today`. */
export async function checkDocuments(
  documents: readonly DocumentView[],
  today: PlainDate,
  schema: BatchValidator,
): Promise<(Finding & Ref)[]> {
  const answers: (Finding & Ref)[] = [];
  const answer = (ref: number, findings: readonly Finding[]): void => {
    for (const finding of findings) answers.push({ ...finding, ref });
  };
  const checking: { part: readonly Written[]; errors: ReturnType<BatchValidator['validate']> }[] = [];
  let written: Written[] = [];
  /** Sent as soon as there are some, so that the schema threads work while the next ones are written. */
  const send = (): void => {
    const part = written;
    written = [];
    const errors = schema.validate(part.map((w) => w.xml));
    // Waited for below; until then a thread that dies must not end the process.
    errors.catch(() => undefined);
    checking.push({ part, errors });
  };
  for (const document of documents) {
    const { fattura, findings } = fatturaOf(document, PLACEHOLDER);
    answer(document.id, findings);
    // Texts that don't fit are known to break the schema: saying it twice, the second time in libxml2's words, helps nobody.
    if (findings.length === 0) {
      const xml = writeFattura(fattura);
      const size = Buffer.byteLength(xml);
      if (size <= MOST_BYTES) written.push({ ref: document.id, xml });
      else answer(document.id, [tooLarge(size)]);
    }
    if (written.length === AT_ONCE) send();
    answer(document.id, runRules(fattura, today));
  }
  if (written.length > 0) send();
  for (const { part, errors } of checking)
    for (const [index, found] of (await errors).entries())
      answer((part[index] as Written).ref, xsdFindings(found));
  return answers;
}

const tooLarge = (size: number): Finding => ({
  code: '00003',
  severity: 'error',
  path: 'Allegati',
  message: `il file sarebbe di ${size} byte, il Sistema di Interscambio ne accetta ${MOST_BYTES}: togliere o ridurre gli allegati`,
});
