import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

/** The `traliccio` command. */
process.exitCode = await runCommand(process.argv.slice(2), { commands, env: process.env, streams: process });
