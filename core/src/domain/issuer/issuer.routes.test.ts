import { deepEqual, equal } from 'node:assert/strict';
import { it } from 'node:test';
import { eachDatabase } from '../../../../test/host/database.ts';
import { openProvider } from '../../../../test/host/provider.ts';
import { domainApi } from '../../../../test/host/domain-api.ts';

const ISSUER = {
  name: 'Rete Nuova S.r.l.',
  vatNumber: '01234567897',
  taxCode: '01234567897',
  regimeFiscale: 'RF01',
  address: { street: 'Via Alta', postcode: '33100', city: 'Udine', province: 'UD' },
  rea: { office: 'UD', number: '284617', shareCapital: 1_000_050, liquidazione: 'LN' },
};

eachDatabase((_name, open) => {
  it('the issuer is set up once, and then replaced', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    equal((await send('POST', '/issuer', ISSUER)).body['code'], 'issuer.exists');
    await p.app.database.sql.run('DELETE FROM issuer');
    deepEqual(
      [
        (await send('GET', '/issuer')).status,
        (await send('PUT', '/issuer', ISSUER, { 'if-match': '"1"' })).status,
      ],
      [404, 404],
    );
    const made = await send('POST', '/issuer', { ...ISSUER, series: [{ code: 'A', year: 2026, next: 7 }] });
    deepEqual(
      [made.status, made.body['rea'], made.body['series'], made.body['transmitter']],
      [
        201,
        { ...ISSUER.rea, socioUnico: null },
        [{ code: 'A', year: 2026, next: 7 }],
        { country: 'IT', code: '01234567897' },
      ],
    );
    const replaced = await send('PUT', '/issuer', { ...ISSUER, rea: null }, { 'if-match': '"1"' });
    deepEqual([replaced.status, replaced.etag, replaced.body['rea']], [200, '"2"', null]);
    deepEqual((await send('GET', '/issuer')).body, replaced.body);
    const stale = await send('PUT', '/issuer', ISSUER, { 'if-match': '"1"' });
    deepEqual(
      [stale.status, stale.body['code'], stale.body['current']],
      [409, 'issuer.version', replaced.body],
    );
  });

  it('rules refuse a field by the path that it was sent under', async () => {
    const p = await openProvider(open, { day: '2026-11-10' });
    const send = await domainApi(p);
    const cases: [change: object, field: string, code: string][] = [
      [{ vatNumber: '12345670017' }, 'vatNumber', 'issuer.vat_number_fixed'],
      [{ timeZone: 'Europe/Udine' }, 'timeZone', 'issuer.time_zone_unknown'],
      [
        { address: { ...ISSUER.address, postcode: '1' } },
        'address.postcode',
        'issuer.address.postcode_invalid',
      ],
      [{ sdiFile: { last: 'IT99999999990_00001' } }, 'sdiFile.last', 'issuer.sdi_file_foreign'],
    ];
    for (const [change, field, code] of cases) {
      const { status, body } = await send('PUT', '/issuer', { ...ISSUER, ...change }, { 'if-match': '"1"' });
      deepEqual([status, body['field'], body['code']], [422, field, code]);
    }
  });
});
