import { TraliccioError } from '@traliccio/sdk';

/** The installation is set up wrongly: exit code 78, and one line that says what to change. */
export class BadConfiguration extends TraliccioError {}
