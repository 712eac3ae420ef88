import { Invalid, type DailyJob } from '@traliccio/sdk';
import type { RecurringJob } from '../jobs/recurring-job.ts';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** What the run ledger has room for. */
const MOST = 40;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A plugin's daily job among those of the product, under the plugin's name. @throws Invalid */
export function dailyJobOf(plugin: string, { name, label, at, run }: DailyJob): RecurringJob {
  const wrong = (why: string): Invalid =>
    new Invalid('plugin.job', `the daily job ${JSON.stringify(name)} of plugin ${plugin} ${why}`);
  if (!NAME.test(name)) throw wrong('has a name that is none: write lower-case words joined by hyphens');
  if (plugin.length + name.length >= MOST)
    throw wrong(`has a name that is too long: ${MOST} characters with the plugin's`);
  if (!TIME.test(at)) throw wrong(`is to run at ${JSON.stringify(at)}: write a time as 06:00`);
  return {
    name: `${plugin}.${name}`,
    label,
    at: async () => at,
    run: ({ date, signal }) => run({ date, signal }),
  };
}
