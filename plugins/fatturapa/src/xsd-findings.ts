import { parseDate, type Finding } from '@traliccio/sdk';
import type { XsdError } from './xsd.ts';

/** SDI gives up on a file with more format errors than this (00201). */
const MOST_ERRORS = 50;

/** Schema errors as SDI reports them: 00200 each, and 00201 once where there are more than 50. */
export function xsdFindings(reported: readonly XsdError[]): Finding[] {
  const errors = reported.filter((e) => !isPaddedDate(e.message));
  const findings = errors.slice(0, MOST_ERRORS).map((e): Finding => ({
    code: '00200',
    severity: 'error',
    path: e.path === '' ? 'FatturaElettronica' : e.path,
    message: `${inItalian(e.message)} (riga ${e.line})`,
  }));
  if (errors.length > MOST_ERRORS)
    findings.push({
      code: '00201',
      severity: 'error',
      path: 'FatturaElettronica',
      message: `il file ha ${errors.length} errori di formato, più di ${MOST_ERRORS}: correggere i primi e ripetere il controllo`,
    });
  return findings;
}

/** libxml2 refuses blanks around a date, which xs:date allows and SDI accepts. */
function isPaddedDate(message: string): boolean {
  const value = DATE_REFUSED.exec(message)?.[1];
  if (value === undefined || value === value.trim()) return false;
  return parseDate(value.trim().replace(ZONE, '')) !== undefined;
}
const DATE_REFUSED =
  /: '([^']*)' is not a valid value of the atomic type '(?:xs:date|\{[^}]*\}DataFatturaType)'/;
const ZONE = /(?:Z|[+-]\d\d:\d\d)$/;

const NAMESPACE = /\{http[^}]*\}/g;

/** Each pattern is a kind of libxml2 message; what none of them knows is shown as it is. */
const KINDS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [
    /\[facet 'pattern'\] The value '([^]*)' is not accepted by the pattern '[^]*IsBasicLatin([^]*)\{\d+,(\d+)\}\)?'/,
    (m) => valueOf(m[1], textProblem(m[1] ?? '', m[2] !== '}', Number(m[3]))),
  ],
  [
    /\[facet 'pattern'\] The value '([^]*)' is not accepted by the pattern '([^]*)'/,
    (m) => valueOf(m[1], `non rispetta il formato ${m[2]}`),
  ],
  [
    /\[facet 'enumeration'\] The value '([^]*)' is not an element of the set \{([^]*)\}/,
    (m) => valueOf(m[1], `non è tra quelli ammessi: ${m[2]}`),
  ],
  [
    /\[facet '(?:max)?[lL]ength'\] The value '([^]*)' has a length of '(\d+)'[^]*'(\d+)'/,
    (m) => valueOf(m[1], `ha ${m[2]} caratteri, ammessi ${m[3]}`),
  ],
  [
    /\[facet 'minLength'\] The value '([^]*)' has a length of '(\d+)'[^]*'(\d+)'/,
    (m) => valueOf(m[1], `ha ${m[2]} caratteri, almeno ${m[3]}`),
  ],
  [
    /\[facet '(\w+)'\] The value '([^]*)' [^]*'([^']*)'/,
    (m) => valueOf(m[2], `è fuori dai limiti (${m[1]} ${m[3]})`),
  ],
  [
    /'([^]*)' is not a valid value of the (?:atomic|local atomic) type '([^]*)'/,
    (m) => valueOf(m[1], `non è valido per il tipo ${m[2]}`),
  ],
  [
    /This element is not expected\. Expected is (?:one of )?\( ([^]*) \)/,
    (m) => `elemento inatteso: qui deve stare ${m[1]}`,
  ],
  [/This element is not expected/, () => 'elemento inatteso'],
  [/Missing child element\(s\)\. Expected is (?:one of )?\( ([^]*) \)/, (m) => `manca un elemento: ${m[1]}`],
  [/The attribute '(\w+)' is required but missing/, (m) => `manca l'attributo ${m[1]}`],
  [/The attribute '(\w+)' is not allowed/, (m) => `l'attributo ${m[1]} non è ammesso`],
  [/No matching global declaration/, () => 'la radice non è FatturaElettronica v1.2 (fattura ordinaria)'],
];

function inItalian(message: string): string {
  const plain = message.replace(NAMESPACE, '');
  const element = /^Element '([^']+)'/.exec(plain)?.[1];
  const where = element === undefined ? '' : `${element}: `;
  for (const [pattern, text] of KINDS) {
    const match = pattern.exec(plain);
    if (match) return where + text(match);
  }
  return plain;
}

/** What is wrong with a text: the schema says length and character set in one pattern. */
function textProblem(value: string, latin1: boolean, max: number): string {
  const foreign = new Set(Array.from(value).filter((c) => c > (latin1 ? '\u00FF' : '\u007F')));
  if (foreign.size > 0) return `ha caratteri non ammessi: ${[...foreign].join(' ')}`;
  return `ha ${value.length} caratteri, il massimo è ${max}`;
}

const LONGEST_QUOTE = 60;
function valueOf(value = '', problem: string): string {
  const shown = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}...` : value;
  return value === ''
    ? `il campo è vuoto (${problem}): compilarlo o toglierlo`
    : `il valore "${shown}" ${problem}`;
}
