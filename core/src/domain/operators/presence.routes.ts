import { Type } from 'typebox';
import type { Database } from '../../kernel/db/database.ts';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Fields, Id } from '../../kernel/http/schemas.ts';
import type { Live } from '../../kernel/live/live.ts';
import { mine } from './session.routes.ts';

const Subject = Type.String({
  pattern: '^[a-z][a-z-]{0,39}:[1-9][0-9]{0,15}$',
  description: 'What one is at: customer:12',
});

/** That two are at the same thing: they are told of each other. */
export const presenceRoutes = ({
  database,
  live,
}: {
  readonly database: Database;
  readonly live: Live;
}): readonly CoreRoute[] => [
  route({
    method: 'PUT',
    path: '/presence',
    summary: 'Says that one is at something, to be said again every 20 seconds, or has left it',
    permission: 'session',
    mode: 'own',
    body: Fields({ subject: Subject, here: Type.Boolean() }),
    response: Fields({ others: Type.Array(Fields({ id: Id, name: Type.String() })) }),
    async handler({ body: { subject, here }, session }) {
      const id = mine(session).operatorId;
      if (here) {
        const [row] = await database.sql.all<{ name: string }>('SELECT name FROM operator WHERE id = ?', [
          id,
        ]);
        live.presence.come(subject, { id, name: row?.name ?? '' });
      } else live.presence.go(subject, id);
      return { others: live.presence.at(subject).filter((one) => one.id !== id) };
    },
  }),
];
