import { databaseClock } from '@traliccio/sdk';
import { Type } from 'typebox';
import { defineList } from '../http/list.ts';
import { between, exactly, oneOf } from '../http/list-filters.ts';
import { listRoute, type ListNeeds } from '../http/list-route.ts';
import type { CoreRoute } from '../http/route.ts';
import { Day } from '../http/schemas.ts';
import { runStateOf } from './run-views.ts';
import { RunState } from './run.schema.ts';

export const runList = defineList({
  name: 'runs',
  table: 'run',
  filters: {
    kind: exactly('kind', Type.String({ pattern: '^[a-z][a-z0-9_.-]{0,39}$' })),
    // As it is kept: one whose process is gone stays running until somebody goes on with it.
    state: oneOf('state', ['running', 'done', 'held', 'failed']),
    date: between('logical_date', Day),
  },
  sorts: { date: [{ column: 'logical_date', type: 'ascii' }], id: [] },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'run_once', by: ['kind'], sort: '-date', unique: true },
    { index: 'run_state', by: ['state'], sort: '-id' },
  ],
  select: {
    id: 't.id',
    kind: 't.kind',
    logical_date: 't.logical_date',
    state: 't.state',
    is_leased: (dialect) => `CASE WHEN t.lease_until >= ${databaseClock({ dialect })} THEN 1 ELSE 0 END`,
    reason: 't.reason',
    started_at: 't.started_at',
    finished_at: 't.finished_at',
    progress_what: 't.progress_what',
    progress_done: 't.progress_done',
    progress_total: 't.progress_total',
  },
  item: RunState,
  view: (row) => runStateOf(row),
});

export const runLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(runList, needs, {
    path: '/runs',
    summary: 'Runs of jobs, newest first',
    permission: 'jobs.read',
  }),
];
