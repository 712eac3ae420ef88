import { deepEqual, equal, ok } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openProvider } from '../../../../test/host/provider.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';
import { billingLimits } from '../../domain/billing/settings.ts';
import { settingsRoutes } from './settings.routes.ts';

type Shown = { name: string; value: unknown; schema: { type: string }; label: { it: string } };

eachDatabase((_, open) => {
  it('settings are read with what a form needs, and changed by their version', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p, settingsRoutes(p.app));
    const first = await send('GET', '/settings');
    equal(first.etag, '"1"');
    const at = (first.body['settings'] as Shown[]).find((s) => s.name === 'billing.at')!;
    deepEqual(
      [at.value, at.schema.type, at.label.it],
      ['02:00', 'string', 'Ora della fatturazione notturna'],
    );
    const change = { 'billing.at': '04:15', 'session.idle_minutes': 10 };
    equal((await send('PATCH', '/settings', change)).status, 428);
    const changed = await send('PATCH', '/settings', change, { 'if-match': '"1"' });
    deepEqual([changed.status, changed.etag], [200, '"2"']);
    const stale = await send('PATCH', '/settings', change, { 'if-match': '"1"' });
    deepEqual(
      [stale.status, stale.body['code'], stale.body['current']],
      [409, 'setting.version', changed.body],
    );
    for (const [wrong, field] of [
      [{ 'billing.at': '25:00' }, 'billing.at'],
      [{ 'billing.automatic': 'yes' }, 'billing.automatic'],
      [{ 'billing.what': 1 }, 'billing.what'],
    ] as const) {
      const refused = await send('PATCH', '/settings', wrong, { 'if-match': '"2"' });
      equal(refused.status, 400);
      ok(JSON.stringify(refused.body).includes(field), JSON.stringify(refused.body));
    }
    const wider = { 'billing.contracts_percent_max': 150, 'billing.median_times': 8 };
    equal((await send('PATCH', '/settings', wider, { 'if-match': '"2"' })).status, 200);
    const { countHigh, medianTimes, countLow } = await billingLimits(p.app.coreSettings);
    deepEqual([countHigh, medianTimes, countLow], [1.5, 8, 0.7]);
    const back = await send('PATCH', '/settings', { 'billing.at': null }, { 'if-match': '"3"' });
    equal((back.body['settings'] as Shown[]).find((s) => s.name === 'billing.at')!.value, '02:00');
  });
});
