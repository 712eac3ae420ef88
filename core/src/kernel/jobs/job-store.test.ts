import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openJobStore } from './job-store.ts';
import { jobsDatabase, readJobsUrl } from './jobs-url.ts';
import { eachJobStore } from './testing/job-stores.ts';

const PROCESS = fileURLToPath(new URL('testing/stopped-process.ts', import.meta.url));

describe('JOBS_URL', () => {
  it('may name one server or several, a database and options', () => {
    for (const [url, database] of [
      ['mongodb://db.example', 'traliccio'],
      ['mongodb://db.example/', 'traliccio'],
      ['mongodb://isp:s%40cret@a.example:27017,b.example:27018/jobs?replicaSet=rs0&w=majority', 'jobs'],
      ['mongodb+srv://cluster.example/jobs', 'jobs'],
      ['mongodb://[::1]:27017/?directConnection=true', 'traliccio'],
    ] as const)
      assert.deepEqual([readJobsUrl(url), jobsDatabase(url)], [url, database], url);
    assert.deepEqual([readJobsUrl(''), readJobsUrl(undefined)], [null, null]);
  });

  it('is refused when it is no address, without its password being shown', () => {
    for (const url of [
      'postgres://db.example/jobs',
      'db.example:27017',
      'mongodb://',
      'mongodb:///jobs',
      'mongodb://db.example:port/jobs',
      'mongodb://a.example,,b.example/jobs',
      'mongodb://db.example/jobs and more',
      'mongodb://isp:secret@db$example/jobs',
    ])
      assert.throws(
        () => readJobsUrl(url),
        (error: Error & { code?: string; field?: string }) =>
          error.code === 'config.jobs_url' && error.field === 'JOBS_URL' && !error.message.includes('secret'),
        url,
      );
  });
});

eachDatabase((name, open) => {
  it('is in a file beside an embedded database, in the database itself on a server', async () => {
    const test = await open();
    const { close } = await openJobStore(test);
    await close();
    const { database } = test.config;
    if (database.dialect === 'sqlite') {
      assert.ok(existsSync(`${database.file}-jobs`));
      await assert.rejects(test.database.sql.all('SELECT * FROM job'));
    } else assert.deepEqual(await test.database.sql.all('SELECT * FROM job'), []);
  });

  if (name === 'MySQL') return;

  it('says in one line that a MongoDB does not answer, or wants other options', async () => {
    const { database, config } = await open();
    const openWith = (jobsUrl: string): Promise<unknown> =>
      openJobStore({ database, config: { ...config, jobsUrl } });
    const away = 'mongodb://isp:secret@127.0.0.1:9/jobs?serverSelectionTimeoutMS=200';
    await assert.rejects(openWith(away), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'jobs.unreachable');
      assert.match(error.message, /^mongodb:\/\/isp:\*\*\*@127[^\n]*correct JOBS_URL$/);
      return true;
    });
    await assert.rejects(openWith('mongodb://127.0.0.1:9/jobs?noSuchOption=1'), { code: 'config.jobs_url' });
  });
});

eachJobStore((_, open) => {
  it('keeps no process from ending that has stopped', async () => {
    const { url, config } = await open();
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: url,
      DATA_DIR: config.dataDir,
      ...(config.jobsUrl === null ? {} : { JOBS_URL: config.jobsUrl }),
    };
    const flags = ['--conditions=traliccio-source', '--disable-warning=ExperimentalWarning'];
    const child = spawn(process.execPath, [...flags, PROCESS], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const killer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    clearTimeout(killer);
  });
});
