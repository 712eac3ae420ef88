import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineCapability } from '@traliccio/sdk';
import { Capabilities } from './capabilities.ts';

const Mail = defineCapability<string>('Mail', { many: false });
const Sms = defineCapability<string>('Sms', { many: true });

describe('capabilities', () => {
  it('have one provider, unless many may be', () => {
    const capabilities = new Capabilities();
    capabilities.provide('smtp', Mail, 'by smtp');
    assert.throws(() => capabilities.provide('folder', Mail, 'by folder'), {
      code: 'plugin.second_provider',
      message: 'only one plugin may provide Mail, and smtp does: disable smtp before folder is enabled',
    });
    assert.equal(capabilities.find(Mail), 'by smtp');
  });

  it('are found by the id of their plugin', () => {
    const capabilities = new Capabilities();
    capabilities.provide('zeta', Sms, 'z');
    capabilities.provide('alfa', Sms, 'a');
    assert.deepEqual(capabilities.all(Sms), ['a', 'z']);
    assert.deepEqual(capabilities.providedBy('zeta'), ['Sms']);
  });

  it('are gone when their plugin stops', () => {
    const capabilities = new Capabilities();
    const takeAway = capabilities.provide('smtp', Mail, 'by smtp');
    takeAway();
    assert.equal(capabilities.find(Mail), undefined);
    assert.equal(capabilities.has('Mail'), false);
    capabilities.provide('folder', Mail, 'by folder');
  });
});
