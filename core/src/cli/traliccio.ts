import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

/** The `traliccio` command. */
process.exitCode = await runCommand(process.argv.slice(2), { commands, env: process.env, streams: process });
// All is closed by now: what still keeps the process alive, a plugin has left behind.
setTimeout(() => process.exit(), 500).unref();
