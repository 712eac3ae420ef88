import { equal, throws } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineManifest, type Manifest } from './manifest.ts';

const right: Manifest = {
  id: 'sms-acme',
  version: '1.2.3',
  sdk: '^1.0.0',
  label: { it: 'SMS', en: 'SMS' },
  description: { it: 'SMS', en: 'SMS' },
  edition: 'BASIC',
};

describe('a manifest', () => {
  it('is taken as it is when it can be right', () => equal(defineManifest(right), right));

  it('is refused for an id that tables could not be named after', () => {
    for (const id of ['', 'SMS', '1sms', 'sms_acme', 'sms-', '-sms', 'sms--acme', 'sms acme', 'è'])
      throws(() => defineManifest({ ...right, id }), /id must be lower-case words joined by hyphens/, id);
  });

  it('is refused for versions that can’t be compared', () => {
    throws(
      () => defineManifest({ ...right, version: '1.0' }),
      /plugin "sms-acme": version must be a semantic version/,
    );
    throws(() => defineManifest({ ...right, sdk: 'newest' }), /sdk must be a range of semantic versions/);
  });
});
