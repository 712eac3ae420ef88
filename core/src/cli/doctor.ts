import { checkUp } from '../kernel/health/check-up.ts';
import { appCommand, EXIT } from './command.ts';
import { table } from './output.ts';

export const doctor = appCommand({
  name: 'doctor',
  summary: 'look for what is wrong with this installation',
  async run(app, _args, out) {
    const findings = await checkUp(app);
    out.result(findings, () =>
      table(
        ['', 'WHAT', ''],
        findings.map((f) => [f.state, f.what, f.detail]),
      ),
    );
    return findings.some((f) => f.state === 'bad') ? EXIT.failed : EXIT.done;
  },
});
