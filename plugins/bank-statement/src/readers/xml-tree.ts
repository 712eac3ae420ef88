import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { badFile } from './refusal.ts';

/** An element: its text, its attributes by `@name`, and what is in it, always as lists. */
export type Element = { readonly [name: string]: readonly Element[] | string };

const ENCODINGS = ['utf-8', 'us-ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252'];
const MAX_DEPTH = 60;

/**
 * Reads XML without any document type: whoever sends one wants entities to be expanded, or files to be fetched.
 * Prefixes of names are dropped, since each bank has its own.
 */
export function readXml(bytes: Uint8Array): { readonly name: string; readonly root: Element } {
  const text = textOf(bytes);
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text))
    throw badFile(
      'the file declares a document type or entities, which no bank statement has: it is refused',
    );
  refuseDepth(text);
  const isWellFormed = XMLValidator.validate(text);
  if (isWellFormed !== true)
    throw badFile(
      `the XML is broken at line ${isWellFormed.err.line}: ${isWellFormed.err.msg}; download the file again`,
    );
  const parsed = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#',
    alwaysCreateTextNode: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  }).parse(text) as Element;
  const [name] = Object.keys(parsed).filter((key) => key !== '#');
  const root = name === undefined ? undefined : children(parsed, name)[0];
  if (name === undefined || root === undefined) throw badFile('there is no element in the XML');
  return { name, root };
}

export const children = (element: Element | undefined, name: string): readonly Element[] => {
  const found = element?.[name];
  return typeof found === 'object' ? found : [];
};

/** The first element on a path. @example at(entry, 'Amt') */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((now, name) => children(now, name)[0], element);
}

/** The text of the first element on a path; undefined where there is none. */
export function textAt(element: Element | undefined, ...path: readonly string[]): string | undefined {
  const found = at(element, ...path);
  return found && decoded(inside(found)).trim();
}

export const textsAt = (element: Element | undefined, name: string): string[] =>
  children(element, name).map((one) => decoded(inside(one)));

const inside = (element: Element): string => {
  const text = element['#'];
  return typeof text === 'string' ? text : '';
};

export const attribute = (element: Element | undefined, name: string): string | undefined => {
  const value = element?.[`@${name}`];
  return typeof value === 'string' ? value : undefined;
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, number, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
      const code = hex === undefined ? Number(number) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : all;
    },
  );
}

function textOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const encoding = (/encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8').toLowerCase();
  if (!ENCODINGS.includes(encoding))
    throw badFile(`the XML is written in ${encoding}; ${ENCODINGS.join(', ')} can be read`);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw badFile(`the XML says that it is written in ${encoding}, and is not`, { cause });
  }
}

/** Before the parser sees it, which calls itself for each level. Each sign is looked at once. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (let place = text.indexOf('<'); place >= 0; place = text.indexOf('<', place)) {
    const [start, end] = PASSED_OVER.find(([one]) => text.startsWith(one, place)) ?? ['<', '>'];
    const close = text.indexOf(end, place + start.length);
    if (close < 0) return;
    if (start === '<' && text[close - 1] !== '/') depth += text[place + 1] === '/' ? -1 : 1;
    if (depth > MAX_DEPTH)
      throw badFile(`the XML is nested deeper than ${MAX_DEPTH} levels: it is no statement`);
    place = close + end.length;
  }
}

/** What begins as a tag and is none. */
const PASSED_OVER = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
