import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { findProgram, schemathesisProgram } from '../../scripts/tools.mjs';
import { eachDatabase } from '../host/database.ts';
import type { TestServer } from '../host/http.ts';
import { operationsOf } from '../host/operations.ts';
import { openStocked } from '../host/stocked.ts';

/** What a run that goes on with one token can't do. Tests of their own ask for these. */
const EXCLUDED: readonly (readonly [id: string, why: string])[] = [['getEvents', 'its answer never ends']];

/** All that says something about single answers but `positive_data_acceptance`: business rules refuse a lot that fits. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'ignored_auth',
];

/** Values of what is there: random ones would seldom find anything. */
const CONFIG = `
[dictionaries]
ids = { values = [1, 2] }
versions = { values = ['"1"', '"2"'] }
plugins = { values = ["fatturapa", "mail-folder", "mail-smtp", "sms-folder"] }
customers = { values = ["C1", "C2"] }
sites = { values = ["S1", "S2"] }
plans = { values = ["P1"] }

[parameters]
"path.id" = { dictionary = "ids", probability = 0.6 }
"path.hold" = { dictionary = "ids", probability = 0.6 }
"header.if-match" = { dictionary = "versions", probability = 0.6 }
"body.customer" = { dictionary = "customers", probability = 0.6 }
"body.payer" = { dictionary = "customers", probability = 0.6 }
"body.site" = { dictionary = "sites", probability = 0.6 }
"body.plan" = { dictionary = "plans", probability = 0.6 }

# Beside the usual ones: a parameter that is too long for an address, or headers that are for a request.
[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 413, 414, 415, 422, 428, 431]

[[operations]]
include-path-regex = "^/api/plugins/"
parameters = { "path.id" = { dictionary = "plugins", probability = 0.6 } }
`;

const program = findProgram(schemathesisProgram());
/** By hand everything, as often as one likes: `SCHEMATHESIS_EXAMPLES=100 SCHEMATHESIS_SEED=7 npm test -- FILE`. */
const EXAMPLES = process.env['SCHEMATHESIS_EXAMPLES'];
/** The limits of each field are what databases differ in; the stricter one is asked for these. */
const PHASES = { MySQL: 'coverage', SQLite: 'fuzzing,stateful' } as const;

eachDatabase((name, open) => {
  it(
    'Schemathesis finds no server error, no answer that is not documented, and no bad request that is accepted',
    { skip: program ? false : 'Schemathesis is missing', timeout: 3_600_000 },
    async (t) => {
      const server = await openStocked(open);
      const operations = await operationsOf(server);
      const token = await lateOperator(server);
      const { code, output } = await run(program!, { url: server.url, token, phases: PHASES[name] });
      const tested = Number(/Tested: (\d+)/.exec(output)?.[1]);
      t.diagnostic(/Test cases:\s+(.*)/.exec(output)?.[1] ?? output.slice(-500));
      assert.equal(code, 0, output.slice(output.indexOf('=====')).slice(0, 20_000));
      assert.equal(tested, operations.length - EXCLUDED.length);
      assert.equal((await server.ask('GET', '/health/ready')).status, 200);
    },
  );
});

/** Of an administrator whom nobody disables by chance: those with small numbers are. */
async function lateOperator({ server: { app }, tokenFor, ask }: TestServer): Promise<string> {
  for (const _ of ['one', 'two', 'three']) await tokenFor('customers.read');
  const token = await tokenFor('customers.read');
  const { operator } = (await ask('GET', '/api/session', { token })).json;
  await app.database.sql.run('UPDATE operator_in_group SET group_id = 1 WHERE operator_id = ?', [
    operator.id,
  ]);
  return token;
}

type Run = { readonly url: string; readonly token: string; readonly phases: string };

async function run(
  path: string,
  { url, token, phases }: Run,
): Promise<{ code: number | null; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'traliccio-schemathesis-'));
  after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'schemathesis.toml'), CONFIG);
  const child = spawn(
    path,
    [
      '--no-color',
      'run',
      `${url}/api/openapi.json`,
      '--checks',
      CHECKS.join(','),
      '-H',
      `Authorization: Bearer ${token}`,
      '--phases',
      EXAMPLES === undefined ? phases : 'examples,coverage,fuzzing,stateful',
      '--max-examples',
      EXAMPLES ?? '4',
      '--seed',
      process.env['SCHEMATHESIS_SEED'] ?? '1',
      // The same search is made on each machine: what it leaves out is no finding.
      '--suppress-health-check',
      'all',
      '--generation-database',
      'none',
      // Several threads trip over Python 3.11's parser.
      '--workers',
      '1',
      '--request-timeout',
      '30',
      '--continue-on-failure',
      ...EXCLUDED.flatMap(([id]) => ['--exclude-operation-id', id]),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
