import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DocumentChecker, Invalid, NotFound, type Finding } from '@traliccio/sdk';
import { appCommand, EXIT } from './command.ts';
import { table } from './output.ts';
import { readDate } from './run.ts';

export const fatturapaCheck = appCommand({
  name: 'fatturapa check',
  summary: 'check FatturaPA files as the SDI would, as far as this is possible off line',
  usage: 'FILE... [--name NAME] [--received DATE]',
  options: {
    name: { type: 'string', help: 'the name under which it is sent, instead of its own' },
    received: { type: 'string', help: 'the day on which the SDI receives it (today)' },
  },
  async run(app, { positionals, values }, out) {
    if (positionals.length === 0) throw new Invalid('usage', 'give the files to check');
    const checker = app.capabilities.all(DocumentChecker).find((c) => c.format === 'fatturapa');
    if (!checker)
      throw new NotFound(
        'capability.missing',
        'no plugin that is up checks FatturaPA files: enable the plugin fatturapa',
      );
    const received = values.received === undefined ? app.clock.today() : readDate(values.received);
    const results: { file: string; findings: Finding[] }[] = [];
    for (const file of positionals) {
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        throw new NotFound('file.unreadable', `${file} can't be read (${error.code ?? error.message})`);
      });
      const findings = await checker.check(bytes, { name: values.name ?? basename(file), received });
      results.push({
        file,
        findings: findings.map(({ code, severity, path, message }) => ({ code, severity, path, message })),
      });
    }
    out.result(results, () =>
      results
        .map(({ file, findings }) =>
          findings.length === 0
            ? `${file}: nothing found`
            : `${file}\n${table(
                ['CODE', 'SEVERITY', 'PATH', 'MESSAGE'],
                findings.map((f) => [f.code, f.severity, f.path, f.message]),
              )}`,
        )
        .join('\n\n'),
    );
    return results.some((r) => r.findings.some((f) => f.severity === 'error')) ? EXIT.failed : EXIT.done;
  },
});
