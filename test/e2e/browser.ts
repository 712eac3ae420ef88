import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe } from 'node:test';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findProgram } from '../../scripts/tools.mjs';
import { startBilled, startDemo, startEmpty, TODAY, type Login, type Server } from './servers.ts';

export { TODAY, type Login };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const program = findProgram('chromium');
const PATIENCE_MS = 20_000;

/** A provider with some months behind it, and browsers that look at it. */
export type Place = {
  readonly url: string;
  /** Of the demo's administrator. */
  readonly login: Login;
  /** Somebody who has logged in: as the demo's administrator unless it is said who. */
  operator(options?: WhoLooks): Promise<Seat>;
  /** A browser in which nobody has logged in. */
  stranger(options?: BrowserContextOptions): Promise<Seat>;
  /** The API, asked as the administrator. */
  api(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly json: never }>;
};
export type WhoLooks = BrowserContextOptions & { readonly login?: Login };

/** An installation that nobody has set up yet: its administrator is who is made with this token. */
export type EmptyPlace = Place & { readonly setupToken: string };

/** A browser's page, and what it complained of. */
export type Seat = {
  readonly page: Page;
  /** Answers of the server that the browser is meant to complain of: `409`. */
  expect(complaint: RegExp): void;
  /** Goes to a page of the product and waits until it is there. */
  open(path: string): Promise<void>;
  /** Nothing on this page keeps people out who don't see, or don't use a mouse. */
  isAccessible(): Promise<void>;
};

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
/** What an operator does is done on both: at a desk, and at 390 px. */
export const SIZES = [
  { where: 'at a desk', size: {} },
  { where: 'on a phone', size: PHONE },
] as const;

/** Tests with a browser, on what the demo has billed, for them alone. Each seat's complaints are failures. */
export function onDemo(name: string, tests: (place: Place) => void): void {
  onServer(name, startBilled, tests);
}

/** The same, on `traliccio demo` itself. `env` says what else it has in its environment. */
export function onDemoCommand(
  name: string,
  tests: (place: Place) => void,
  env: Readonly<Record<string, string>> = {},
): void {
  onServer(name, () => startDemo(env), tests);
}

/** The same, on an installation with nothing in it. */
export function onEmpty(name: string, tests: (place: EmptyPlace) => void): void {
  let setupToken = '';
  const start = async (): Promise<Server> => {
    const server = await startEmpty();
    ({ setupToken } = server);
    return server;
  };
  onServer(name, start, (place) =>
    tests(Object.defineProperty(place, 'setupToken', { get: () => setupToken }) as EmptyPlace),
  );
}

function onServer(name: string, start: () => Promise<Server>, tests: (place: Place) => void): void {
  const skip = program === undefined ? 'there is no Chromium ("npm run setup:test")' : false;
  describe(name, { skip }, () => {
    const complaints: string[] = [];
    let browser: Browser;
    let demo: Server;
    before(async () => {
      [browser, demo] = await Promise.all([
        chromium.launch({ executablePath: program!, args: ['--no-sandbox', '--disable-dev-shm-usage'] }),
        start(),
      ]);
    });
    after(async () => {
      await browser.close();
      await demo.stop();
      assert.deepEqual(complaints, [], 'what browsers complained of');
    });
    const sit = async (options: BrowserContextOptions = {}): Promise<Seat> => {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 900 },
        locale: 'it-IT',
        timezoneId: 'Europe/Rome',
        colorScheme: 'light',
        reducedMotion: 'reduce',
        baseURL: demo.url,
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      if (demo.today !== undefined) await context.clock.setFixedTime(`${demo.today}T18:00:00+01:00`);
      const page = await context.newPage();
      const expected: RegExp[] = [];
      const complain = (what: string): void => {
        if (!expected.some((one) => one.test(what))) complaints.push(what);
      };
      page.on('console', (said) => {
        if (['error', 'warning'].includes(said.type())) complain(`${said.text()} (${said.location().url})`);
      });
      page.on('pageerror', (error) => complain(String(error.stack ?? error)));
      return seatOf(page, expected);
    };
    tests({
      get url() {
        return demo.url;
      },
      get login() {
        return demo.login;
      },
      stranger: sit,
      async operator({ login, ...options } = {}) {
        const seat = await sit(options);
        await logIn(seat.page, login ?? demo.login);
        return seat;
      },
      async api(method, path, body) {
        const response = await fetch(`${demo.url}/api${path}`, {
          method,
          headers: { authorization: `Bearer ${await demo.token()}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return { status: response.status, json: (text === '' ? undefined : JSON.parse(text)) as never };
      },
    });
  });
}

function seatOf(page: Page, expected: RegExp[]): Seat {
  return {
    page,
    expect: (complaint) => void expected.push(complaint),
    async open(path) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      // What is still loaded is shown as such.
      await page
        .locator('.v-skeleton-loader, .v-progress-linear--active')
        .first()
        .waitFor({ state: 'detached' });
    },
    async isAccessible() {
      // By the debugger, which the page's policy does not bind.
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
        const { violations } = await axe.run({ resultTypes: ['violations'] });
        return violations.map(({ id, impact, nodes }) => ({
          id,
          impact,
          where: nodes.slice(0, 3).map((one) => one.html.slice(0, 200)),
        }));
      });
      const bad = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      assert.deepEqual(bad, [], `${page.url()} keeps people out`);
    },
  };
}
type AxeResults = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };

export async function logIn(page: Page, { email, password }: Login): Promise<void> {
  await page.goto('/login');
  // It takes the focus when it is there, and with it what is typed.
  await page.locator('input:focus').waitFor();
  const fields = [
    [page.getByLabel('Indirizzo e-mail'), email],
    [page.getByLabel('Password', { exact: true }), password],
  ] as const;
  // It may take the focus once more on a slow machine: then what was typed stands in the wrong field.
  for (let isTyped = false; !isTyped;) {
    for (const [field, text] of fields) await field.fill(text);
    const typed = await Promise.all(fields.map(async ([field, text]) => (await field.inputValue()) === text));
    isTyped = typed.every(Boolean);
  }
  await page.getByRole('button', { name: 'Entra' }).click();
  await page.waitForURL((url) => url.pathname !== '/login', { waitUntil: 'commit' });
  await page.locator('h1').first().waitFor();
}
