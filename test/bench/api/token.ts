import type { App } from '@traliccio/core/src/app.ts';

const BY = { actor: { kind: 'system', name: 'bench' }, can: () => true } as const;
const ADMINISTRATORS = 1;

/** A token of an administrator of his own. */
export async function newToken({ database, operators, apiTokens }: App): Promise<string> {
  const operatorId = await operators.create(
    {
      email: 'bench@example.it',
      name: 'Bench',
      groups: [ADMINISTRATORS],
      password: 'una parola di prova',
      mustChangePassword: false,
    },
    BY,
  );
  const input = { operatorId, name: 'bench', peer: '127.0.0.1' };
  return (await database.transaction((tx) => apiTokens.create(tx, input, BY.actor))).token;
}
