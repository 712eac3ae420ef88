import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const SOURCES = [new URL('./', import.meta.url), new URL('../../sdk/src/', import.meta.url)];
const REFERENCE = new URL('../../docs/reference/errors.md', import.meta.url);

/** Where codes are written: thrown, or collected as a problem or a finding. */
const CODE =
  /(?:new (?:Invalid|NotFound|Conflict|TraliccioError|BadConfiguration|Refused|TooMany)\(\s*|new HttpError\(\s*\d+,\s*|\bfailed\(\s*|\bcode: |\bsuper\(\s*)'([a-z_]{2,}(?:\.[a-z0-9_]+)?)'/g;
/** The command line's for what has none. */
const ELSEWHERE = ['request.body', 'internal'];

describe('docs/reference/errors.md', () => {
  const written = new Set([...ELSEWHERE, ...codesInSource()]);
  const explained = codesInReference();

  it('explains every code that core and the SDK give', () => {
    assert.deepEqual([...written].filter((code) => !explained.includes(code)).sort(), []);
  });

  it('explains no code that neither gives', () => {
    assert.deepEqual(explained.filter((code) => !written.has(code)).sort(), []);
  });

  it('explains each once', () => {
    assert.deepEqual(
      explained.filter((code, i) => explained.indexOf(code) !== i),
      [],
    );
  });
});

function codesInSource(): string[] {
  return SOURCES.flatMap((source) =>
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<![.]test)[.]ts$/.test(file) && !/^(testing|type-tests)[/\\]/.test(file))
      .flatMap((file) =>
        [...readFileSync(new URL(file, source), 'utf8').matchAll(CODE)].map((match) => match[1]!),
      ),
  );
}

/** The first column of its tables. */
function codesInReference(): string[] {
  return readFileSync(REFERENCE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `') && !line.startsWith('| `_'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
}
