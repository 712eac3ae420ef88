import type { Finding, PlainDate } from '@traliccio/sdk';
import type { Fattura } from '../fattura.ts';
import { adviceRules } from './advice.ts';
import { amountRules } from './amounts.ts';
import { documentRules } from './document.ts';
import { fileRules } from './file.ts';
import { lotFindings } from './lot.ts';
import { onlySdiRules } from './only-sdi.ts';
import { partyRules } from './parties.ts';
import type { Report, Rule, Subject } from './rule.ts';
import { vatRules } from './vat.ts';

/** Every control we know of, by code: the documentation is made from it. */
export const RULES: readonly Rule[] = [
  ...fileRules,
  ...partyRules,
  ...documentRules,
  ...vatRules,
  ...amountRules,
  ...onlySdiRules,
  ...adviceRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** What SDI would refuse in an invoice that conforms to the schema, and our advice, as far as it can be told off line. */
export function runRules(fattura: Fattura, received: PlainDate): Finding[] {
  const findings: Finding[] = [];
  const bodies = fattura.FatturaElettronicaBody;
  const report = reporter(findings);
  for (const rule of HEADER) {
    report.rule = rule;
    rule.header(fattura, report.call);
  }
  for (const [index, body] of bodies.entries()) {
    report.prefix = bodies.length > 1 ? `FatturaElettronicaBody[${index + 1}]/` : '';
    const subject: Subject = { body, fattura, received };
    for (const rule of BODY) {
      report.rule = rule;
      rule.body(subject, report.call);
    }
  }
  if (bodies.length > 1) findings.push(...lotFindings(bodies));
  return findings;
}

const HEADER = RULES.flatMap((rule) =>
  rule.check && 'header' in rule.check ? [{ ...rule, header: rule.check.header }] : [],
);
const BODY = RULES.flatMap((rule) =>
  rule.check && 'body' in rule.check ? [{ ...rule, body: rule.check.body }] : [],
);

/** One reporting function for all rules, told which one is at work: a closure per rule and document would cost more than the rules. */
function reporter(findings: Finding[]): { rule: Rule | undefined; prefix: string; call: Report } {
  const state = {
    rule: undefined as Rule | undefined,
    prefix: '',
    call(path: string, message: string): void {
      if (state.rule)
        findings.push({
          code: state.rule.code,
          severity: state.rule.severity,
          path: state.prefix + path,
          message,
        });
    },
  };
  return state;
}
