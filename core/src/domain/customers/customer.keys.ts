import { folded } from '../../kernel/search/fold.ts';

/** What customers are listed by: names and towns as they are compared, whatever their spelling. */
export const customerKeys = ({ name, city }: { readonly name: string; readonly city: string }) => ({
  nameKey: start(folded(name), 121),
  cityKey: start(folded(city), 60),
});

/** By characters, so that none is cut in two. */
const start = (text: string, length: number): string => [...text].slice(0, length).join('');
