import type { SearchSource } from '../kernel/search/rebuild.ts';
import { contractSearch } from './contracts/contract.search.ts';
import { customerSearch } from './customers/customer.search.ts';
import { siteSearch } from './sites/site.search.ts';

/** All that can be found. Documents are found by their number, which has an index of its own. */
export const searchSources: readonly SearchSource[] = [customerSearch, contractSearch, siteSearch];
