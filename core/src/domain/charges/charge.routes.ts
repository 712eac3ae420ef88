import { type CoreRoute, route } from '../../kernel/http/route.ts';
import { IdParams } from '../../kernel/http/schemas.ts';
import { inApiTerms } from '../api-terms.ts';
import { ChargeAdded, ChargeCreation } from './charge.schema.ts';
import { chargeKey, type ChargeService } from './charge.service.ts';

export const chargeRoutes = ({ charges }: { readonly charges: ChargeService }): readonly CoreRoute[] =>
  inApiTerms({}, [
    route({
      method: 'POST',
      path: '/contracts/:id/charges',
      summary: 'Charges something once, on the next invoice of a contract',
      permission: 'contracts.write',
      mode: 'write',
      params: IdParams,
      body: ChargeCreation,
      response: ChargeAdded,
      async handler({ params: { id }, body, actor }, tx) {
        const added = await charges.addOnce(tx, { contract: { id }, ...body }, actor);
        const [row] = await tx.all<{ id: number }>('SELECT id FROM charge WHERE charge_key = ?', [
          chargeKey(body.source),
        ]);
        return { id: (row as { id: number }).id, added };
      },
    }),
  ]);
