/** A message that the server took: what nobody can take back. */
export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire, dots unstuffed, in latin-1. */
  readonly raw: string;
  readonly user: string | null;
  /** Whether it came through TLS. */
  readonly secure: boolean;
};

/** What is wrong with a message, as the strictest servers see it; undefined when nothing is. */
export function malformed(raw: string): string | undefined {
  if (/\r(?!\n)|(?<!\r)\n/.test(raw)) return 'a line end that is not CRLF (RFC 5321, 2.3.8)';
  if (raw.split('\r\n').some((line) => line.length > 998))
    return 'a line longer than 998 characters (RFC 5322, 2.1.1)';
  if (raw.includes('\u0000')) return 'a NUL character';
  const head = headersOf(raw);
  for (const name of ['date', 'from', 'to', 'message-id', 'subject'])
    if (head.filter(([one]) => one.toLowerCase() === name).length !== 1)
      return `not exactly one header "${name}"`;
  return undefined;
}

/** The headers in their order, unfolded. */
export function headersOf(raw: string): [name: string, value: string][] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  return head.split('\r\n').map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trim()];
  });
}
