import { Conflict, Invalid, NotFound, RetryLater, TraliccioError } from '@traliccio/sdk';
import { BadConfiguration } from '../config.ts';
import { FilterFailed } from '../filters/filter-failed.ts';
import { messageOf } from '../thrown.ts';
import type { HandlerName } from '../filters/watchdog.ts';
import type { JobProgress } from './jobs.ts';

/** An error as it crosses from thread to thread, where classes are lost. */
export type CrossingError = {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly field: string | undefined;
  readonly stack: string | undefined;
  readonly where: HandlerName | null;
};

export type WorkerMessage =
  | { readonly type: 'handler'; readonly index: number; readonly name: HandlerName }
  | { readonly type: 'run'; readonly run: { readonly id: number; readonly token: number } }
  | { readonly type: 'progress'; readonly progress: JobProgress }
  | { readonly type: 'result'; readonly value: unknown }
  | { readonly type: 'error'; readonly error: CrossingError };

export function packError(error: unknown): CrossingError {
  const isError = error instanceof Error;
  return {
    name: isError ? error.name : 'Error',
    code: error instanceof TraliccioError ? error.code : null,
    message: messageOf(error),
    field: error instanceof TraliccioError ? error.field : undefined,
    stack: isError ? error.stack : undefined,
    where: error instanceof FilterFailed ? { plugin: error.plugin, filter: error.filter } : null,
  };
}

const CLASSES = { Conflict, Invalid, NotFound, TraliccioError, BadConfiguration } as const;

/** The error as it was thrown, as far as it is one of ours. */
export function unpackError(packed: CrossingError): TraliccioError {
  const error = revive(packed);
  if (packed.stack !== undefined) error.stack = packed.stack;
  return error;
}

function revive(packed: CrossingError): TraliccioError {
  const { code, message, field, where } = packed;
  if (code === null) return new TraliccioError('job.failed', message);
  if (where)
    return Object.assign(new FilterFailed(code, where, '', field === undefined ? {} : { field }), {
      message,
    });
  if (packed.name === 'RetryLater') return new RetryLater(message);
  const Class = CLASSES[packed.name as keyof typeof CLASSES] ?? TraliccioError;
  return new Class(code, message, { field });
}
