import { XmlElement, type XmlDocument } from 'libxml2-wasm';

/** An element as plain data, so that readers don't call into WebAssembly for each step. */
export type XmlTree = { readonly text: string; readonly children: ReadonlyMap<string, readonly XmlTree[]> };

/** What rules never look at, and what may be megabytes. */
const SKIPPED = new Set(['Allegati', 'Signature']);

export const treeOf = (document: XmlDocument): XmlTree => read(document.root);

export const childOf = (tree: XmlTree, name: string): XmlTree | undefined => tree.children.get(name)?.[0];
export const childrenOf = (tree: XmlTree, name: string): readonly XmlTree[] => tree.children.get(name) ?? [];
/** The text of a child, trimmed; undefined where there is none. */
export const textOf = (tree: XmlTree | undefined, name: string): string | undefined =>
  tree === undefined ? undefined : childOf(tree, name)?.text;

function read(element: XmlElement): XmlTree {
  const children = new Map<string, XmlTree[]>();
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (!(node instanceof XmlElement) || SKIPPED.has(node.name)) continue;
    const list = children.get(node.name);
    if (list) list.push(read(node));
    else children.set(node.name, [read(node)]);
  }
  return { text: children.size === 0 ? element.content.trim() : '', children };
}
