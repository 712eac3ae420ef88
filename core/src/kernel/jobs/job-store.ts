import type { AgendaBackend } from 'agenda';
import { BadConfiguration } from '../bad-configuration.ts';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { withoutPassword } from '../db/database-url.ts';
import { messageOf } from '../thrown.ts';
import { badJobsUrl, jobsDatabase } from './jobs-url.ts';
import { SqlBackend } from './sql-backend.ts';

/** Where Agenda keeps its jobs: connected already, so that Agenda's own connecting can't fail. */
export type JobStore = {
  readonly backend: AgendaBackend;
  readonly close: () => Promise<void>;
};
export type JobStoreNeeds = {
  readonly config: Pick<Config, 'database' | 'jobsUrl'>;
  readonly database: Database;
};

/**
 * MongoDB where the configuration names one. Otherwise SQL: on MySQL tables of the main database, on SQLite a file
 * beside it, since the embedded database has one writer, and jobs look for work every few seconds.
 * @throws BadConfiguration
 */
export async function openJobStore({ config, database }: JobStoreNeeds): Promise<JobStore> {
  if (config.jobsUrl !== null) return openMongo(config.jobsUrl);
  if (config.database.dialect === 'mysql') return connected(new SqlBackend(database), async () => undefined);
  const own = await Database.open({ dialect: 'sqlite', file: `${config.database.file}-jobs` });
  return connected(new SqlBackend(own), () => own.close());
}

async function connected(backend: AgendaBackend, close: () => Promise<void>): Promise<JobStore> {
  try {
    await backend.connect();
    const { name, repository } = backend;
    const nothing = async (): Promise<void> => undefined;
    return {
      backend: { name, repository, ownsConnection: false, connect: nothing, disconnect: nothing },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How long a server may take to answer before it counts as away, unless the address says otherwise. */
const ANSWER = { serverSelectionTimeoutMS: 5_000 };
const BAD_ADDRESS = [
  'MongoParseError',
  'MongoAPIError',
  'MongoInvalidArgumentError',
  'MongoMissingCredentialsError',
];

async function openMongo(url: string): Promise<JobStore> {
  const [{ MongoClient }, { MongoBackend }] = await Promise.all([
    import('mongodb'),
    import('@agendajs/mongo-backend'),
  ]);
  let close = async (): Promise<void> => undefined;
  try {
    const client = new MongoClient(url, url.includes('serverSelectionTimeoutMS=') ? {} : ANSWER);
    close = () => client.close();
    await client.connect();
    const mongo = client.db(jobsDatabase(url));
    await mongo.command({ ping: 1 });
    // Agenda makes no unique index of recurring jobs: two processes that plan one together would have two.
    await mongo
      .collection('agendaJobs')
      .createIndex(
        { name: 1 },
        { name: 'traliccio_single', unique: true, partialFilterExpression: { type: 'single' } },
      )
      // FerretDB knows no partial index. Two of a job are one wake too many, no more.
      .catch(() => undefined);
    return await connected(new MongoBackend({ mongo }), close);
  } catch (error) {
    await close();
    if (error instanceof Error && BAD_ADDRESS.includes(error.name))
      throw badJobsUrl(url, error.message, error);
    throw new BadConfiguration(
      'jobs.unreachable',
      `${withoutPassword(url)}: ${messageOf(error)}: start the server, or correct JOBS_URL`,
      { field: 'JOBS_URL', cause: error },
    );
  }
}
