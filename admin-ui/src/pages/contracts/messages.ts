import { en } from './messages.en.ts';
import { it } from './messages.it.ts';

export const messages = { it, en };
