#!/usr/bin/env -S node --conditions=traliccio-source --disable-warning=ExperimentalWarning
// The `traliccio` command. Any Node may start it: one that is too old, or that was started without the flags
// above, hands over to a fitting one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isNewEnough, sourceFlags, suitableNode, tooOldMessage } from '../../scripts/node.mjs';

const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const built = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const fromSource = existsSync(source);
const main = fromSource ? source : built;
const hasFlags = !fromSource || process.execArgv.includes(sourceFlags[0]);

if (isNewEnough() && hasFlags) {
  process.argv[1] = main;
  await import(pathToFileURL(main).href);
} else {
  handOver(suitableNode());
}

function handOver(node) {
  if (!node) {
    console.error(tooOldMessage());
    process.exit(1);
  }
  const flags = fromSource ? sourceFlags : [];
  const child = spawn(node, [...flags, main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`traliccio could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else {
      process.exit(code ?? 1);
    }
  });
}
