/** A typed client of the HTTP API, for Node and for browsers. */
export { type Access, type ApiClient, createClient, dataOf, ifMatch, once } from './client.ts';
export { listen, type Listening, type LiveEvent } from './events.ts';
export { ApiError, type Problem } from './problem.ts';
export type { components, operations, paths } from './schema.ts';
