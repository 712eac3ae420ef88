import type { Cents } from './money.ts';
import type { Artifact, CustomerView, DocumentKind, DocumentView, IssuerView } from './views.ts';
import type { PlainDate } from './dates.ts';
import type { PaymentsApi } from './payments.ts';
import type { Tx } from './sql.ts';

/** What core does for plugins. Commands that change something take the caller's transaction. */
export interface CoreApi {
  readonly documents: {
    /** Issued documents and drafts by id; unknown ids are left out. */
    views(ids: readonly number[]): Promise<DocumentView[]>;
    /** The bytes kept with an issued document, as they were. */
    artifacts(documentId: number): Promise<Artifact[]>;
    /** The same of many documents by one statement, in the order of their ids; documents without any are left out. */
    artifactsOf(documentIds: readonly number[]): Promise<(Artifact & { readonly documentId: number })[]>;
    /**
     * Issued documents of a period by their date, a page at a time. A page may hold fewer than `limit`, even none:
     * there is more as long as `next` is not null.
     *
     * @param page `after` is `next` of the page before; `limit` is 1 to 200, 200 when not given
     * @throws Invalid when `after` is of another filter
     * @example
     * let after: string | null = null;
     * do {
     *   const page = await ctx.core.documents.find({ from: '2026-10-01', to: '2026-10-31' }, { after });
     *   for (const { numberText, total } of page.items) …
     *   after = page.next;
     * } while (after !== null);
     */
    find(
      filter: DocumentFilter,
      page?: { readonly after?: string | null; readonly limit?: number },
    ): Promise<{ readonly items: readonly FoundDocument[]; readonly next: string | null }>;
  };
  readonly customers: {
    views(ids: readonly number[]): Promise<CustomerView[]>;
  };
  readonly issuers: {
    view(id: number): Promise<IssuerView>;
  };
  readonly payments: PaymentsApi;
  readonly priceChanges: {
    /**
     * Records that the customer of a contract was told of a price change; without that his price stays. Again, or for
     * a contract that is no longer part of the change, it does nothing.
     * @example await ctx.transaction((tx) => ctx.core.priceChanges.told(tx, { changeId, contractId, on: ctx.clock.today() }))
     */
    told(
      tx: Tx,
      told: { readonly changeId: number; readonly contractId: number; readonly on: PlainDate },
    ): Promise<void>;
  };
  readonly counters: {
    /**
     * Takes `count` numbers of a counter and returns the first; the row stays locked until the transaction ends.
     * `sdi-file` numbers the files sent to the SDI, per issuer; a take-over from another system sets where it starts.
     */
    take(
      tx: Tx,
      counter: { readonly issuerId: number; readonly name: string },
      count: number,
    ): Promise<number>;
  };
}

export type DocumentFilter = {
  /** First and last day, both included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Both when not given. */
  readonly kinds?: readonly DocumentKind[];
  /** `billing` and `manual` when not given: what was issued here. `import` came along from another system. */
  readonly origins?: readonly DocumentOrigin[];
  readonly series?: string;
  /** `oldest` first when not given. */
  readonly order?: 'oldest' | 'newest';
};
/** From contracts, written by hand, or from another system. */
export type DocumentOrigin = 'billing' | 'manual' | 'import';

/** An issued document without its lines. */
export type FoundDocument = {
  readonly id: number;
  readonly kind: DocumentKind;
  readonly tipoDocumento: string;
  readonly origin: DocumentOrigin;
  readonly series: string;
  readonly year: number;
  /** Progressive in series and year. */
  readonly number: number;
  readonly numberText: string;
  readonly date: PlainDate;
  readonly customerId: number;
  /** Positive on credit notes, too. */
  readonly net: Cents;
  readonly vat: Cents;
  readonly total: Cents;
  /** Kinds of what is kept with it: `fatturapa`. */
  readonly artifacts: readonly string[];
};
