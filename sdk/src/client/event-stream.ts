/** One event of a stream of server-sent events, as it came. */
export type RawEvent = { readonly event: string; readonly data: string };
export type StreamState = {
  /** Of the last event that had one. */
  lastEventId: string | null;
  /** Milliseconds to wait before coming back, as the server says. */
  retryMs: number | undefined;
};

/** Reads server-sent events; `state` is kept up to date for whoever has to come back. */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
  state: StreamState,
): AsyncGenerator<RawEvent, void> {
  let [event, data, id]: [string, string[], string | undefined] = ['', [], undefined];
  for await (const line of linesOf(stream)) {
    if (line === '') {
      if (id !== undefined) state.lastEventId = id;
      if (data.length > 0) yield { event: event || 'message', data: data.join('\n') };
      [event, data, id] = ['', [], undefined];
      continue;
    }
    const { name, value } = fieldOf(line);
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) state.retryMs = Number(value);
  }
}

/** A line that begins with a colon has no name, and says nothing. */
function fieldOf(line: string): { readonly name: string; readonly value: string } {
  const colon = line.indexOf(':');
  if (colon < 0) return { name: line, value: '' };
  const value = line.slice(colon + 1);
  return { name: line.slice(0, colon), value: value.startsWith(' ') ? value.slice(1) : value };
}

/** Whole lines, wherever the pieces that they came in were cut. What comes after the last line end is no line. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  // Not by iterating over the stream, which not every browser can.
  const reader = stream.getReader();
  let rest = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      rest += decoder.decode(read.value, { stream: true });
      // A carriage return at the end may be the first half of a line end.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Whoever stops listening gives the connection back.
    await reader.cancel().catch(() => undefined);
  }
}
