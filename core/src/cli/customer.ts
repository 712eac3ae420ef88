import { NotFound } from '@traliccio/sdk';
import { customerViews } from '../domain/customers/find-customers.ts';
import { appCommand } from './command.ts';
import { table } from './output.ts';
import { onlyArgument } from './values.ts';

type ContractLine = { code: string; state: string; role: string; next_due: string | null };

export const customerShow = appCommand({
  name: 'customer show',
  summary: 'a customer as invoices name it, and its contracts',
  usage: 'CODE',
  async run(app, { positionals }, out) {
    const code = onlyArgument(positionals, 'customer');
    const { sql } = app.database;
    const [row] = await sql.all<{ id: number }>('SELECT id FROM customer WHERE code = ?', [code]);
    const [view] = row ? await customerViews(sql, [row.id]) : [];
    if (!view)
      throw new NotFound('customer.not_found', `there is no customer ${code}`, { field: 'customer' });
    const contracts = await sql.all<ContractLine>(
      `SELECT code, state, CASE WHEN customer_id = payer_id THEN 'own' WHEN payer_id = ? THEN 'pays' ELSE 'paid for' END AS role, next_due
       FROM contract WHERE customer_id = ? OR payer_id = ? ORDER BY code`,
      [view.id, view.id, view.id],
    );
    const shown = {
      ...view,
      contracts: contracts.map((c) => ({ code: c.code, state: c.state, role: c.role, nextDue: c.next_due })),
    };
    out.result(shown, () => {
      const { address: a } = view;
      const ids = [
        view.taxCode === null ? '' : `CF ${view.taxCode}`,
        view.vatNumber === null ? '' : `P.IVA ${view.vatCountry}${view.vatNumber}`,
      ];
      const street = [a.street, a.houseNumber].filter(Boolean).join(' ');
      return [
        `${view.code}  ${view.name}  (${view.kind})`,
        `${street}, ${a.postcode} ${a.city}${a.province === null ? '' : ` (${a.province})`}, ${a.country}`,
        ids.filter(Boolean).join('  '),
        `SDI ${view.codiceDestinatario}${view.pec === null ? '' : `  ${view.pec}`}`,
        `invoices to ${view.invoiceEmails.join(', ') || 'nobody'}`,
        '',
        shown.contracts.length === 0
          ? 'No contracts.'
          : table(
              ['CONTRACT', 'STATE', 'ROLE', 'NEXT DUE'],
              shown.contracts.map((c) => [c.code, c.state, c.role, c.nextDue]),
            ),
      ].join('\n');
    });
  },
});
