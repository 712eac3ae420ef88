import { Type } from 'typebox';
import { type CoreRoute, route } from '../http/route.ts';
import { Fields, OneOf } from '../http/schemas.ts';
import type { Kernel } from '../kernel.ts';
import { checkUp } from './check-up.ts';

const CheckUpView = Fields({
  state: OneOf(['ok', 'warning', 'bad']),
  findings: Type.Array(
    Fields({ state: OneOf(['ok', 'warning', 'bad']), what: Type.String(), detail: Type.String() }),
  ),
});

export const checkUpRoutes = (kernel: Kernel): readonly CoreRoute[] => [
  route({
    method: 'GET',
    path: '/health/deep',
    summary: 'What is wrong with this installation, as `traliccio doctor` says it',
    permission: 'system.read',
    mode: 'read',
    response: CheckUpView,
    async handler() {
      const findings = await checkUp(kernel);
      const worst = (['bad', 'warning'] as const).find((state) =>
        findings.some((one) => one.state === state),
      );
      return { state: worst ?? ('ok' as const), findings };
    },
  }),
];
