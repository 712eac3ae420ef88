import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onSqlite } from '../host/database.ts';
import { exampleBody } from '../host/examples.ts';
import { addressOf, operationsOf } from '../host/operations.ts';
import { sendRaw } from '../host/raw-http.ts';
import { rowCounts } from '../host/row-counts.ts';
import { openStocked } from '../host/stocked.ts';

/** What a body may say that it is; with an empty text, nothing at all. */
const TYPES = [
  'text/plain',
  'text/plain;charset=utf-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'text/html',
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/vnd.api+json',
  'application/problem+json',
  'application/jsonp',
  'text/json',
  'application/*',
  '*/*',
  'application/json; charset=utf-16',
  'application/json; charset=iso-8859-1',
  'application/json;charset=utf-8;text/plain',
  'application/json\ttext/plain',
  'application/json, text/plain',
  'text/plain, application/json',
  'application/ json',
  'applicati\u00f3n/json',
  'json',
  ';',
  'application/json;',
  '',
];
/** These are JSON, and the text that comes with them isn't. */
const JSON_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'Application/JSON; charset="UTF-8"',
];

onSqlite((open) => {
  it(
    `a body of any of ${TYPES.length + JSON_TYPES.length} content types changes nothing unless it is what the route takes`,
    { timeout: 300_000 },
    async () => {
      const server = await openStocked(open);
      const operations = (await operationsOf(server)).filter(({ method }) => method !== 'GET');
      assert.ok(operations.filter(({ body }) => body).length > 25);
      const before = await rowCounts(server);
      const wrong: string[] = [];
      for (const operation of operations) {
        const valid = JSON.stringify(operation.body ? exampleBody(operation) : {});
        const ask = async (type: string, body: string): Promise<number> => {
          const lines = [
            `${operation.method} ${addressOf(operation)} HTTP/1.1`,
            'Host: localhost',
            'Connection: close',
            `Authorization: Bearer ${server.token}`,
            'If-Match: "1"',
            `Content-Length: ${Buffer.byteLength(body)}`,
            ...(type === '' ? [] : [`Content-Type: ${type}`]),
          ];
          return (await sendRaw(server.url, `${lines.join('\r\n')}\r\n\r\n${body}`)).status;
        };
        for (const type of TYPES) {
          const status = await ask(type, valid);
          if (status !== 415 && status !== 400)
            wrong.push(`${operation.id} as ${JSON.stringify(type)}: ${status}`);
        }
        // Where there is no body at all, none is JSON either.
        for (const type of JSON_TYPES) {
          const status = await ask(type, `${valid}}`);
          if (status !== (operation.body ? 400 : 415))
            wrong.push(`${operation.id}, broken, as ${type}: ${status}`);
        }
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(await rowCounts(server), before);
    },
  );
});
