import { BUSINESS_ZONE } from '../base.ts';
import type { JobView } from '../kernel/jobs/job-view.ts';
import { appCommand } from './command.ts';
import { table } from './output.ts';
import { dateOption, onlyArgument } from './values.ts';

export const jobList = appCommand({
  name: 'job list',
  summary: 'recurring jobs, when each is due next and how it went last',
  async run(app, _args, out) {
    const jobs = await app.scheduler.list();
    out.result(jobs, () => table(['JOB', 'NEXT', 'LAST', 'STATE', 'REMARK'], jobs.map(row)));
  },
});

export const jobRun = appCommand({
  name: 'job run',
  summary: 'have a worker process run a job now',
  usage: 'NAME [--date DATE]',
  options: { date: { type: 'string', help: 'an earlier date (today)' } },
  async run(app, { positionals, values }, out) {
    const { date } = values;
    const asked = await app.scheduler.trigger(onlyArgument(positionals, 'job'), {
      by: { kind: 'operator', name: 'cli' },
      ...(date === undefined ? {} : { date: dateOption(date, '--date') }),
    });
    out.result(asked, `${asked.kind} of ${asked.date} is asked for: "traliccio job list" tells how it goes.`);
  },
});

function row(job: JobView): (string | null)[] {
  const { lastRun, nextRun } = job;
  const state = job.running ? 'running' : (lastRun?.state ?? null);
  const remark = job.late ? 'late' : (lastRun?.reason ?? null);
  const next =
    nextRun === null
      ? null
      : new Date(nextRun).toLocaleString('sv-SE', { timeZone: BUSINESS_ZONE }).slice(0, 16);
  return [job.name, next, lastRun?.date ?? null, state, remark];
}
