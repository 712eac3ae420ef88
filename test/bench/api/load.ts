import { Agent, get } from 'node:http';
import autocannon from 'autocannon';
import type { Kind } from './pages.ts';

export type Target = { readonly url: string; readonly token?: string };
export type Latency = {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
};
/** Of all, and of each kind by its name. */
export type Latencies = { readonly all: Latency; readonly kinds: Readonly<Record<string, Latency>> };

const CONNECTIONS = 32;

const headersOf = ({ token }: Target): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

/** Requests a second with all connections asking as fast as they are answered. @throws for any other answer than 200 */
export async function throughput(target: Target, paths: readonly string[], seconds: number): Promise<number> {
  const result = await autocannon({
    url: target.url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: headersOf(target),
    requests: paths.map((path) => ({ path })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused and ${result.errors} failed requests of ${paths[0]}`);
  return result.requests.total / result.duration;
}

/**
 * Latency while so many requests a second leave, each at its time whether or not those before are answered; it counts
 * from that time. Ends after `seconds`, or with `until`.
 */
export async function latency(
  target: Target,
  kinds: readonly Kind[],
  {
    rate,
    seconds,
    until,
  }: { readonly rate: number; readonly seconds?: number; readonly until?: Promise<unknown> },
): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const headers = headersOf(target);
  const taken = new Map<string, number[]>(kinds.map((kind) => [kind.name, []]));
  const asked: Promise<void>[] = [];
  let isOver = false;
  until?.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  const since = performance.now();
  const total = seconds === undefined ? Infinity : rate * seconds;
  for (let sent = 0; sent < total && !isOver;) {
    for (const now = performance.now(); sent < total && since + (sent * 1000) / rate <= now; sent++) {
      const kind = kinds[sent % kinds.length] as Kind;
      const path = kind.paths[Math.floor(sent / kinds.length) % kind.paths.length] as string;
      const at = since + (sent * 1000) / rate;
      asked.push(
        ask(target.url + path, { agent, headers }).then(
          () => void taken.get(kind.name)!.push(performance.now() - at),
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(asked);
  const lasted = (performance.now() - since) / 1000;
  agent.destroy();
  return {
    all: summary([...taken.values()].flat(), lasted),
    kinds: Object.fromEntries([...taken].map(([name, values]) => [name, summary(values, lasted)])),
  };
}

function ask(url: string, options: { agent: Agent; headers: Record<string, string> }): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, options, (response) => {
      response
        .resume()
        .once('end', () =>
          response.statusCode === 200
            ? resolve()
            : reject(new Error(`${url} answered ${response.statusCode}`)),
        );
    }).once('error', reject);
  });
}

function summary(values: readonly number[], seconds: number): Latency {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return {
    requests: sorted.length,
    perSecond: sorted.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    max: sorted.at(-1) ?? 0,
  };
}
