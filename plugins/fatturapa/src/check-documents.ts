import type { DocumentView, Finding, PlainDate, Ref } from '@traliccio/sdk';
import { fatturaOf } from './from-document.ts';
import { runRules } from './rules/table.ts';
import { writeFattura } from './write.ts';
import { xsdFindings } from './xsd-findings.ts';
import type { XsdThread } from './xsd-thread.ts';

/** Stands for the progressive that a document only gets when it is issued; it is as long. */
const PLACEHOLDER = '00000';

/** Files that go to the schema thread together: enough to be worth a message. */
const AT_ONCE = 32;

type Written = { readonly ref: number; readonly xml: string };

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
  const checking: Promise<void>[] = [];
  let written: Written[] = [];
  /** Sent as soon as there are some, so that the schema thread works while the next ones are written. */
  const send = (): void => {
    const part = written;
    written = [];
    const checked = schema.validate(part.map((w) => w.xml)).then((errors) => {
      for (const [index, { ref }] of part.entries()) answer(ref, xsdFindings(errors[index] ?? []));
    });
    // Waited for below; until then a thread that dies must not end the process.
    checked.catch(() => undefined);
    checking.push(checked);
  };
  for (const document of documents) {
    const { fattura, findings } = fatturaOf(document, PLACEHOLDER);
    answer(document.id, findings);
    // Texts that don't fit are known to break the schema: saying it twice, the second time in libxml2's words, helps nobody.
    if (findings.length === 0) written.push({ ref: document.id, xml: writeFattura(fattura) });
    if (written.length === AT_ONCE) send();
    answer(document.id, runRules(fattura, today));
  }
  if (written.length > 0) send();
  await Promise.all(checking);
  return answers;
}
