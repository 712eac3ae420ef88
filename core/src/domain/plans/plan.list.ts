import type { PlainDate } from '@traliccio/sdk';
import { Type } from 'typebox';
import { defineList } from '../../kernel/http/list.ts';
import { exactly, oneOf, yesNo } from '../../kernel/http/list-filters.ts';
import { listRoute, type ListNeeds } from '../../kernel/http/list-route.ts';
import type { CoreRoute } from '../../kernel/http/route.ts';
import { Code, Day, Fields, Id, Nullable, OneOf } from '../../kernel/http/schemas.ts';
import { PLAN_KINDS } from './plan.entity.ts';
import { PRICE, TERMS } from './terms.schema.ts';

const PlanItem = Fields({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  kind: OneOf(PLAN_KINDS),
  active: Type.Boolean(),
  cadence: TERMS.cadence,
  timing: TERMS.timing,
  price: Nullable(Fields({ validFrom: Day, ...PRICE }, { description: 'As it is today' })),
});

export const planList = defineList({
  name: 'plans',
  table: 'plan',
  filters: {
    code: exactly('code', Code()),
    kind: oneOf('kind', PLAN_KINDS),
    active: yesNo('active'),
  },
  sorts: { code: [{ column: 'code', type: 'ascii' }], id: [] },
  paths: [
    { index: 'plan_code', sort: 'code', unique: true },
    { index: 'plan_offered', by: ['active', 'kind'], sort: 'code' },
    { index: 'PRIMARY', sort: '-id' },
    { index: 'plan_code', by: ['code'], sort: 'id', few: true },
  ],
  select: {
    id: 't.id',
    code: 't.code',
    name: 't.name',
    kind: 't.kind',
    active: 't.active',
    cadence: 't.cadence',
    timing: 't.timing',
    validFrom: 'p.valid_from',
    priceE8: 'p.price_e8',
    vatIncluded: 'p.vat_included',
    vatRate: 'p.vat_rate',
  },
  joins: `LEFT JOIN plan_price p ON p.plan_id = t.id
    AND p.valid_from = (SELECT MAX(o.valid_from) FROM plan_price o WHERE o.plan_id = t.id AND o.valid_from <= ?)`,
  joinParams: (today) => [today],
  item: PlanItem,
  view: (row) => ({
    price:
      row['validFrom'] === null
        ? null
        : {
            validFrom: row['validFrom'] as PlainDate,
            priceE8: row['priceE8'] as number,
            vatIncluded: row['vatIncluded'] === 1,
            vatRate: row['vatRate'] as number,
          },
  }),
});

export const planLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(planList, needs, { path: '/plans', summary: 'Plans', permission: 'plans.read' }),
];
