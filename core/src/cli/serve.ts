import { Invalid } from '@traliccio/sdk';
import { serve as startServer, type Role } from '../serve.ts';
import { configCommand } from './command.ts';
import { giveBackAfterStart } from './give-back.ts';

const ROLES: readonly Role[] = ['web', 'worker'];

export const serve = configCommand({
  name: 'serve',
  summary: 'answer over HTTP, run the jobs and deliver what has happened, until stopped',
  usage: '[--role web,worker] [--safe-mode]',
  options: { role: { type: 'string', help: 'web, worker, or both (both)' } },
  async run(config, { values, safeMode }, out) {
    const roles = rolesOf(values.role);
    const server = await startServer(config, { roles, safeMode });
    const setup = server.address === null ? null : await server.app.setup.token();
    out.result(
      { address: server.address, outside: server.outsideAddress, roles, setupToken: setup?.token ?? null },
      () =>
        [
          ...(server.address === null ? [] : [`Traliccio answers at ${server.address}`]),
          ...(server.outsideAddress === null ? [] : [`Outsiders are answered at ${server.outsideAddress}`]),
          ...(setup
            ? [
                'Nobody can log in yet. The first administrator is made within an hour with this token:',
                `  ${setup.token}`,
                `  curl ${server.address}/api/setup -H 'content-type: application/json' -d '{"token":"…","email":"…","name":"…","password":"…"}'`,
              ]
            : []),
          ...(roles.includes('worker') ? ['Jobs run and deliveries go out here.'] : []),
        ].join('\n'),
    );
    giveBackAfterStart();
    return ended(() => server.stop());
  },
});

function rolesOf(text: string | undefined): readonly Role[] {
  if (text === undefined) return ROLES;
  const roles = text.split(',').map((one) => one.trim());
  const wrong = roles.find((one) => !ROLES.includes(one as Role));
  if (wrong !== undefined)
    throw new Invalid('usage', `${JSON.stringify(wrong)} is no role: write web, worker or web,worker`, {
      field: '--role',
    });
  return roles as Role[];
}

/** Until somebody asks the process to end; who asks twice does not wait. */
export function ended(stop: () => Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    let isAsked = false;
    const ask = (): void => {
      if (isAsked) process.exit(1);
      isAsked = true;
      stop().then(() => resolve(0), reject);
    };
    process.on('SIGTERM', ask).on('SIGINT', ask);
  });
}
