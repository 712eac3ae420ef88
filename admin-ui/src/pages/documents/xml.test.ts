import { equal } from 'node:assert/strict';
import { it } from 'node:test';
import { indented } from './xml.ts';

it('an element stays with its value, and stands below those that it is in', () => {
  equal(
    indented('<?xml version="1.0"?><a x="1"><b>uno &amp; due</b><c/>\n<!-- n > 1 --><d><e></e></d></a>\n'),
    [
      '<?xml version="1.0"?>',
      '<a x="1">',
      '  <b>uno &amp; due</b>',
      '  <c/>',
      '  <!-- n > 1 -->',
      '  <d>',
      '    <e></e>',
      '  </d>',
      '</a>',
    ].join('\n'),
  );
});
