/** What the compiler says of the client's calls. Checked by `npm run typecheck`; it never runs. */
import { createClient, dataOf, ifMatch, listen, once } from '../client/index.ts';

const api = createClient({ baseUrl: 'https://gestione.example.it', token: 'x' });

export async function right(): Promise<void> {
  const customer = await dataOf(api.GET('/api/customers/{id}', { params: { path: { id: 1 } } }));
  const name: string = customer.name;
  const contact: string | null | undefined = customer.contacts[0]?.email;
  const page = await dataOf(api.GET('/api/customers', { params: { query: { q: name, limit: 10 } } }));
  const next: string | null = page.next;
  const { data, error } = await api.PATCH('/api/sites/{id}', {
    params: { path: { id: 1 }, header: ifMatch(2) },
    body: { name: `${contact}${next}` },
  });
  const version: number | undefined = data?.version;
  const code: string | undefined = error?.code;
  await api.POST('/api/sites', {
    params: { header: once() },
    body: { code: 'S1', name: `${version}${code}` },
  });
  for await (const happened of listen({ baseUrl: '' }))
    if (happened.event === 'notice') happened.data.message.it.toUpperCase();
}

export async function wrong(): Promise<void> {
  // @ts-expect-error no such address
  await api.GET('/api/custmers/{id}', { params: { path: { id: 1 } } });
  // @ts-expect-error no such method there
  await api.DELETE('/api/customers/{id}', { params: { path: { id: 1 } } });
  // @ts-expect-error without the id
  await api.GET('/api/customers/{id}');
  // @ts-expect-error an id that is text
  await api.GET('/api/customers/{id}', { params: { path: { id: '1' } } });
  // @ts-expect-error a filter that there is not
  await api.GET('/api/customers', { params: { query: { name: 'x' } } });
  // @ts-expect-error a change without the version
  await api.PATCH('/api/sites/{id}', { params: { path: { id: 1 } }, body: { name: 'x' } });
  // @ts-expect-error without a field that must be there
  await api.POST('/api/sites', { body: { code: 'S1' } });
  // @ts-expect-error a field of another kind
  await api.POST('/api/sites', { body: { code: 'S1', name: 7 } });
  const customer = await dataOf(api.GET('/api/customers/{id}', { params: { path: { id: 1 } } }));
  // @ts-expect-error an answer has the fields that it has
  String(customer.passwordHash);
}
