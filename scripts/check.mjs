// `npm run check`: everything that can be said about the code without running it. Each check is an npm script.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './node.mjs';

const checks = [
  'typecheck',
  'typecheck:ui',
  'lint',
  'format:check',
  'imports',
  'lock',
  'floors',
  'client:check',
];

/** Runs all checks, two at a time, and prints what failed. @returns {Promise<string[]>} the failed ones' names */
export async function runChecks() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const waiting = [...checks];
  const failed = [];
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      if (!(await passes(name, scripts[name]))) failed.push(name);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

async function passes(name, command) {
  const start = performance.now();
  const { code, output } = await run(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

function run(command) {
  const programs = join(root, 'node_modules', '.bin');
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` };
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = await runChecks();
  process.exitCode = failed.length > 0 ? 1 : 0;
}
