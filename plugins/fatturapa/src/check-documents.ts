import type { DocumentView, Finding, PlainDate, Ref } from '@traliccio/sdk';
import { fatturaOf } from './from-document.ts';
import { runRules } from './rules/table.ts';
import { writeFattura } from './write.ts';
import { xsdFindings } from './xsd-findings.ts';
import type { XsdThread } from './xsd-thread.ts';

/** Stands for the progressive that a document only gets when it is issued; it is as long. */
const PLACEHOLDER = '00000';

/** What would be refused about these documents if they were sent on `today`. */
export async function checkDocuments(
  documents: readonly DocumentView[],
  today: PlainDate,
  schema: XsdThread,
): Promise<(Finding & Ref)[]> {
  const answers: (Finding & Ref)[] = [];
  const answer = (ref: number, findings: readonly Finding[]): void => {
    for (const finding of findings) answers.push({ ...finding, ref });
  };
  const written: { ref: number; xml: string }[] = [];
  for (const document of documents) {
    const { fattura, findings } = fatturaOf(document, PLACEHOLDER);
    answer(document.id, findings);
    answer(document.id, runRules(fattura, today));
    // Texts that don't fit are known to break the schema: saying it twice, the second time in libxml2's words, helps nobody.
    if (findings.length === 0) written.push({ ref: document.id, xml: writeFattura(fattura) });
  }
  const errors = await schema.validate(written.map((w) => w.xml));
  for (const [index, { ref }] of written.entries()) answer(ref, xsdFindings(errors[index] ?? []));
  return answers;
}
