// A reporter for Node's test runner: counts tests and writes `{ passed, failed, skipped: [{ test, file, reason }] }`
// as JSON when the run is over.
import { relative } from 'node:path';
import { root } from './node.mjs';

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* testResults(events) {
  const results = { passed: 0, failed: 0, skipped: [] };
  const nesting = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') nesting[data.nesting] = data.name;
    if (type === 'test:pass' || type === 'test:fail') count(results, type, data, nesting);
  }
  yield JSON.stringify(results);
}

function count(results, type, data, nesting) {
  const isGroup = data.details?.type === 'suite';
  const leftOut = data.skip ?? data.todo;
  if (leftOut !== undefined && leftOut !== false) {
    results.skipped.push({
      test: [...nesting.slice(0, data.nesting), data.name].join(' > '),
      file: data.file ? relative(root, data.file) : '',
      reason: typeof leftOut === 'string' && leftOut ? leftOut : 'no reason given',
    });
  } else if (type === 'test:fail') {
    // A group whose tests failed is not one failure more; one whose own hook failed is.
    const ofItsTests = data.details?.error?.failureType === 'subtestsFailed';
    if (!(isGroup && ofItsTests)) results.failed += 1;
  } else if (!isGroup) {
    results.passed += 1;
  }
}
