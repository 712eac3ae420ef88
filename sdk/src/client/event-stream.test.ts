import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEvents, type RawEvent, type StreamState } from './event-stream.ts';

/** What is read of a text that comes in pieces cut at these places. */
async function read(
  text: string,
  cuts: readonly number[] = [],
): Promise<{ events: RawEvent[]; state: StreamState }> {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const stream = ReadableStream.from(places.slice(1).map((end, i) => bytes.subarray(places[i], end)));
  const state: StreamState = { lastEventId: null, retryMs: undefined };
  const events: RawEvent[] = [];
  for await (const event of readEvents(stream as ReadableStream<Uint8Array>, state)) events.push(event);
  return { events, state };
}

describe('a stream of server-sent events', () => {
  const cases: readonly (readonly [what: string, text: string, events: RawEvent[]])[] = [
    ['an event', 'event: notice\ndata: {"a":1}\n\n', [{ event: 'notice', data: '{"a":1}' }]],
    ['no name', 'data: x\n\n', [{ event: 'message', data: 'x' }]],
    ['several lines of data', 'data: a\ndata:\ndata:b\n\n', [{ event: 'message', data: 'a\n\nb' }]],
    [
      'line ends of others',
      'event: a\r\ndata: 1\r\n\r\nevent: b\rdata: 2\r\rx',
      [
        { event: 'a', data: '1' },
        { event: 'b', data: '2' },
      ],
    ],
    ['comments and heartbeats', ': hello\n\n: \n\ndata: x\n\n', [{ event: 'message', data: 'x' }]],
    ['fields that nobody knows', 'colour: red\ndata\ndata: x\n\n', [{ event: 'message', data: '\nx' }]],
    ['an event without data', 'event: a\n\ndata: x\n\n', [{ event: 'message', data: 'x' }]],
    ['one that was cut off', 'data: x\n\ndata: y\n', [{ event: 'message', data: 'x' }]],
    ['a byte-order mark', '\ufeffdata: x\n\n', [{ event: 'message', data: 'x' }]],
  ];
  for (const [what, text, events] of cases)
    it(what, async () => assert.deepEqual((await read(text)).events, events));

  it('the id of the last whole event is where a client goes on', async () => {
    assert.equal((await read('id: 7\ndata: x\n\nid: 8\ndata: y\n')).state.lastEventId, '7');
    assert.equal((await read('id: 7\ndata: x\n\ndata: y\n\n')).state.lastEventId, '7');
    assert.equal((await read('retry: 250\n\nretry: soon\n\n')).state.retryMs, 250);
  });

  it('is the same wherever its pieces are cut', async () => {
    const piece = fc.constantFrom(
      'event: è\r\n',
      'data: 山🚀\n',
      'id: 4\n',
      '\r\n',
      '\n',
      ': x\n',
      'data:\r\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 10 }),
        async (pieces, cuts) => {
          const text = pieces.join('');
          assert.deepEqual(await read(text, cuts), await read(text));
        },
      ),
    );
  });
});
