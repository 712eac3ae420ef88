import { addDays, type Clock } from '@traliccio/sdk';
import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { Fields, Id, IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { COMMAND, CONTRACT_NAMES, showContract } from './contract-commands.ts';
import { ItemAddition, ItemChanges, ItemEnd, ItemName } from './item.schema.ts';
import type { ItemService } from './item.service.ts';

const ItemParams = Fields({ id: Id, item: ItemName });

export const itemRoutes = ({
  clock,
  items,
}: {
  readonly clock: Clock;
  readonly items: ItemService;
}): readonly CoreRoute[] => {
  const show = showContract(clock);
  return inApiTerms(CONTRACT_NAMES, [
    route({
      ...COMMAND,
      path: '/contracts/:id/items',
      summary: 'Adds an item from a day on',
      status: 201,
      params: IdParams,
      body: ItemAddition,
      async handler({ params: { id }, body: { from, ...item }, actor }, tx) {
        await items.add(tx, { contract: { id }, item, from }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/items/:item/change',
      summary: 'Changes plan, price, quantity or terms of an item from a day on',
      params: ItemParams,
      body: ItemChanges,
      async handler({ params: { id, item }, body: { from, ...to }, actor }, tx) {
        await items.change(tx, { contract: { id }, item, to, ...(from ? { from } : {}) }, actor);
        return show(tx, id);
      },
    }),
    route({
      ...COMMAND,
      path: '/contracts/:id/items/:item/remove',
      summary: 'Ends an item; days billed beyond its last one are credited',
      params: ItemParams,
      body: ItemEnd,
      async handler({ params: { id, item }, body, actor }, tx) {
        await items.remove(tx, { contract: { id }, item, from: addDays(body.lastDay, 1) }, actor);
        return show(tx, id);
      },
    }),
  ]);
};
