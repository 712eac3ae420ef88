import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Type } from '@traliccio/sdk';
import { schemaProblem } from './setting-schema.ts';

describe('a schema of settings', () => {
  it('may have secrets at any depth', () => {
    const secret = Type.String({ format: 'secret', default: '' });
    assert.equal(
      schemaProblem(Type.Object({ a: secret, b: Type.Array(Type.Object({ c: secret })) })),
      undefined,
    );
    assert.equal(schemaProblem(undefined), undefined);
  });

  for (const [what, schema, problem] of [
    [
      'a secret that is no text',
      { type: 'integer', format: 'secret' },
      /settings\.properties\.x must be text/,
    ],
    [
      'a secret with a default',
      Type.String({ format: 'secret', default: 'changeme' }),
      /must have no default/,
    ],
    ['a reference', { $ref: '#/$defs/x' }, /without references/],
  ] as const)
    it(`is refused with ${what}`, () => {
      assert.match(schemaProblem({ type: 'object', properties: { x: schema } }) ?? '', problem);
    });
});
