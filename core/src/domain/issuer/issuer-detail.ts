import { type Sql, type SqlRow } from '@traliccio/sdk';
import { issuerViewOf } from './issuer-view.ts';
import type { IssuerDetail } from './issuer.schema.ts';
import { onlyIssuer } from './issuer.service.ts';

/** The only issuer, and where its series stand. @throws NotFound */
export async function issuerDetail(sql: Pick<Sql, 'all'>): Promise<IssuerDetail> {
  const { id } = await onlyIssuer(sql);
  const [row] = await sql.all('SELECT * FROM issuer WHERE id = ?', [id]);
  const series = await sql.all<{ code: string; year: number; next: number }>(
    'SELECT code, year, last_number + 1 AS next FROM series WHERE issuer_id = ? ORDER BY year, code',
    [id],
  );
  return detailOf(row as SqlRow, series);
}

function detailOf(row: SqlRow, series: IssuerDetail['series']): IssuerDetail {
  const { transmitterCountry, transmitterCode, logoFile: _logo, address, ...same } = issuerViewOf(row);
  return {
    ...same,
    address: { ...address },
    transmitter: { country: transmitterCountry, code: transmitterCode },
    timeZone: row['time_zone'] as string,
    defaultSeries: row['default_series'] as string,
    creditNoteSeries: row['credit_note_series'] as string,
    publicBodySeries: row['public_body_series'] as string | null,
    rechargeStampDuty: row['recharge_stamp_duty'] === 1,
    zeroTotal: row['zero_total'] as IssuerDetail['zeroTotal'],
    series,
    version: row['version'] as number,
  };
}
