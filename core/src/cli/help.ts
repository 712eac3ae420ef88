import type { Command } from './command.ts';
import { table } from './output.ts';

/** All commands, or those of one group. */
export function help(commands: readonly Command[], group?: string): string {
  const shown = commands.filter((one) => group === undefined || one.name.startsWith(`${group} `));
  const rows = shown.map((one) => [`${one.name} ${one.usage ?? ''}`.trim(), one.summary]);
  return [
    'traliccio COMMAND [--json] [--safe-mode] [--help]',
    '',
    table(['COMMAND', ''], rows),
    '',
    'Exit codes: 0 done, 1 failed, 75 try again, 78 bad configuration.',
  ].join('\n');
}

export function helpOn(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([name, option]) => [
    `  --${name}${option.type === 'string' ? ' …' : ''}`,
    option.help,
  ]);
  const common = [
    ['  --json', 'the result as JSON'],
    ['  --safe-mode', 'without plugins'],
  ];
  return [
    `traliccio ${command.name} ${command.usage ?? ''}`.trimEnd(),
    command.summary,
    '',
    table(['Options', ''], [...options, ...common]),
  ].join('\n');
}
