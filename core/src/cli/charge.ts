import { formatEuro, Invalid } from '@traliccio/sdk';
import { appCommand } from './command.ts';
import { dateOption, decimalOption, given, needed, onlyArgument } from './values.ts';

export const chargeAdd = appCommand({
  name: 'charge add',
  summary: 'charge something once, on the next invoice of a contract',
  usage: 'CONTRACT --amount EURO --description TEXT --source TYPE:ID [--vat-included] [--vat-rate PERCENT]',
  options: {
    amount: { type: 'string', help: 'net, or with VAT when --vat-included; negative gives back' },
    description: { type: 'string', help: 'text of the invoice line' },
    source: { type: 'string', help: 'what it is for, as visit:1234: the same source is never charged twice' },
    'vat-included': { type: 'boolean', help: 'the amount has VAT in it' },
    'vat-rate': { type: 'string', help: 'percent (22)' },
    natura: { type: 'string', help: 'why the rate is 0: N1, N2.1 ...' },
    'vat-reference': { type: 'string', help: 'the law that the natura rests on' },
    date: { type: 'string', help: 'when it came about (today)' },
  },
  async run(app, { positionals, values }, out) {
    const code = onlyArgument(positionals, 'contract');
    const amount = decimalOption(needed(values.amount, '--amount'), '--amount', 2);
    const charge = {
      contract: { code },
      source: sourceOf(needed(values.source, '--source')),
      description: needed(values.description, '--description'),
      amount,
      vatIncluded: values['vat-included'] === true,
      vatRate: decimalOption(values['vat-rate'] ?? '22', '--vat-rate', 2),
      ...given({
        natura: values.natura,
        vatReference: values['vat-reference'],
        date: values.date === undefined ? undefined : dateOption(values.date, '--date'),
      }),
    };
    const added = await app.database.transaction((tx) =>
      app.charges.addOnce(tx, charge, { kind: 'operator', name: 'cli' }),
    );
    out.result(
      { contract: code, amount, added },
      added
        ? `${formatEuro(amount)} wait for the next invoice of ${code}.`
        : `${values.source} has been charged to ${code} already: nothing added.`,
    );
  },
});

function sourceOf(text: string): { type: string; id: string } {
  const at = text.indexOf(':');
  if (at < 1)
    throw new Invalid('usage', `${JSON.stringify(text)} is no source: write it as visit:1234`, {
      field: '--source',
    });
  return { type: text.slice(0, at), id: text.slice(at + 1) };
}
