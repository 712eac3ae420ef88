import { Type, type Static } from 'typebox';
import { Fields, OneOf } from '../../kernel/http/schemas.ts';
import { FILE_KINDS } from './kinds.ts';

const Count = Type.Integer({ minimum: 0 });

export const ImportParams = Fields({ kind: OneOf(FILE_KINDS) });
export const ImportQuery = Fields({
  dryRun: Type.Optional(
    Type.Boolean({
      default: false,
      description: 'Say what would be imported and refused, and write nothing',
    }),
  ),
});

/** No more refusals than this are listed: whoever has more corrects these first. */
export const MOST_REFUSALS = 1_000;

export const ImportAnswer = Fields({
  rows: Count,
  imported: Count,
  unchanged: Count,
  refusedRows: Count,
  refused: Type.Array(
    Fields({
      line: Type.Integer({ minimum: 1, description: 'As the file shows it; 1 is the header' }),
      field: Type.String(),
      code: Type.String(),
      message: Type.String(),
    }),
    { maxItems: MOST_REFUSALS },
  ),
});
export type ImportAnswer = Static<typeof ImportAnswer>;
