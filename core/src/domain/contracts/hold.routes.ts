import type { Clock } from '@traliccio/sdk';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Fields, Id, IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { COMMAND, CONTRACT_NAMES, showContract } from './contract-commands.ts';
import { HoldCreation, HoldRelease, newHold } from './hold.schema.ts';
import type { HoldService } from './hold.service.ts';

export const holdRoutes = ({
  clock,
  holds,
}: {
  readonly clock: Clock;
  readonly holds: HoldService;
}): readonly CoreRoute[] => {
  const show = showContract(clock);
  return inApiTerms(CONTRACT_NAMES, [
    route({
      ...COMMAND,
      path: '/contracts/:id/holds',
      summary: 'Stops the billing of a contract, limits its access, or both',
      status: 201,
      params: IdParams,
      body: HoldCreation,
      async handler({ params: { id }, body, actor }, tx) {
        await holds.create(tx, { contract: { id }, ...newHold(body) }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/holds/:hold/release',
      summary: 'Lifts a hold; its policy says what becomes of the days that it covered',
      params: Fields({ id: Id, hold: Id }),
      body: HoldRelease,
      async handler({ params: { id, hold }, body, actor }, tx) {
        await holds.release(tx, { contractId: id, holdId: hold, ...body }, actor);
        return show(tx, id);
      },
    }),
  ]);
};
