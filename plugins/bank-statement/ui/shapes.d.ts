import type { Static } from '@traliccio/sdk';
import type {
  FilesView,
  LinesView,
  LineView,
  MappingsView,
  OpenView,
  PreviewView,
  SuggestionView,
} from '../src/http/schemas.ts';

/** What the routes answer, for the checker of the pages' types; no browser loads it. */
export type Line = Static<typeof LineView>;
export type Lines = Static<typeof LinesView>;
export type Suggestion = Static<typeof SuggestionView>;
export type Files = Static<typeof FilesView>;
export type Preview = Static<typeof PreviewView>;
export type Mappings = Static<typeof MappingsView>;
export type OpenDocument = Static<typeof OpenView>['items'][number];
export type Part = {
  customerId: number;
  customerName: string;
  amount: number;
  shares: { documentId: number; numberText: string; amount: number }[];
};
