import { benchApi, API_USAGE } from './api/bench.ts';
import { benchBilling, BILLING_USAGE } from './billing.ts';
import { benchDashboard, DASHBOARD_USAGE } from './dashboard.ts';

const BENCHES: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  billing: benchBilling,
  api: benchApi,
  dashboard: benchDashboard,
};

const [what = '', ...args] = process.argv.slice(2);
const bench = BENCHES[what];
if (bench) await bench(args);
else {
  process.stderr.write(`${BILLING_USAGE}\n\n${API_USAGE}\n\n${DASHBOARD_USAGE}\n`);
  process.exitCode = 1;
}
