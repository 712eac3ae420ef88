// `npm run client`: writes the types of the SDK's client from the OpenAPI document of core's own routes. With --check
// it only compares them with what is there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { createApp } from '../core/src/app.ts';
import { readConfig } from '../core/src/kernel/config.ts';
import { buildApi } from '../core/src/kernel/http/api.ts';
import { healthRoutes } from '../core/src/kernel/http/health.routes.ts';
import { allRoutes } from '../core/src/routes.ts';
import { PRODUCT_VERSION } from '../core/src/version.ts';
import { root } from './node.mjs';

const file = join(root, 'sdk', 'src', 'client', 'schema.ts');
const head =
  '/** What the API takes and answers. Generated from its OpenAPI document: change routes, then `npm run client`. */\n\n';

const text = head + astToString(await openapiTS(await document(), { defaultNonNullable: false }));
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('sdk/src/client/schema.ts does not say what the routes say: run "npm run client".');
  process.exitCode = 1;
}

/** Of core alone, on an empty database. */
async function document() {
  const folder = mkdtempSync(join(tmpdir(), 'traliccio-client-'));
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const app = await createApp(config, { role: 'cli', safeMode: true });
  try {
    const api = await buildApi({
      routes: allRoutes(app),
      rootRoutes: healthRoutes({ database: app.database }),
      pluginRoutes: new Map(),
      permissions: app.permissions,
      sessions: app.sessions,
      database: app.database,
      clock: app.clock,
      log: app.log,
      origin: () => ({ client: '127.0.0.1', isSecure: false }),
      version: PRODUCT_VERSION,
      signal: new AbortController().signal,
    });
    const described = api.openapi();
    await api.close();
    return described;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
