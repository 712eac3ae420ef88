import type { NoticeInput } from '@traliccio/sdk';
import { defineList } from '../http/list.ts';
import { isEmpty, oneOf } from '../http/list-filters.ts';
import { listRoute, type ListNeeds } from '../http/list-route.ts';
import type { CoreRoute } from '../http/route.ts';
import { NoticeView } from './notice.schema.ts';

const LEVELS = ['info', 'warning', 'error'] as const satisfies readonly NoticeInput['level'][];

export const noticeList = defineList({
  name: 'notices',
  table: 'notice',
  filters: { open: isEmpty('closed_at'), level: oneOf('level', LEVELS) },
  sorts: { id: [] },
  paths: [
    { index: 'PRIMARY', sort: '-id' },
    { index: 'notice_open', by: ['closed_at', 'level'], sort: '-id' },
  ],
  select: {
    id: 't.id',
    noticeKey: 't.notice_key',
    source: 't.source',
    level: 't.level',
    messageIt: 't.message_it',
    messageEn: 't.message_en',
    count: 't.count',
    createdAt: 't.created_at',
    closedAt: 't.closed_at',
  },
  item: NoticeView,
  view: (row) => ({
    key: (row['noticeKey'] as string).slice((row['source'] as string).length + 1),
    message: { it: row['messageIt'] as string, en: row['messageEn'] as string },
  }),
});

export const noticeLists = (needs: ListNeeds): readonly CoreRoute[] => [
  listRoute(noticeList, needs, {
    path: '/notices',
    summary: 'What operators are told, newest first',
    permission: 'notices.read',
  }),
];
