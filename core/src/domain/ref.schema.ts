import { Type } from 'typebox';
import { Code, Fields, Id } from '../kernel/http/schemas.ts';

/** Another record, as people know it. Bodies name it by its code, addresses by its id. */
export const Ref = Fields({ id: Id, code: Code(), name: Type.String() });
