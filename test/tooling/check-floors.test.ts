import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { floorProblems } from '../../scripts/check-floors.mjs';

const rules = {
  floors: [
    { package: 'mailer', floor: '9.1.1', why: 'header injection' },
    { package: '@orm/*', floor: '7.2.0', why: 'SQL injection' },
  ],
  forbidden: [{ package: '@web/bypass', why: 'hooks can be bypassed' }],
};

function problemsWith(versions: Record<string, string>): string[] {
  const entries = Object.entries(versions).map(([path, version]) => [path, { version }]);
  return floorProblems({ packages: Object.fromEntries(entries) }, rules);
}

describe('the check of version floors', () => {
  it('finds a package older than its floor, however deep it is installed', () => {
    deepEqual(problemsWith({ 'node_modules/mailer': '9.1.1', 'core/node_modules/mailer': '9.1.0' }), [
      'mailer 9.1.0 (core/node_modules/mailer) is older than 9.1.1: header injection',
    ]);
  });

  it('compares numbers, not text, and takes a pre-release for older', () => {
    deepEqual(problemsWith({ 'node_modules/mailer': '10.0.0' }), []);
    deepEqual(problemsWith({ 'node_modules/mailer': '9.1.1-beta.1' }).length, 1);
  });

  it('takes a star for all packages of that name', () => {
    deepEqual(problemsWith({ 'node_modules/@orm/core': '7.2.0', 'node_modules/@orm/sql': '7.1.9' }), [
      '@orm/sql 7.1.9 (node_modules/@orm/sql) is older than 7.2.0: SQL injection',
    ]);
  });

  it('finds a package that must not be used, in any version', () => {
    deepEqual(problemsWith({ 'node_modules/@web/bypass': '99.0.0' }), [
      '@web/bypass (node_modules/@web/bypass) must not be used: hooks can be bypassed',
    ]);
  });

  it('says nothing of packages without a rule and of our own', () => {
    deepEqual(problemsWith({ sdk: '0.0.1', 'node_modules/other': '0.0.1' }), []);
  });
});
