import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const errorsOf = (language: string): string[] =>
  Object.keys((JSON.parse(read(`./${language}.json`)) as { errors: object }).errors);

/** What only commands and the start of a process say. */
const NEVER_SHOWN =
  /^(config|key|database|jobs|transaction)\.|^usage$|^setting\.not_found$|^issuer\.(not_found|several|json_invalid|shape)$/;

it('every error that the server documents has its words in both languages', () => {
  const documented = [...read('../../../docs/reference/errors.md').matchAll(/^\| `([a-z][a-z0-9_.]*)` \|/gm)]
    .map(([, code]) => code!)
    .filter((code) => !NEVER_SHOWN.test(code))
    .map((code) => code.replaceAll('.', '_'));
  assert.ok(documented.length > 200, `${documented.length} errors are documented`);
  for (const language of ['it', 'en']) {
    const known = new Set(errorsOf(language));
    assert.deepEqual(
      documented.filter((code) => !known.has(code)),
      [],
      `without words in ${language}`,
    );
  }
});
