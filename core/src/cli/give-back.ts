import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** When what starting needed is surely done with. */
const AFTER_MS = 1_000;

/**
 * Gives what only starting needed back to the system, once: V8 would keep some 30 MB of it until there is need, and
 * small machines run several processes.
 */
export function giveBackAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (options: object) => void;
    setFlagsFromString('--no-expose-gc');
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, AFTER_MS).unref();
}
