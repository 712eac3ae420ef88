import type { Artifact, CustomerView, DocumentView, IssuerView } from './views.ts';
import type { PlainDate } from './dates.ts';
import type { Tx } from './sql.ts';

/** What core does for plugins. Commands that change something take the caller's transaction. */
export interface CoreApi {
  readonly documents: {
    /** Issued documents and drafts by id; unknown ids are left out. */
    views(ids: readonly number[]): Promise<DocumentView[]>;
    /** The bytes kept with an issued document, as they were. */
    artifacts(documentId: number): Promise<Artifact[]>;
  };
  readonly customers: {
    views(ids: readonly number[]): Promise<CustomerView[]>;
  };
  readonly issuers: {
    view(id: number): Promise<IssuerView>;
  };
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
