import { parseArgs } from 'node:util';
import { RetryLater, TraliccioError } from '@traliccio/sdk';
import { createApp } from '../app.ts';
import { BadConfiguration, readConfig } from '../kernel/config.ts';
import { EXIT, type Arguments, type Command } from './command.ts';
import { help, helpOn } from './help.ts';
import { output } from './output.ts';

export type Surroundings = {
  readonly commands: readonly Command[];
  readonly env: NodeJS.ProcessEnv;
  readonly streams: Pick<NodeJS.Process, 'stdout' | 'stderr'>;
};

/** Runs one command line; resolves to the exit code. An error is one line, whatever it is. */
export async function runCommand(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { commands, env, streams } = surroundings;
  const found = findCommand(argv, commands);
  if (!found) return usage(argv, surroundings);
  const { command, rest } = found;
  let parsed: Parsed;
  try {
    parsed = parse(command, rest);
  } catch (error) {
    streams.stderr.write(
      `error[usage] ${(error as Error).message.split('. ')[0]} (traliccio ${command.name} --help)\n`,
    );
    return EXIT.failed;
  }
  if (parsed.help) {
    streams.stdout.write(`${helpOn(command)}\n`);
    return EXIT.done;
  }
  const out = output(parsed.json, streams);
  try {
    return await run(command, { parsed, env, out });
  } catch (error) {
    out.end();
    streams.stderr.write(`${oneLine(error)}\n`);
    if (env['LOG_LEVEL'] === 'debug' && error instanceof Error) streams.stderr.write(`${details(error)}\n`);
    return exitCodeOf(error);
  } finally {
    out.end();
  }
}

type Parsed = Arguments & { readonly json: boolean; readonly help: boolean };

async function run(
  command: Command,
  { parsed, env, out }: { parsed: Parsed; env: NodeJS.ProcessEnv; out: ReturnType<typeof output> },
): Promise<number> {
  const config = readConfig(env);
  if (command.needs === 'config') return (await command.run(config, parsed, out)) ?? EXIT.done;
  const app = await createApp(config, { role: 'cli', safeMode: parsed.safeMode });
  try {
    return (await command.run(app, parsed, out)) ?? EXIT.done;
  } finally {
    await app.close();
  }
}

/** The command with the most words that the line begins with. */
function findCommand(
  argv: readonly string[],
  commands: readonly Command[],
): { command: Command; rest: string[] } | undefined {
  for (let words = Math.min(3, argv.length); words > 0; words--) {
    const name = argv.slice(0, words).join(' ');
    const command = commands.find((one) => one.name === name);
    if (command) return { command, rest: argv.slice(words) };
  }
  return undefined;
}

function parse(command: Command, args: string[]): Parsed {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...command.options,
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      'safe-mode': { type: 'boolean' },
    },
  });
  return {
    values: values as Arguments['values'],
    positionals,
    json: values.json === true,
    help: values.help === true,
    safeMode: values['safe-mode'] === true,
  };
}

function usage(argv: readonly string[], { commands, streams }: Surroundings): number {
  const [first] = argv;
  const words = argv.filter((arg) => !arg.startsWith('-'));
  const wantsHelp = first === undefined || first === 'help' || argv.includes('--help') || argv.includes('-h');
  if (
    wantsHelp &&
    (words.length === 0 || first === 'help' || commands.some((one) => one.name.startsWith(`${words[0]} `)))
  ) {
    streams.stdout.write(`${help(commands, first === 'help' ? undefined : words[0])}\n`);
    return EXIT.done;
  }
  const group = commands
    .filter((one) => one.name.startsWith(`${first} `))
    .map((one) => one.name.slice(first!.length + 1));
  const what =
    group.length > 0
      ? `"traliccio ${first}" needs one of: ${group.join(', ')}`
      : `there is no command ${JSON.stringify(first)} (traliccio --help)`;
  streams.stderr.write(`error[usage] ${what}\n`);
  return EXIT.failed;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof BadConfiguration) return EXIT.badConfiguration;
  const isBusy =
    error instanceof TraliccioError && (error.code === 'run.running' || error.code === 'run.lease_lost');
  return error instanceof RetryLater || isBusy ? EXIT.tryAgain : EXIT.failed;
}

function oneLine(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
  if (!(error instanceof TraliccioError)) return `error[internal] ${message}`;
  return `error[${error.code}] ${error.field === undefined || message.startsWith(error.field) ? '' : `${error.field}: `}${message}`;
}

function details(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${details(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
