import { randomUUID } from 'node:crypto';
import { after, describe } from 'node:test';
import type { Config } from '../../config.ts';
import { eachDatabase, type OpenDatabase, type TestDatabase } from '../../../../../test/host/database.ts';

/** A database, and where its jobs are kept. */
export type TestJobStore = Omit<TestDatabase, 'config'> & { readonly config: Config };
export type OpenJobStore = () => Promise<TestJobStore>;
type Define = (name: 'SQLite' | 'MySQL' | 'MongoDB', open: OpenJobStore) => void;

/**
 * Defines the same tests for jobs in SQLite, in MySQL and in MongoDB (beside an SQLite database). MongoDB's run when
 * TRALICCIO_TEST_MONGODB says where a server is, and are skipped otherwise.
 */
export function eachJobStore(define: Define): void {
  eachDatabase((name, open) => {
    define(name, () => open());
    if (name === 'SQLite') withMongo(define, open);
  });
}

function withMongo(define: Define, open: OpenDatabase): void {
  const server = process.env['TRALICCIO_TEST_MONGODB'];
  describe(
    'with jobs in MongoDB',
    { skip: server ? false : 'TRALICCIO_TEST_MONGODB names no server' },
    () => {
      const databases: string[] = [];
      after(async () => {
        if (databases.length === 0) return;
        const { MongoClient } = await import('mongodb');
        const client = await MongoClient.connect(server!);
        for (const name of databases) await client.db(name).dropDatabase();
        await client.close();
      });
      define('MongoDB', async () => {
        const test = await open();
        const name = `jobs_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
        databases.push(name);
        const url = new URL(server!);
        url.pathname = `/${name}`;
        return { ...test, config: { ...test.config, jobsUrl: url.href } };
      });
    },
  );
}
