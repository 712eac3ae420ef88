import type { CoreRoute } from './route.ts';
import type { Authenticated } from './session-gate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on a public route. */
    who: Authenticated | null;
  }
  interface FastifyContextConfig {
    route?: CoreRoute;
  }
}
