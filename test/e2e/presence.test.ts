import { it } from 'node:test';
import { onDemo } from './browser.ts';
import { hire } from './hire.ts';

onDemo('two who change the same customer', (place) => {
  it('are told of each other, until one leaves', async () => {
    const { json } = await place.api('GET', '/customers?limit=2');
    const [first, second] = (json as { items: { id: number }[] }).items.map(({ id }) => id);
    const login = await hire(place, { name: 'Mario', permissions: ['customers.read', 'customers.write'] });
    const [mine, his] = await Promise.all([place.operator(), place.operator({ login })]);
    await mine.open(`/customers/${first}/edit`);
    await his.open(`/customers/${first}/edit`);
    await mine.page.getByText('Mario sta modificando la stessa cosa.').waitFor();
    await his.page.getByText('Demo sta modificando la stessa cosa.').waitFor();
    await mine.isAccessible();

    await his.page.goto(`/customers/${second}/edit`);
    await mine.page.getByText('Mario sta modificando').waitFor({ state: 'detached' });
    await his.page.locator('h1').waitFor();
    await his.page.getByText('sta modificando').waitFor({ state: 'detached' });
  });
});
