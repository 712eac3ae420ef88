import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { fatturaOf } from './from-document.ts';
import { documentOf } from './testing/documents.ts';
import { writeFattura } from './write.ts';
import { type BatchValidator, createXsdThread } from './xsd-thread.ts';

const GOOD = writeFattura(
  fatturaOf(documentOf({ lines: [{ description: 'Perché sì', price: 1000 }] }), '00001').fattura,
);
const BAD = GOOD.replace('TD01', 'TD99');

describe('the validation thread', () => {
  let thread: BatchValidator = createXsdThread();
  afterEach(async () => {
    await thread.stop();
    thread = createXsdThread();
  });

  it('tells of each file of a batch what is wrong with it', async () => {
    const errors = await thread.validate([GOOD, BAD, GOOD, `${GOOD}<`, BAD]);
    assert.deepEqual(
      errors.map((e) => e.length),
      [0, 1, 0, errors[3]?.length, 1],
    );
    assert.ok((errors[3]?.length ?? 0) > 0);
    assert.equal(errors[1]?.[0]?.path, 'DatiGeneraliDocumento/TipoDocumento');
  });

  it('answers batches that overlap', async () => {
    const [a, b, c] = await Promise.all([
      thread.validate([BAD]),
      thread.validate([GOOD, GOOD]),
      thread.validate([]),
    ]);
    assert.deepEqual([a.map((e) => e.length), b.map((e) => e.length), c], [[1], [0, 0], []]);
  });

  it('rejects what was under way when it stops, and starts again', async () => {
    // A thread that has yet to start, and half a second of work: more than a busy machine can get done before the stop.
    const lost = thread.validate(Array.from({ length: 5000 }, () => GOOD));
    const refused = assert.rejects(lost, /thread ended/);
    await thread.stop();
    await refused;
    assert.deepEqual(await thread.validate([GOOD]), [[]]);
  });
});
