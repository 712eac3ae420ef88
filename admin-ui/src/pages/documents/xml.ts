/** XML with each element on a line of its own, below those that it is in. Nothing but white space changes. */
export function indented(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  let isOpen = false;
  for (const [part] of xml.matchAll(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<[^>]+>|[^<]+/g)) {
    if (part.trim() === '') continue;
    const isText = !part.startsWith('<') || part.startsWith('<![');
    const isEnd = part.startsWith('</');
    if (isEnd) depth -= 1;
    // A value stays with its element.
    if (isText || (isEnd && isOpen)) lines.push(`${lines.pop() ?? ''}${isText ? part.trim() : part}`);
    else lines.push(`${'  '.repeat(Math.max(0, depth))}${part}`);
    if (isText) continue;
    isOpen = /^<[^?!/]/.test(part) && !part.endsWith('/>');
    if (isOpen) depth += 1;
  }
  return lines.join('\n');
}
