import { describe, it } from 'node:test';

/** A contract suite is one call in a test file of the provider: it registers the tests that every provider passes. */
export type Suite = {
  readonly name: string;
  readonly cases: readonly (readonly [name: string, run: () => void | Promise<void>])[];
};

export function runSuite(suite: Suite): void {
  describe(suite.name, () => {
    for (const [name, run] of suite.cases) it(name, run);
  });
}
