/** What the API takes and answers. Generated from its OpenAPI document: change routes, then `npm run client`. */

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can work: 503 while it stops or the database is away */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in, and what he may do */
        get: operations["getSession"];
        put?: never;
        /** Logs in; a browser gets a cookie, a program a token */
        post: operations["postSession"];
        /** Logs out */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the own password; all other sessions and tokens end, and this one gets a new token */
        post: operations["postSessionPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own sessions and API tokens that are not over */
        get: operations["getSessionList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/list/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends an own session or API token */
        delete: operations["deleteSessionListById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an API token with the own permissions */
        post: operations["postSessionTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first operator is still to be made */
        get: operations["getSetup"];
        put?: never;
        /** Makes the first administrator, with the token from the console */
        post: operations["postSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators */
        get: operations["getOperators"];
        put?: never;
        /** Creates an operator, who has to change the password at the first login */
        post: operations["postOperators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An operator */
        get: operations["getOperatorsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is given; whoever is disabled or put into other groups is logged out */
        patch: operations["patchOperatorsById"];
        trace?: never;
    };
    "/api/operators/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an operator another password, which he has to change; his sessions and tokens end */
        post: operations["postOperatorsByIdPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets an operator try his password again at once */
        post: operations["postOperatorsByIdUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions and API tokens of an operator that are not over */
        get: operations["getOperatorsByIdSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{id}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session or an API token of an operator */
        delete: operations["deleteOperatorsByIdSessionsBySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All permissions that there are: core's and the plugins' */
        get: operations["getPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All groups of operators */
        get: operations["getGroups"];
        put?: never;
        /** Creates a group with permissions that one has oneself */
        post: operations["postGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group of operators */
        get: operations["getGroupsById"];
        put?: never;
        post?: never;
        /** Removes a group that nobody is in */
        delete: operations["deleteGroupsById"];
        options?: never;
        head?: never;
        /** Changes what is given; it holds from the next request of everybody in the group on */
        patch: operations["patchGroupsById"];
        trace?: never;
    };
    "/api/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that one is at something, to be said again every 20 seconds, or has left it */
        put: operations["putPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The issuer, and the next numbers of its series */
        get: operations["getIssuer"];
        /** Replaces what is known of the issuer; issued documents keep what was true */
        put: operations["putIssuer"];
        /** Sets up the issuer */
        post: operations["postIssuer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer with its contacts and consents */
        get: operations["getCustomersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is given; contacts and address are replaced as a whole */
        patch: operations["patchCustomersById"];
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers */
        get: operations["getCustomers"];
        put?: never;
        /** Creates a customer; what is left out gets the default of its kind */
        post: operations["postCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that a customer gave or took back a consent */
        post: operations["postCustomersByIdConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was noted of a customer, newest first */
        get: operations["getCustomersByIdNotes"];
        put?: never;
        /** Notes a telephone call, or something else worth knowing */
        post: operations["postCustomersByIdNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site, what it hangs on and how much hangs on it */
        get: operations["getSitesById"];
        put?: never;
        post?: never;
        /** Removes a site that no site and no contract hangs on */
        delete: operations["deleteSitesById"];
        options?: never;
        head?: never;
        /** Changes what is given; with another parent it moves, and with it all that hangs on it */
        patch: operations["patchSitesById"];
        trace?: never;
    };
    "/api/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites, a level of the tree or all */
        get: operations["getSites"];
        put?: never;
        /** Creates a site */
        post: operations["postSites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with its prices in time */
        get: operations["getPlansById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what a plan proposes from now on; contracts keep what they were made with */
        patch: operations["patchPlansById"];
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans */
        get: operations["getPlans"];
        put?: never;
        /** Creates a plan; without terms it is monthly in advance */
        post: operations["postPlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a price from a day on; contracts get it when they are changed to it */
        post: operations["postPlansByIdPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A price change, and how many of its contracts are in which state */
        get: operations["getPriceChangesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-changes/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a price change would concern; nothing is written */
        post: operations["postPriceChangesPreviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Price changes of many contracts */
        get: operations["getPriceChanges"];
        put?: never;
        /** Announces a new price of a plan’s contracts from a day on, and has their customers told */
        post: operations["postPriceChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-changes/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a price change back before its day; contracts that ended because of it stay ended */
        post: operations["postPriceChangesByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-changes/{id}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that customers were told: of the contracts named, or of all that nobody has told yet */
        post: operations["postPriceChangesByIdTold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-changes/{id}/leave-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves contracts out: they keep their price */
        post: operations["postPriceChangesByIdLeaveOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-changes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer withdraws because of a price change: the contract ends before it, without penalty */
        post: operations["postPriceChangesByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A contract, its items in time, its holds, and when it is billed next */
        get: operations["getContractsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes how a contract is invoiced from the next invoice on, and its attributes */
        patch: operations["patchContractsById"];
        trace?: never;
    };
    "/api/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts */
        get: operations["getContracts"];
        put?: never;
        /** Records a draft; nothing is billed before it is activated */
        post: operations["postContracts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a draft: from the day on it is owed */
        post: operations["postContractsByIdActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a contract; days billed beyond its last one are credited */
        post: operations["postContractsByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A consumer’s withdrawal within 14 days: the contract ends, and only the days of use are paid */
        post: operations["postContractsByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a notice of termination back */
        post: operations["postContractsByIdKeep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drops a contract that never ran */
        post: operations["postContractsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves the installation to another address or site; what is billed stays */
        post: operations["postContractsByIdMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/holder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes a contract to another customer (subentro); answers with its successor */
        post: operations["postContractsByIdHolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an item from a day on */
        post: operations["postContractsByIdItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/items/{item}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes plan, price, quantity or terms of an item from a day on */
        post: operations["postContractsByIdItemsByItemChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/items/{item}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an item; days billed beyond its last one are credited */
        post: operations["postContractsByIdItemsByItemRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops the billing of a contract, limits its access, or both */
        post: operations["postContractsByIdHolds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/holds/{hold}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lifts a hold; its policy says what becomes of the days that it covered */
        post: operations["postContractsByIdHoldsByHoldRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charges something once, on the next invoice of a contract */
        post: operations["postContractsByIdCharges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document as it was issued, and what became of it */
        get: operations["getDocumentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document with a number */
        get: operations["getDocumentsFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The copy for people, with the fiscal file in it */
        get: operations["getDocumentsByIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files kept with a document */
        get: operations["getDocumentsByIdArtifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/artifacts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file kept with a document, byte by byte as it was issued */
        get: operations["getDocumentsByIdArtifactsByKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/lines/{line}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a line is what it is */
        get: operations["getDocumentsByIdLinesByLineExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/creditable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of an invoice can still be credited, line by line */
        get: operations["getDocumentsByIdCreditable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/credit/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a credit note would come to; nothing is written */
        post: operations["postDocumentsByIdCreditPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Credits an invoice: lines in part, or all that is left of it */
        post: operations["postDocumentsByIdCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft as it was written */
        get: operations["getDraftsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is given; lines are replaced as a whole */
        patch: operations["patchDraftsById"];
        trace?: never;
    };
    "/api/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices that people write by hand, issued and void ones included */
        get: operations["getDrafts"];
        put?: never;
        /** Keeps an invoice that somebody writes; it has no number before it is issued */
        post: operations["postDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a draft comes to, and what keeps it from being issued; nothing is kept */
        post: operations["postDraftsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new draft with the lines of an issued invoice */
        post: operations["postDocumentsByIdCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a file that the invoice will carry */
        post: operations["postDraftsByIdAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a file of a draft away */
        delete: operations["deleteDraftsByIdAttachmentsByAttachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a draft its number, dated today; one that was issued already answers the same again */
        post: operations["postDraftsByIdIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a draft that comes to nothing: it stays, and no number is used */
        post: operations["postDraftsByIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pro-forma invoice: no number, no fiscal file */
        get: operations["getDraftsByIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a document’s notice sent to its customer again, by mail and SMS as when it was issued */
        post: operations["postDocumentsByIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months in which nothing is issued any more */
        get: operations["getDocumentsLock"];
        put?: never;
        /** Locks the months up to a day: nothing is issued with a date in them */
        post: operations["postDocumentsLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/lock/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the last lock back */
        post: operations["postDocumentsLockRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money that came in, and what was paid back or taken back */
        get: operations["getPayments"];
        put?: never;
        /** Records money that came in; what is left over is credit of the customer */
        post: operations["postPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment, and what it pays */
        get: operations["getPaymentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is left of a payment pays the oldest open invoices, or these */
        post: operations["postPaymentsByIdAllocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The money came back, as a direct debit does: what it paid is open again */
        post: operations["postPaymentsByIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a payment or refund that should not have been recorded, by a counter-entry */
        post: operations["postPaymentsByIdReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/credit/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All credit of a customer, of credit notes too, pays the oldest open invoices, or these */
        post: operations["postCustomersByIdCreditAllocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pays credit back to a customer */
        post: operations["postCustomersByIdRefunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer owes, what of it is overdue, and his credit */
        get: operations["getCustomersByIdBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed a customer’s balance in a period, with the balance after each entry */
        get: operations["getCustomersByIdStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/statement/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file for spreadsheets */
        get: operations["getCustomersByIdStatementFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ageing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers owe today, by how long it has been due: in all, and customer by customer */
        get: operations["getAgeing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an operator took in cash and by POS in a day, and whether the day is closed */
        get: operations["getReceiptsClosing"];
        put?: never;
        /** Closes the till of an operator for a day: no receipt of that day is added or taken back any more */
        post: operations["postReceiptsClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/vat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the documents of a period come to by VAT rate, credit notes negative */
        get: operations["getReportsVat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/vat/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The VAT register of a period, row by row */
        get: operations["getReportsVatRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/vat/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The VAT register of a period as CSV */
        get: operations["getReportsVatFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/stamp-duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents with stamp duty of a year, and what each quarter comes to */
        get: operations["getReportsStampDuty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/month-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the documents of a period have come: file, mail, payment; what is missing, VAT and stamp duty */
        get: operations["getReportsMonthEnd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/conservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who conserves the originals by the law, and what was last handed over when: it is not done here */
        get: operations["getReportsConservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the billing of today stands, and the preview of it */
        get: operations["getRunsBilling"];
        put?: never;
        /** Starts the billing of what is due; GET /runs/find and GET /events tell how it goes */
        post: operations["postRunsBilling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on with a billing run that was held, although a bound has tripped */
        post: operations["postRunsByIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a billing run or a preview behind the page that it is at; started again, it goes on there */
        post: operations["postRunsByIdStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a preview: what a billing run of a day would do; it replaces the one before of that day */
        post: operations["postRunsPreviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/previews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a preview stands, and its figures */
        get: operations["getRunsPreviewsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/previews/{id}/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be billed, page by page */
        get: operations["getRunsPreviewsByIdBills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/previews/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is billed for the first time, comes to something else than the last time, or is gone */
        get: operations["getRunsPreviewsByIdDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/previews/{id}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contracts that could not be billed, page by page */
        get: operations["getRunsPreviewsByIdParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a contract will be charged next */
        get: operations["getContractsByIdForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a new contract would be charged; nothing is written */
        post: operations["postContractsPreviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{id}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a contract would be, and be charged, after a command; nothing is written */
        post: operations["postContractsByIdPreviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Imports a CSV file: good rows are stored, bad ones are told about; what is there stays as it is */
        post: operations["postImportsByKind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the business stands today; null is what whoever asks may not see */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices and credit notes */
        get: operations["getDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What contracts are charged; open charges wait for the next invoice */
        get: operations["getCharges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts that the last runs could not bill, and why */
        get: operations["getParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds of contracts; open ones have no last day yet */
        get: operations["getHolds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of jobs, newest first */
        get: operations["getRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators are told, newest first */
        get: operations["getNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of events */
        get: operations["getOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-change-contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts that price changes concern: told, withdrawn, left out, skipped */
        get: operations["getPriceChangeContracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open of documents; with a last `dueDate`, what is overdue */
        get: operations["getOpenItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, contracts, sites and documents by what is known of them */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that a list is exported, and says whether it may be */
        post: operations["postExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry of the audit log */
        get: operations["getAuditById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery of an event to one subscriber */
        get: operations["getOutboxById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a dead letter again, as often as a new one; an uncertain one may go out twice */
        post: operations["postOutboxByIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a dead letter away undelivered, and records why */
        post: operations["postOutboxByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/deep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with this installation, as `traliccio doctor` says it */
        get: operations["getHealthDeep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recurring jobs, when each is due next and how it went last */
        get: operations["getJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a worker process run a job now, for today or an earlier date */
        post: operations["postJobsByNameRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a run stands (jobs.read, or who may start it) */
        get: operations["getRunsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The run of a kind and day (jobs.read, or who may start it) */
        get: operations["getRunsFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices and runs as they change, as server-sent events: ready, notice (notices.read), run (jobs.read, or who may start it), presence, heartbeat */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A notice, open or closed */
        get: operations["getNoticesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a notice that has been dealt with; it opens again when what it says happens again */
        post: operations["postNoticesByIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings, each with its schema and its label */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes settings; null goes back to the default */
        patch: operations["patchSettings"];
        trace?: never;
    };
    "/api/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All plugins, their state, and what is wrong with them */
        get: operations["getPlugins"];
        put?: never;
        /** Records a plugin from a folder of the server and starts it */
        post: operations["postPlugins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plugins that are up and have pages, and where their modules are */
        get: operations["getAdminPlugins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plugin */
        get: operations["getPluginsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a plugin, and with it whatever waits for it; refused, with the reason, when it can not be started */
        post: operations["postPluginsByIdEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a plugin; its data stays */
        post: operations["postPluginsByIdDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of a plugin with their schema; secrets only as set or not */
        get: operations["getPluginsByIdSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes settings and puts them in force; refused when the plugin can not be started with them */
        patch: operations["patchPluginsByIdSettings"];
        trace?: never;
    };
    "/api/edition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The edition and its plugins */
        get: operations["getEdition"];
        /** Goes to an edition: enables its plugins, stops none */
        put: operations["putEdition"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description about:blank, or urn:traliccio:error: and the code */
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            /** @description Path of the input at fault */
            field?: string;
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description Id of the request, to find it in the log */
            request?: string;
            /** @description What is there now, where a version had moved on */
            current?: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok";
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok";
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file or the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operator: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            language: "it" | "en";
                        };
                        /** @description Ids of permissions; * is all of them */
                        permissions: string[];
                        /** @description Until it is changed, nothing else is answered */
                        mustChangePassword: boolean;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** Format: password */
                    password: string;
                    /** @description For programs: the answer holds a bearer token, instead of a cookie being set */
                    token?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operator: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            language: "it" | "en";
                        };
                        /** @description Ids of permissions; * is all of them */
                        permissions: string[];
                        /** @description Until it is changed, nothing else is answered */
                        mustChangePassword: boolean;
                        token: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSessionPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    old: string;
                    /** Format: password */
                    new: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operator: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            language: "it" | "en";
                        };
                        /** @description Ids of permissions; * is all of them */
                        permissions: string[];
                        /** @description Until it is changed, nothing else is answered */
                        mustChangePassword: boolean;
                        token: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @enum {string} */
                            kind: "cookie" | "bearer" | "token";
                            name: string | null;
                            /** @description Address that it was opened from */
                            peer: string;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            seenAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            expiresAt: number;
                            /** @description The one that asks */
                            isThis: boolean;
                        }[];
                        next: null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSessionListById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSessionTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default 90 */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Shown this once */
                        token: string;
                        /** @description Milliseconds since 1970, UTC */
                        expiresAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description There is no operator yet */
                        needed: boolean;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the console of the server */
                    token: string;
                    email: string;
                    name: string;
                    /** @enum {string} */
                    language?: "it" | "en";
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        language: "it" | "en";
                        groups: {
                            id: number;
                            name: string;
                        }[];
                        enabled: boolean;
                        mustChangePassword: boolean;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperators: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            language: "it" | "en";
                            groups: {
                                id: number;
                                name: string;
                            }[];
                            enabled: boolean;
                            mustChangePassword: boolean;
                            /** @description Goes up with each change; also in ETag */
                            version: number;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            updatedAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name: string;
                    /** @enum {string} */
                    language?: "it" | "en";
                    /** @description Ids of groups */
                    groups: number[];
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        language: "it" | "en";
                        groups: {
                            id: number;
                            name: string;
                        }[];
                        enabled: boolean;
                        mustChangePassword: boolean;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        language: "it" | "en";
                        groups: {
                            id: number;
                            name: string;
                        }[];
                        enabled: boolean;
                        mustChangePassword: boolean;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOperatorsById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    name?: string;
                    /** @enum {string} */
                    language?: "it" | "en";
                    /** @description Ids of groups */
                    groups?: number[];
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        language: "it" | "en";
                        groups: {
                            id: number;
                            name: string;
                        }[];
                        enabled: boolean;
                        mustChangePassword: boolean;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorsByIdPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        email: string;
                        name: string;
                        /** @enum {string} */
                        language: "it" | "en";
                        groups: {
                            id: number;
                            name: string;
                        }[];
                        enabled: boolean;
                        mustChangePassword: boolean;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorsByIdUnlock: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorsByIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @enum {string} */
                            kind: "cookie" | "bearer" | "token";
                            name: string | null;
                            /** @description Address that it was opened from */
                            peer: string;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            seenAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            expiresAt: number;
                            /** @description The one that asks */
                            isThis: boolean;
                        }[];
                        next: null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOperatorsByIdSessionsBySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                session: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            label: {
                                it: string;
                                en: string;
                            };
                            plugin: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            name: string;
                            permissions: string[];
                            /** @description Goes up with each change; also in ETag */
                            version: number;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            updatedAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postGroups: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Ids of permissions; * is all of them */
                    permissions: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        permissions: string[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGroupsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        permissions: string[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteGroupsById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchGroupsById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Ids of permissions; * is all of them */
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        permissions: string[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What one is at: customer:12 */
                    subject: string;
                    here: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        others: {
                            id: number;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        firstName: string | null;
                        lastName: string | null;
                        vatCountry: string;
                        vatNumber: string;
                        taxCode: string;
                        regimeFiscale: string;
                        address: {
                            street: string;
                            houseNumber: string | null;
                            postcode: string;
                            city: string;
                            province: string | null;
                            /** @description ISO 3166, two letters */
                            country: string;
                        };
                        rea: {
                            office: string;
                            number: string;
                            shareCapital: number | null;
                            socioUnico: ("SU" | "SM") | null;
                            /** @enum {string} */
                            liquidazione: "LN" | "LS";
                        } | null;
                        phone: string | null;
                        email: string | null;
                        website: string | null;
                        iban: string | null;
                        bankName: string | null;
                        transmitter: {
                            country: string;
                            code: string;
                        };
                        timeZone: string;
                        defaultSeries: string;
                        creditNoteSeries: string;
                        publicBodySeries: string | null;
                        rechargeStampDuty: boolean;
                        /** @enum {string} */
                        zeroTotal: "skip" | "issue";
                        series: {
                            code: string;
                            year: number;
                            /** @description The number that its next document gets */
                            next: number;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIssuer: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    vatNumber: string;
                    taxCode: string;
                    regimeFiscale: string;
                    address: {
                        street: string;
                        houseNumber?: string | null;
                        postcode: string;
                        city: string;
                        province?: string | null;
                        country?: string;
                    };
                    rea?: {
                        office: string;
                        number: string;
                        shareCapital?: number | null;
                        socioUnico?: ("SU" | "SM") | null;
                        /** @enum {string} */
                        liquidazione: "LN" | "LS";
                    } | null;
                    phone?: string | null;
                    email?: string | null;
                    website?: string | null;
                    iban?: string | null;
                    bankName?: string | null;
                    /** @description Who sends to the SDI, when it is another than the issuer */
                    transmitter?: {
                        country: string;
                        code: string;
                    };
                    timeZone?: string;
                    defaultSeries?: string;
                    creditNoteSeries?: string;
                    publicBodySeries?: string | null;
                    /** @description Whether customers are charged the stamp duty of their documents */
                    rechargeStampDuty?: boolean;
                    /** @enum {string} */
                    zeroTotal?: "skip" | "issue";
                    /** @description Taking over from another system: the next number of each series */
                    series?: {
                        code: string;
                        year: number;
                        next: number;
                    }[];
                    /** @description Taking over from another system: the last file name that it gave */
                    sdiFile?: {
                        last: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        firstName: string | null;
                        lastName: string | null;
                        vatCountry: string;
                        vatNumber: string;
                        taxCode: string;
                        regimeFiscale: string;
                        address: {
                            street: string;
                            houseNumber: string | null;
                            postcode: string;
                            city: string;
                            province: string | null;
                            /** @description ISO 3166, two letters */
                            country: string;
                        };
                        rea: {
                            office: string;
                            number: string;
                            shareCapital: number | null;
                            socioUnico: ("SU" | "SM") | null;
                            /** @enum {string} */
                            liquidazione: "LN" | "LS";
                        } | null;
                        phone: string | null;
                        email: string | null;
                        website: string | null;
                        iban: string | null;
                        bankName: string | null;
                        transmitter: {
                            country: string;
                            code: string;
                        };
                        timeZone: string;
                        defaultSeries: string;
                        creditNoteSeries: string;
                        publicBodySeries: string | null;
                        rechargeStampDuty: boolean;
                        /** @enum {string} */
                        zeroTotal: "skip" | "issue";
                        series: {
                            code: string;
                            year: number;
                            /** @description The number that its next document gets */
                            next: number;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIssuer: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    firstName?: string | null;
                    lastName?: string | null;
                    vatNumber: string;
                    taxCode: string;
                    regimeFiscale: string;
                    address: {
                        street: string;
                        houseNumber?: string | null;
                        postcode: string;
                        city: string;
                        province?: string | null;
                        country?: string;
                    };
                    rea?: {
                        office: string;
                        number: string;
                        shareCapital?: number | null;
                        socioUnico?: ("SU" | "SM") | null;
                        /** @enum {string} */
                        liquidazione: "LN" | "LS";
                    } | null;
                    phone?: string | null;
                    email?: string | null;
                    website?: string | null;
                    iban?: string | null;
                    bankName?: string | null;
                    /** @description Who sends to the SDI, when it is another than the issuer */
                    transmitter?: {
                        country: string;
                        code: string;
                    };
                    timeZone?: string;
                    defaultSeries?: string;
                    creditNoteSeries?: string;
                    publicBodySeries?: string | null;
                    /** @description Whether customers are charged the stamp duty of their documents */
                    rechargeStampDuty?: boolean;
                    /** @enum {string} */
                    zeroTotal?: "skip" | "issue";
                    /** @description Taking over from another system: the next number of each series */
                    series?: {
                        code: string;
                        year: number;
                        next: number;
                    }[];
                    /** @description Taking over from another system: the last file name that it gave */
                    sdiFile?: {
                        last: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        firstName: string | null;
                        lastName: string | null;
                        vatCountry: string;
                        vatNumber: string;
                        taxCode: string;
                        regimeFiscale: string;
                        address: {
                            street: string;
                            houseNumber: string | null;
                            postcode: string;
                            city: string;
                            province: string | null;
                            /** @description ISO 3166, two letters */
                            country: string;
                        };
                        rea: {
                            office: string;
                            number: string;
                            shareCapital: number | null;
                            socioUnico: ("SU" | "SM") | null;
                            /** @enum {string} */
                            liquidazione: "LN" | "LS";
                        } | null;
                        phone: string | null;
                        email: string | null;
                        website: string | null;
                        iban: string | null;
                        bankName: string | null;
                        transmitter: {
                            country: string;
                            code: string;
                        };
                        timeZone: string;
                        defaultSeries: string;
                        creditNoteSeries: string;
                        publicBodySeries: string | null;
                        rechargeStampDuty: boolean;
                        /** @enum {string} */
                        zeroTotal: "skip" | "issue";
                        series: {
                            code: string;
                            year: number;
                            /** @description The number that its next document gets */
                            next: number;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                        name: string;
                        firstName: string | null;
                        lastName: string | null;
                        taxCode: string | null;
                        vatCountry: string | null;
                        vatNumber: string | null;
                        codiceDestinatario: string;
                        pec: string | null;
                        address: {
                            street: string;
                            houseNumber: string | null;
                            postcode: string;
                            city: string;
                            province: string | null;
                            /** @description ISO 3166, two letters */
                            country: string;
                        };
                        /** @enum {string} */
                        language: "it" | "en";
                        splitPayment: boolean;
                        vatNatura: string | null;
                        vatReference: string | null;
                        withholding: boolean;
                        declarationOfIntent: {
                            protocol: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            receivedOn: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validTo: string;
                            ceiling: number | null;
                        } | null;
                        paymentMethod: string;
                        paymentDays: number;
                        iban: string | null;
                        mandateId: string | null;
                        mandateDate: string | null;
                        notes: string | null;
                        contacts: {
                            /** @enum {string} */
                            role: "billing" | "technical" | "admin";
                            name: string | null;
                            email: string | null;
                            phone: string | null;
                        }[];
                        /** @description The newest of each purpose */
                        consents: {
                            purpose: string;
                            granted: boolean;
                            source: string;
                            /** @description Milliseconds since 1970, UTC */
                            at: number;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchCustomersById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "private" | "company" | "public_body" | "condominium" | "foreign";
                    address?: {
                        street: string;
                        houseNumber?: string | null;
                        postcode: string;
                        city: string;
                        province?: string | null;
                        country?: string;
                    };
                    name?: string | null;
                    firstName?: string | null;
                    lastName?: string | null;
                    taxCode?: string | null;
                    vatCountry?: string | null;
                    vatNumber?: string | null;
                    codiceDestinatario?: string | null;
                    pec?: string | null;
                    /** @enum {string} */
                    language?: "it" | "en";
                    splitPayment?: boolean;
                    vatNatura?: string | null;
                    vatReference?: string | null;
                    /** @description Keeps back 4 % of what it pays (condominiums) */
                    withholding?: boolean;
                    declarationOfIntent?: {
                        protocol: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        validTo: string;
                        ceiling?: number | null;
                    } | null;
                    paymentMethod?: string;
                    paymentDays?: number;
                    iban?: string | null;
                    mandateId?: string | null;
                    mandateDate?: string | null;
                    notes?: string | null;
                    contacts?: {
                        /** @enum {string} */
                        role: "billing" | "technical" | "admin";
                        name?: string | null;
                        email?: string | null;
                        phone?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                        name: string;
                        firstName: string | null;
                        lastName: string | null;
                        taxCode: string | null;
                        vatCountry: string | null;
                        vatNumber: string | null;
                        codiceDestinatario: string;
                        pec: string | null;
                        address: {
                            street: string;
                            houseNumber: string | null;
                            postcode: string;
                            city: string;
                            province: string | null;
                            /** @description ISO 3166, two letters */
                            country: string;
                        };
                        /** @enum {string} */
                        language: "it" | "en";
                        splitPayment: boolean;
                        vatNatura: string | null;
                        vatReference: string | null;
                        withholding: boolean;
                        declarationOfIntent: {
                            protocol: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            receivedOn: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validTo: string;
                            ceiling: number | null;
                        } | null;
                        paymentMethod: string;
                        paymentDays: number;
                        iban: string | null;
                        mandateId: string | null;
                        mandateDate: string | null;
                        notes: string | null;
                        contacts: {
                            /** @enum {string} */
                            role: "billing" | "technical" | "admin";
                            name: string | null;
                            email: string | null;
                            phone: string | null;
                        }[];
                        /** @description The newest of each purpose */
                        consents: {
                            purpose: string;
                            granted: boolean;
                            source: string;
                            /** @description Milliseconds since 1970, UTC */
                            at: number;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                code?: string;
                kind?: "private" | "company" | "public_body" | "condominium" | "foreign";
                /** @description One or several, with commas: private, company, public_body, condominium, foreign */
                "kind.in"?: string;
                city?: string;
                taxCode?: string;
                vatNumber?: string;
                sort?: "name" | "-name" | "code" | "-code" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Words that are looked for */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            code: string;
                            /** @enum {string} */
                            kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                            name: string;
                            taxCode: string | null;
                            vatNumber: string | null;
                            city: string;
                            province: string | null;
                            email: string | null;
                            phone: string | null;
                            paymentMethod: string;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @enum {string} */
                    kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                    address: {
                        street: string;
                        houseNumber?: string | null;
                        postcode: string;
                        city: string;
                        province?: string | null;
                        country?: string;
                    };
                    name?: string | null;
                    firstName?: string | null;
                    lastName?: string | null;
                    taxCode?: string | null;
                    vatCountry?: string | null;
                    vatNumber?: string | null;
                    codiceDestinatario?: string | null;
                    pec?: string | null;
                    /** @enum {string} */
                    language?: "it" | "en";
                    splitPayment?: boolean;
                    vatNatura?: string | null;
                    vatReference?: string | null;
                    /** @description Keeps back 4 % of what it pays (condominiums) */
                    withholding?: boolean;
                    declarationOfIntent?: {
                        protocol: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        validTo: string;
                        ceiling?: number | null;
                    } | null;
                    paymentMethod?: string;
                    paymentDays?: number;
                    iban?: string | null;
                    mandateId?: string | null;
                    mandateDate?: string | null;
                    notes?: string | null;
                    contacts?: {
                        /** @enum {string} */
                        role: "billing" | "technical" | "admin";
                        name?: string | null;
                        email?: string | null;
                        phone?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                        name: string;
                        firstName: string | null;
                        lastName: string | null;
                        taxCode: string | null;
                        vatCountry: string | null;
                        vatNumber: string | null;
                        codiceDestinatario: string;
                        pec: string | null;
                        address: {
                            street: string;
                            houseNumber: string | null;
                            postcode: string;
                            city: string;
                            province: string | null;
                            /** @description ISO 3166, two letters */
                            country: string;
                        };
                        /** @enum {string} */
                        language: "it" | "en";
                        splitPayment: boolean;
                        vatNatura: string | null;
                        vatReference: string | null;
                        withholding: boolean;
                        declarationOfIntent: {
                            protocol: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            receivedOn: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validTo: string;
                            ceiling: number | null;
                        } | null;
                        paymentMethod: string;
                        paymentDays: number;
                        iban: string | null;
                        mandateId: string | null;
                        mandateDate: string | null;
                        notes: string | null;
                        contacts: {
                            /** @enum {string} */
                            role: "billing" | "technical" | "admin";
                            name: string | null;
                            email: string | null;
                            phone: string | null;
                        }[];
                        /** @description The newest of each purpose */
                        consents: {
                            purpose: string;
                            granted: boolean;
                            source: string;
                            /** @description Milliseconds since 1970, UTC */
                            at: number;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdConsents: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for: marketing */
                    purpose: string;
                    granted: boolean;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                        name: string;
                        firstName: string | null;
                        lastName: string | null;
                        taxCode: string | null;
                        vatCountry: string | null;
                        vatNumber: string | null;
                        codiceDestinatario: string;
                        pec: string | null;
                        address: {
                            street: string;
                            houseNumber: string | null;
                            postcode: string;
                            city: string;
                            province: string | null;
                            /** @description ISO 3166, two letters */
                            country: string;
                        };
                        /** @enum {string} */
                        language: "it" | "en";
                        splitPayment: boolean;
                        vatNatura: string | null;
                        vatReference: string | null;
                        withholding: boolean;
                        declarationOfIntent: {
                            protocol: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            receivedOn: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validTo: string;
                            ceiling: number | null;
                        } | null;
                        paymentMethod: string;
                        paymentDays: number;
                        iban: string | null;
                        mandateId: string | null;
                        mandateDate: string | null;
                        notes: string | null;
                        contacts: {
                            /** @enum {string} */
                            role: "billing" | "technical" | "admin";
                            name: string | null;
                            email: string | null;
                            phone: string | null;
                        }[];
                        /** @description The newest of each purpose */
                        consents: {
                            purpose: string;
                            granted: boolean;
                            source: string;
                            /** @description Milliseconds since 1970, UTC */
                            at: number;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersByIdNotes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @description Milliseconds since 1970, UTC */
                            at: number;
                            /** @description Who wrote it */
                            operator: string;
                            /** @enum {string} */
                            kind: "call" | "note";
                            text: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdNotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "call" | "note";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Milliseconds since 1970, UTC */
                        at: number;
                        /** @description Who wrote it */
                        operator: string;
                        /** @enum {string} */
                        kind: "call" | "note";
                        text: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSitesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        name: string;
                        parent: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description From the root down to itself */
                        path: {
                            id: number;
                            code: string;
                            name: string;
                        }[];
                        /** @description How many sites hang on it directly */
                        children: number;
                        latitudeE6: number | null;
                        longitudeE6: number | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSitesById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSitesById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    parent?: string | null;
                    latitudeE6?: number | null;
                    longitudeE6?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        name: string;
                        parent: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description From the root down to itself */
                        path: {
                            id: number;
                            code: string;
                            name: string;
                        }[];
                        /** @description How many sites hang on it directly */
                        children: number;
                        latitudeE6: number | null;
                        longitudeE6: number | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSites: {
        parameters: {
            query?: {
                code?: string;
                parent?: number;
                roots?: boolean;
                sort?: "code" | "-code" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Words that are looked for */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            code: string;
                            name: string;
                            parent: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            hasChildren: boolean;
                            latitudeE6: number | null;
                            longitudeE6: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSites: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    parent?: string | null;
                    latitudeE6?: number | null;
                    longitudeE6?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        name: string;
                        parent: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description From the root down to itself */
                        path: {
                            id: number;
                            code: string;
                            name: string;
                        }[];
                        /** @description How many sites hang on it directly */
                        children: number;
                        latitudeE6: number | null;
                        longitudeE6: number | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlansById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        name: string;
                        /** @enum {string} */
                        kind: "internet" | "voip" | "rental" | "service";
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence: string;
                        /** @enum {string} */
                        timing: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays: number;
                        /** @enum {string} */
                        proration: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit: boolean;
                        active: boolean;
                        /** @description By the day from which they hold */
                        prices: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchPlansById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    kind?: "internet" | "voip" | "rental" | "service";
                    /** @description Length of a period, as the plugin that knows it names it: months:3 */
                    cadence?: string;
                    /** @enum {string} */
                    timing?: "advance" | "arrears";
                    /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                    offsetDays?: number;
                    /** @enum {string} */
                    proration?: "calendar" | "thirty" | "none";
                    /** @enum {string} */
                    firstPeriod?: "alone" | "with_next" | "free";
                    /** @description Unused days are given back when the contract ends */
                    endCredit?: boolean;
                    /** @description Whether it is still sold */
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        name: string;
                        /** @enum {string} */
                        kind: "internet" | "voip" | "rental" | "service";
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence: string;
                        /** @enum {string} */
                        timing: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays: number;
                        /** @enum {string} */
                        proration: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit: boolean;
                        active: boolean;
                        /** @description By the day from which they hold */
                        prices: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlans: {
        parameters: {
            query?: {
                code?: string;
                kind?: "internet" | "voip" | "rental" | "service";
                /** @description One or several, with commas: internet, voip, rental, service */
                "kind.in"?: string;
                active?: boolean;
                sort?: "code" | "-code" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            code: string;
                            name: string;
                            /** @enum {string} */
                            kind: "internet" | "voip" | "rental" | "service";
                            active: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            price: {
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                validFrom: string;
                                /** @description One unit for one period, in 1e-8 euro */
                                priceE8: number;
                                /** @description Whether the price has VAT in it */
                                vatIncluded: boolean;
                                /** @description Hundredths of a percent: 2200 */
                                vatRate: number;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlans: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    /** @enum {string} */
                    kind: "internet" | "voip" | "rental" | "service";
                    /** @description Length of a period, as the plugin that knows it names it: months:3 */
                    cadence?: string;
                    /** @enum {string} */
                    timing?: "advance" | "arrears";
                    /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                    offsetDays?: number;
                    /** @enum {string} */
                    proration?: "calendar" | "thirty" | "none";
                    /** @enum {string} */
                    firstPeriod?: "alone" | "with_next" | "free";
                    /** @description Unused days are given back when the contract ends */
                    endCredit?: boolean;
                    /** @description Whether it is still sold */
                    active?: boolean;
                    prices?: {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        validFrom: string;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate: number;
                        natura?: string | null;
                        vatReference?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        name: string;
                        /** @enum {string} */
                        kind: "internet" | "voip" | "rental" | "service";
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence: string;
                        /** @enum {string} */
                        timing: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays: number;
                        /** @enum {string} */
                        proration: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit: boolean;
                        active: boolean;
                        /** @description By the day from which they hold */
                        prices: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlansByIdPrices: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    validFrom: string;
                    /** @description One unit for one period, in 1e-8 euro */
                    priceE8: number;
                    /** @description Whether the price has VAT in it */
                    vatIncluded?: boolean;
                    /** @description Hundredths of a percent: 2200 */
                    vatRate: number;
                    natura?: string | null;
                    vatReference?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        name: string;
                        /** @enum {string} */
                        kind: "internet" | "voip" | "rental" | "service";
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence: string;
                        /** @enum {string} */
                        timing: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays: number;
                        /** @enum {string} */
                        proration: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit: boolean;
                        active: boolean;
                        /** @description By the day from which they hold */
                        prices: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            validFrom: string;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPriceChangesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        plan: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8: number;
                        vatIncluded: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        effectiveOn: string;
                        reason: string;
                        /** @enum {string} */
                        state: "announced" | "done" | "cancelled";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        announcedOn: string;
                        onlyPriceE8: number | null;
                        noticeDays: number;
                        /** @description How many there are by their state */
                        contracts: {
                            announced: number;
                            applied: number;
                            withdrawn: number;
                            left_out: number;
                            skipped: number;
                            cancelled: number;
                        };
                        /** @description Contracts whose customers nobody has told yet */
                        notTold: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPriceChangesPreviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: string;
                    site?: string | null;
                    onlyPriceE8?: number | null;
                    /** @description One unit for one period, in 1e-8 euro */
                    priceE8: number;
                    /** @description Whether the price has VAT in it */
                    vatIncluded: boolean;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    effectiveOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description The first day from which a price announced today may hold
                         */
                        firstPossible: string;
                        /** @description Contracts that would get the new price */
                        count: number;
                        /** @description Contracts that something keeps from it */
                        skipped: number;
                        /** @description The first of them */
                        contracts: {
                            contract: {
                                id: number;
                                code: string;
                            };
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description One unit for one period, in 1e-8 euro */
                            oldPriceE8: number;
                            oldVatIncluded: boolean;
                            problem: string | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPriceChanges: {
        parameters: {
            query?: {
                state?: "announced" | "done" | "cancelled";
                /** @description One or several, with commas: announced, done, cancelled */
                "state.in"?: string;
                sort?: "id" | "-id" | "effectiveOn" | "-effectiveOn";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            site: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            vatIncluded: boolean;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            effectiveOn: string;
                            reason: string;
                            /** @enum {string} */
                            state: "announced" | "done" | "cancelled";
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            announcedOn: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPriceChanges: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: string;
                    site?: string | null;
                    onlyPriceE8?: number | null;
                    /** @description One unit for one period, in 1e-8 euro */
                    priceE8: number;
                    /** @description Whether the price has VAT in it */
                    vatIncluded: boolean;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    effectiveOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        plan: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8: number;
                        vatIncluded: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        effectiveOn: string;
                        reason: string;
                        /** @enum {string} */
                        state: "announced" | "done" | "cancelled";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        announcedOn: string;
                        onlyPriceE8: number | null;
                        noticeDays: number;
                        /** @description How many there are by their state */
                        contracts: {
                            announced: number;
                            applied: number;
                            withdrawn: number;
                            left_out: number;
                            skipped: number;
                            cancelled: number;
                        };
                        /** @description Contracts whose customers nobody has told yet */
                        notTold: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPriceChangesByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        plan: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8: number;
                        vatIncluded: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        effectiveOn: string;
                        reason: string;
                        /** @enum {string} */
                        state: "announced" | "done" | "cancelled";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        announcedOn: string;
                        onlyPriceE8: number | null;
                        noticeDays: number;
                        /** @description How many there are by their state */
                        contracts: {
                            announced: number;
                            applied: number;
                            withdrawn: number;
                            left_out: number;
                            skipped: number;
                            cancelled: number;
                        };
                        /** @description Contracts whose customers nobody has told yet */
                        notTold: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPriceChangesByIdTold: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contracts?: number[];
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on: string;
                    /** @enum {string} */
                    how: "mail" | "letter" | "other";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        plan: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8: number;
                        vatIncluded: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        effectiveOn: string;
                        reason: string;
                        /** @enum {string} */
                        state: "announced" | "done" | "cancelled";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        announcedOn: string;
                        onlyPriceE8: number | null;
                        noticeDays: number;
                        /** @description How many there are by their state */
                        contracts: {
                            announced: number;
                            applied: number;
                            withdrawn: number;
                            left_out: number;
                            skipped: number;
                            cancelled: number;
                        };
                        /** @description Contracts whose customers nobody has told yet */
                        notTold: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPriceChangesByIdLeaveOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contracts: number[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        plan: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8: number;
                        vatIncluded: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        effectiveOn: string;
                        reason: string;
                        /** @enum {string} */
                        state: "announced" | "done" | "cancelled";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        announcedOn: string;
                        onlyPriceE8: number | null;
                        noticeDays: number;
                        /** @description How many there are by their state */
                        contracts: {
                            announced: number;
                            applied: number;
                            withdrawn: number;
                            left_out: number;
                            skipped: number;
                            cancelled: number;
                        };
                        /** @description Contracts whose customers nobody has told yet */
                        notTold: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPriceChangesByIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contract: number;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        plan: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8: number;
                        vatIncluded: boolean;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        effectiveOn: string;
                        reason: string;
                        /** @enum {string} */
                        state: "announced" | "done" | "cancelled";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        announcedOn: string;
                        onlyPriceE8: number | null;
                        noticeDays: number;
                        /** @description How many there are by their state */
                        contracts: {
                            announced: number;
                            applied: number;
                            withdrawn: number;
                            left_out: number;
                            skipped: number;
                            cancelled: number;
                        };
                        /** @description Contracts whose customers nobody has told yet */
                        notTold: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContractsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchContractsById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    series?: string | null;
                    paymentMethod?: string | null;
                    paymentDays?: number | null;
                    purchaseOrder?: string | null;
                    purchaseOrderDate?: string | null;
                    cig?: string | null;
                    cup?: string | null;
                    separateGroup?: string | null;
                    installAddress?: {
                        street?: string | null;
                        houseNumber?: string | null;
                        postcode?: string | null;
                        city?: string | null;
                        province?: string | null;
                    } | null;
                    /** @description Null takes an attribute away; those that are not named stay */
                    attributes?: {
                        [key: string]: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContracts: {
        parameters: {
            query?: {
                code?: string;
                customer?: number;
                payer?: number;
                site?: number;
                state?: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                /** @description One or several, with commas: draft, pending_activation, active, terminating, terminated, cancelled */
                "state.in"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "nextDue.gte"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "nextDue.lte"?: string;
                sort?: "code" | "-code" | "nextDue" | "-nextDue" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Words that are looked for */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            code: string;
                            /** @enum {string} */
                            state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                            /** @enum {string} */
                            shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            payer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            site: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            installStreet: string | null;
                            installHouseNumber: string | null;
                            installCity: string | null;
                            activatedOn: string | null;
                            lastDay: string | null;
                            nextDue: string | null;
                            parked: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            updatedAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContracts: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    customer: string;
                    payer?: string | null;
                    site?: string | null;
                    signedOn?: string | null;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    startOn: string;
                    items: {
                        /** @description Tells the items of a contract apart; main when not given */
                        item?: string;
                        plan?: string | null;
                        description?: string;
                        /** @description In millionths */
                        quantity?: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        anchor?: string;
                        anchorLastDay?: boolean;
                        /** @description No consumer’s internet or telephone contract (law 172/2017) */
                        cadenceConfirmed?: boolean;
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence?: string;
                        /** @enum {string} */
                        timing?: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays?: number;
                        /** @enum {string} */
                        proration?: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod?: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit?: boolean;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8?: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate?: number;
                        natura?: string | null;
                        vatReference?: string | null;
                    }[];
                    series?: string | null;
                    paymentMethod?: string | null;
                    paymentDays?: number | null;
                    purchaseOrder?: string | null;
                    purchaseOrderDate?: string | null;
                    cig?: string | null;
                    cup?: string | null;
                    separateGroup?: string | null;
                    installAddress?: {
                        street?: string | null;
                        houseNumber?: string | null;
                        postcode?: string | null;
                        city?: string | null;
                        province?: string | null;
                    } | null;
                    attributes?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdActivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    lastDay: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdKeep: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    installAddress: {
                        street?: string | null;
                        houseNumber?: string | null;
                        postcode?: string | null;
                        city?: string | null;
                        province?: string | null;
                    };
                    site?: string | null;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdHolder: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    customer: string;
                    payer?: string | null;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdItems: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Tells the items of a contract apart; main when not given */
                    item?: string;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    from: string;
                    plan?: string | null;
                    description?: string;
                    /** @description In millionths */
                    quantity?: number;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    anchor?: string;
                    anchorLastDay?: boolean;
                    /** @description No consumer’s internet or telephone contract (law 172/2017) */
                    cadenceConfirmed?: boolean;
                    /** @description Length of a period, as the plugin that knows it names it: months:3 */
                    cadence?: string;
                    /** @enum {string} */
                    timing?: "advance" | "arrears";
                    /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                    offsetDays?: number;
                    /** @enum {string} */
                    proration?: "calendar" | "thirty" | "none";
                    /** @enum {string} */
                    firstPeriod?: "alone" | "with_next" | "free";
                    /** @description Unused days are given back when the contract ends */
                    endCredit?: boolean;
                    /** @description One unit for one period, in 1e-8 euro */
                    priceE8?: number;
                    /** @description Whether the price has VAT in it */
                    vatIncluded?: boolean;
                    /** @description Hundredths of a percent: 2200 */
                    vatRate?: number;
                    natura?: string | null;
                    vatReference?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdItemsByItemChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
                /** @description Tells the items of a contract apart; main when not given */
                item: string;
            };
            cookie?: never;
        };
        /** @description Without `from` at once, or at the end of the period if it gets cheaper */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    from?: string;
                    plan?: string | null;
                    description?: string;
                    /** @description In millionths */
                    quantity?: number;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    anchor?: string;
                    anchorLastDay?: boolean;
                    /** @description No consumer’s internet or telephone contract (law 172/2017) */
                    cadenceConfirmed?: boolean;
                    /** @description Length of a period, as the plugin that knows it names it: months:3 */
                    cadence?: string;
                    /** @enum {string} */
                    timing?: "advance" | "arrears";
                    /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                    offsetDays?: number;
                    /** @enum {string} */
                    proration?: "calendar" | "thirty" | "none";
                    /** @enum {string} */
                    firstPeriod?: "alone" | "with_next" | "free";
                    /** @description Unused days are given back when the contract ends */
                    endCredit?: boolean;
                    /** @description One unit for one period, in 1e-8 euro */
                    priceE8?: number;
                    /** @description Whether the price has VAT in it */
                    vatIncluded?: boolean;
                    /** @description Hundredths of a percent: 2200 */
                    vatRate?: number;
                    natura?: string | null;
                    vatReference?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdItemsByItemRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
                /** @description Tells the items of a contract apart; main when not given */
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    lastDay: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdHolds: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    from?: string;
                    lastDay?: string | null;
                    /** @enum {string} */
                    access?: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                    blocksBilling?: boolean;
                    blocksChanges?: boolean;
                    /** @enum {string} */
                    releasePolicy?: "resume" | "back_bill" | "credit" | "none";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdHoldsByHoldRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
                hold: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on?: string;
                    /** @enum {string} */
                    policy?: "resume" | "back_bill" | "credit" | "none";
                    billedDays?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        code: string;
                        /** @enum {string} */
                        state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                        /** @enum {string} */
                        shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        payer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        site: {
                            id: number;
                            code: string;
                            name: string;
                        } | null;
                        signedOn: string | null;
                        activatedOn: string | null;
                        noticeOn: string | null;
                        withdrewOn: string | null;
                        lastDay: string | null;
                        billedThrough: string | null;
                        nextDue: string | null;
                        series: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        separateGroup: string | null;
                        installAddress: {
                            street: string | null;
                            houseNumber: string | null;
                            postcode: string | null;
                            city: string | null;
                            province: string | null;
                        } | null;
                        attributes: {
                            [key: string]: string;
                        };
                        items: {
                            id: number;
                            item: string;
                            plan: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            anchor: string;
                            anchorLastDay: boolean;
                            /** @description Length of a period, as the plugin that knows it names it: months:3 */
                            cadence: string;
                            /** @enum {string} */
                            timing: "advance" | "arrears";
                            /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                            offsetDays: number;
                            /** @enum {string} */
                            proration: "calendar" | "thirty" | "none";
                            /** @enum {string} */
                            firstPeriod: "alone" | "with_next" | "free";
                            /** @description Unused days are given back when the contract ends */
                            endCredit: boolean;
                            /** @description One unit for one period, in 1e-8 euro */
                            priceE8: number;
                            /** @description Whether the price has VAT in it */
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                        }[];
                        holds: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Days of it that are billed all the same */
                            billedDays: string[];
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                        }[];
                        parked: {
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdCharges: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for: the same source is never charged twice */
                    source: {
                        type: string;
                        id: string;
                        revision?: number;
                    };
                    description: string;
                    /** @description Euro cents, with VAT when vatIncluded; negative gives back */
                    amount: number;
                    /** @description Whether the price has VAT in it */
                    vatIncluded?: boolean;
                    /** @description Hundredths of a percent: 2200 */
                    vatRate: number;
                    natura?: string | null;
                    vatReference?: string | null;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description False when the source had been charged already, with the same amount */
                        added: boolean;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        tipoDocumento: string;
                        series: string;
                        year: number;
                        number: number | null;
                        numberText: string;
                        revision: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @enum {string} */
                        currency: "EUR";
                        issuer: {
                            id: number;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            vatCountry: string;
                            vatNumber: string;
                            taxCode: string;
                            regimeFiscale: string;
                            address: {
                                street: string;
                                houseNumber: string | null;
                                postcode: string;
                                city: string;
                                province: string | null;
                                /** @description ISO 3166, two letters */
                                country: string;
                            };
                            rea: {
                                office: string;
                                number: string;
                                shareCapital: number | null;
                                socioUnico: ("SU" | "SM") | null;
                                /** @enum {string} */
                                liquidazione: "LN" | "LS";
                            } | null;
                            phone: string | null;
                            email: string | null;
                            website: string | null;
                            iban: string | null;
                            bankName: string | null;
                            transmitterCountry: string;
                            transmitterCode: string;
                            logoFile: string | null;
                        };
                        customer: {
                            id: number;
                            code: string;
                            /** @enum {string} */
                            kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            taxCode: string | null;
                            vatCountry: string | null;
                            vatNumber: string | null;
                            codiceDestinatario: string;
                            pec: string | null;
                            address: {
                                street: string;
                                houseNumber: string | null;
                                postcode: string;
                                city: string;
                                province: string | null;
                                /** @description ISO 3166, two letters */
                                country: string;
                            };
                            /** @enum {string} */
                            language: "it" | "en";
                            invoiceEmails: string[];
                        };
                        lines: {
                            number: number;
                            description: string;
                            /** @description Millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description 1e-8 euro */
                            unitPrice: number;
                            /** @description 1e-8 euro */
                            totalE8: number;
                            /** @description Euro cents */
                            amount: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            periodFrom: string | null;
                            periodTo: string | null;
                            contractCode: string | null;
                        }[];
                        vat: {
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            esigibilita: ("I" | "D" | "S") | null;
                            /** @description Euro cents */
                            base: number;
                            /** @description Euro cents */
                            vat: number;
                            /** @description 1e-8 euro */
                            roundingE8: number;
                            reference: string | null;
                        }[];
                        /** @description Euro cents */
                        net: number;
                        /** @description Euro cents */
                        vatTotal: number;
                        /** @description Euro cents */
                        rounding: number;
                        /** @description Euro cents */
                        total: number;
                        /** @description Euro cents */
                        payable: number;
                        /** @description Euro cents */
                        stampDuty: number;
                        causale: string | null;
                        payment: {
                            method: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            dueDate: string;
                            iban: string | null;
                            bankName: string | null;
                            reference: string;
                        } | null;
                        purchaseOrder: {
                            id: string;
                            date: string | null;
                            cig: string | null;
                            cup: string | null;
                        } | null;
                        contractCodes: string[];
                        credits: {
                            id: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            reason: string;
                        } | null;
                        /** @description Income tax that the customer keeps back */
                        withholding?: {
                            /** @enum {string} */
                            type: "RT01" | "RT02";
                            /** @description Hundredths of a percent */
                            rate: number;
                            /** @description Euro cents */
                            amount: number;
                            causale: string;
                        };
                        /** @description What its lines without VAT (N3.5) rest on */
                        declarationOfIntent?: {
                            protocol: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            receivedOn: string;
                        };
                        deliveryNotes?: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        /** @description Files that it carries: in their order the artifacts attachment-1, attachment-2 ... */
                        attachments?: {
                            name: string;
                            format: string | null;
                            description: string | null;
                        }[];
                        /** @description The line that charges the stamp duty to the customer */
                        stampDutyLine?: number;
                        creditedBy: {
                            id: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                        }[];
                        /** @description What nothing pays yet; of a credit note, what is not used yet */
                        open: number;
                        /** @description What payments that are still pending are meant for */
                        pending: number;
                        /** @description Payments and credit notes that pay it, pending ones too; of a credit note, what it pays */
                        allocations: {
                            /** @enum {string} */
                            kind: "payment" | "document";
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            /** @description Euro cents */
                            amount: number;
                            numberText: string | null;
                            method: string | null;
                            state: string | null;
                        }[];
                        /** @description Its effects: to be delivered, delivered, or given up */
                        deliveries: {
                            id: number;
                            event: string;
                            /** @description What the event is about: `document:12` */
                            aggregate: string;
                            subscriber: string;
                            key: string;
                            /** @enum {string} */
                            state: "ready" | "leased" | "paused" | "dead" | "uncertain" | "done" | "dropped" | "discarded";
                            attempts: number;
                            error: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            doneAt: number | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsFind: {
        parameters: {
            query: {
                /** @description 12/A, or 12/A/2026 where several years have it */
                number: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "invoice" | "credit_note";
                        tipoDocumento: string;
                        series: string;
                        year: number;
                        number: number | null;
                        numberText: string;
                        revision: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @enum {string} */
                        currency: "EUR";
                        issuer: {
                            id: number;
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            vatCountry: string;
                            vatNumber: string;
                            taxCode: string;
                            regimeFiscale: string;
                            address: {
                                street: string;
                                houseNumber: string | null;
                                postcode: string;
                                city: string;
                                province: string | null;
                                /** @description ISO 3166, two letters */
                                country: string;
                            };
                            rea: {
                                office: string;
                                number: string;
                                shareCapital: number | null;
                                socioUnico: ("SU" | "SM") | null;
                                /** @enum {string} */
                                liquidazione: "LN" | "LS";
                            } | null;
                            phone: string | null;
                            email: string | null;
                            website: string | null;
                            iban: string | null;
                            bankName: string | null;
                            transmitterCountry: string;
                            transmitterCode: string;
                            logoFile: string | null;
                        };
                        customer: {
                            id: number;
                            code: string;
                            /** @enum {string} */
                            kind: "private" | "company" | "public_body" | "condominium" | "foreign";
                            name: string;
                            firstName: string | null;
                            lastName: string | null;
                            taxCode: string | null;
                            vatCountry: string | null;
                            vatNumber: string | null;
                            codiceDestinatario: string;
                            pec: string | null;
                            address: {
                                street: string;
                                houseNumber: string | null;
                                postcode: string;
                                city: string;
                                province: string | null;
                                /** @description ISO 3166, two letters */
                                country: string;
                            };
                            /** @enum {string} */
                            language: "it" | "en";
                            invoiceEmails: string[];
                        };
                        lines: {
                            number: number;
                            description: string;
                            /** @description Millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description 1e-8 euro */
                            unitPrice: number;
                            /** @description 1e-8 euro */
                            totalE8: number;
                            /** @description Euro cents */
                            amount: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            periodFrom: string | null;
                            periodTo: string | null;
                            contractCode: string | null;
                        }[];
                        vat: {
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            esigibilita: ("I" | "D" | "S") | null;
                            /** @description Euro cents */
                            base: number;
                            /** @description Euro cents */
                            vat: number;
                            /** @description 1e-8 euro */
                            roundingE8: number;
                            reference: string | null;
                        }[];
                        /** @description Euro cents */
                        net: number;
                        /** @description Euro cents */
                        vatTotal: number;
                        /** @description Euro cents */
                        rounding: number;
                        /** @description Euro cents */
                        total: number;
                        /** @description Euro cents */
                        payable: number;
                        /** @description Euro cents */
                        stampDuty: number;
                        causale: string | null;
                        payment: {
                            method: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            dueDate: string;
                            iban: string | null;
                            bankName: string | null;
                            reference: string;
                        } | null;
                        purchaseOrder: {
                            id: string;
                            date: string | null;
                            cig: string | null;
                            cup: string | null;
                        } | null;
                        contractCodes: string[];
                        credits: {
                            id: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            reason: string;
                        } | null;
                        /** @description Income tax that the customer keeps back */
                        withholding?: {
                            /** @enum {string} */
                            type: "RT01" | "RT02";
                            /** @description Hundredths of a percent */
                            rate: number;
                            /** @description Euro cents */
                            amount: number;
                            causale: string;
                        };
                        /** @description What its lines without VAT (N3.5) rest on */
                        declarationOfIntent?: {
                            protocol: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            receivedOn: string;
                        };
                        deliveryNotes?: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        /** @description Files that it carries: in their order the artifacts attachment-1, attachment-2 ... */
                        attachments?: {
                            name: string;
                            format: string | null;
                            description: string | null;
                        }[];
                        /** @description The line that charges the stamp duty to the customer */
                        stampDutyLine?: number;
                        creditedBy: {
                            id: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                        }[];
                        /** @description What nothing pays yet; of a credit note, what is not used yet */
                        open: number;
                        /** @description What payments that are still pending are meant for */
                        pending: number;
                        /** @description Payments and credit notes that pay it, pending ones too; of a credit note, what it pays */
                        allocations: {
                            /** @enum {string} */
                            kind: "payment" | "document";
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            /** @description Euro cents */
                            amount: number;
                            numberText: string | null;
                            method: string | null;
                            state: string | null;
                        }[];
                        /** @description Its effects: to be delivered, delivered, or given up */
                        deliveries: {
                            id: number;
                            event: string;
                            /** @description What the event is about: `document:12` */
                            aggregate: string;
                            subscriber: string;
                            key: string;
                            /** @enum {string} */
                            state: "ready" | "leased" | "paused" | "dead" | "uncertain" | "done" | "dropped" | "discarded";
                            attempts: number;
                            error: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            doneAt: number | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsByIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file or the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsByIdArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kind: string;
                            fileName: string;
                            mediaType: string;
                            size: number;
                            sha256: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsByIdArtifactsByKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file or the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsByIdLinesByLineExplanation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                line: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: number;
                        description: string;
                        charges: {
                            /** @description Key of the charge */
                            charge: string;
                            rule: string;
                            formula: string | null;
                            /** @description What it was computed from, by the rule */
                            details: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsByIdCreditable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            /** @description Number of the invoice’s line */
                            line: number;
                            description: string;
                            /** @description Millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Euro cents */
                            amount: number;
                            vatIncluded: boolean;
                            /** @description By credit notes */
                            credited: number;
                            /** @description By later negative charges */
                            givenBack: number;
                            /** @description Euro cents */
                            left: number;
                            /** @description Millionths */
                            leftQuantity: number;
                        }[];
                        creditNotes: string[];
                        left: {
                            /** @description Euro cents */
                            net: number;
                            /** @description Euro cents */
                            vatTotal: number;
                            /** @description Euro cents */
                            rounding: number;
                            /** @description Euro cents */
                            total: number;
                            /** @description Euro cents */
                            payable: number;
                        } | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsByIdCreditPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What to credit; a line without quantity and amount as far as it is left. Without: all that is left */
                    lines?: {
                        /** @description Number of the invoice’s line */
                        line: number;
                        /** @description Millionths; not with an amount */
                        quantity?: number;
                        /** @description Euro cents of the line’s sign, with VAT where it is included */
                        amount?: number;
                        /** @description Of this line; only a line credited as a whole can be billed again */
                        rebill?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            /** @description Number of the invoice’s line */
                            line: number;
                            /** @description Euro cents */
                            amount: number;
                            /** @description Millionths */
                            quantity: number;
                        }[];
                        vat: {
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            esigibilita: ("I" | "D" | "S") | null;
                            /** @description Euro cents */
                            base: number;
                            /** @description Euro cents */
                            vat: number;
                            /** @description 1e-8 euro */
                            roundingE8: number;
                            reference: string | null;
                        }[];
                        /** @description Euro cents */
                        net: number;
                        /** @description Euro cents */
                        vatTotal: number;
                        /** @description Euro cents */
                        rounding: number;
                        /** @description Euro cents */
                        total: number;
                        /** @description Euro cents */
                        payable: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsByIdCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description Let the next run bill the same days anew */
                    rebill: boolean;
                    /** @description What to credit; a line without quantity and amount as far as it is left. Without: all that is left */
                    lines?: {
                        /** @description Number of the invoice’s line */
                        line: number;
                        /** @description Millionths; not with an amount */
                        quantity?: number;
                        /** @description Euro cents of the line’s sign, with VAT where it is included */
                        amount?: number;
                        /** @description Of this line; only a line credited as a whole can be billed again */
                        rebill?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        number: number;
                        numberText: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchDraftsById: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customer?: string;
                    /** @enum {string} */
                    tipoDocumento?: "TD01" | "TD24" | "TD26";
                    lines?: {
                        description: string;
                        /** @description In millionths */
                        quantity?: number;
                        unit?: string | null;
                        /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                        priceE8: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate: number;
                        natura?: string | null;
                        vatReference?: string | null;
                        contract?: string | null;
                    }[];
                    deliveryNotes?: {
                        number: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @description Numbers of the lines that it delivered; none where it delivered them all */
                        lines?: number[];
                    }[];
                    causale?: string | null;
                    paymentMethod?: string | null;
                    paymentDays?: number | null;
                    purchaseOrder?: string | null;
                    purchaseOrderDate?: string | null;
                    cig?: string | null;
                    cup?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDrafts: {
        parameters: {
            query?: {
                state?: "draft" | "issued" | "void";
                /** @description One or several, with commas: draft, issued, void */
                "state.in"?: string;
                customer?: number;
                sort?: "updatedAt" | "-updatedAt" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @enum {string} */
                            state: "draft" | "issued" | "void";
                            /** @enum {string} */
                            tipoDocumento: "TD01" | "TD24" | "TD26";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description Euro cents */
                            total: number;
                            document: {
                                id: number;
                                numberText: string;
                            } | null;
                            /** @description Milliseconds since 1970, UTC */
                            updatedAt: number;
                            updatedBy: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDrafts: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customer: string;
                    /** @enum {string} */
                    tipoDocumento?: "TD01" | "TD24" | "TD26";
                    lines?: {
                        description: string;
                        /** @description In millionths */
                        quantity?: number;
                        unit?: string | null;
                        /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                        priceE8: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate: number;
                        natura?: string | null;
                        vatReference?: string | null;
                        contract?: string | null;
                    }[];
                    deliveryNotes?: {
                        number: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @description Numbers of the lines that it delivered; none where it delivered them all */
                        lines?: number[];
                    }[];
                    causale?: string | null;
                    paymentMethod?: string | null;
                    paymentDays?: number | null;
                    purchaseOrder?: string | null;
                    purchaseOrderDate?: string | null;
                    cig?: string | null;
                    cup?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customer: string;
                    /** @enum {string} */
                    tipoDocumento?: "TD01" | "TD24" | "TD26";
                    lines?: {
                        description: string;
                        /** @description In millionths */
                        quantity?: number;
                        unit?: string | null;
                        /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                        priceE8: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate: number;
                        natura?: string | null;
                        vatReference?: string | null;
                        contract?: string | null;
                    }[];
                    deliveryNotes?: {
                        number: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @description Numbers of the lines that it delivered; none where it delivered them all */
                        lines?: number[];
                    }[];
                    causale?: string | null;
                    paymentMethod?: string | null;
                    paymentDays?: number | null;
                    purchaseOrder?: string | null;
                    purchaseOrderDate?: string | null;
                    cig?: string | null;
                    cup?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        series: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        payment: {
                            method: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            dueDate: string;
                        };
                        /** @description As this customer is charged them: one outside VAT pays the net price */
                        lines: {
                            /** @description With VAT when vatIncluded */
                            amount: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                        }[];
                        vat: {
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            esigibilita: ("I" | "D" | "S") | null;
                            /** @description Euro cents */
                            base: number;
                            /** @description Euro cents */
                            vat: number;
                            /** @description 1e-8 euro */
                            roundingE8: number;
                            reference: string | null;
                        }[];
                        /** @description Euro cents */
                        net: number;
                        /** @description Euro cents */
                        vatTotal: number;
                        /** @description Euro cents */
                        rounding: number;
                        /** @description Euro cents */
                        total: number;
                        /** @description Euro cents */
                        payable: number;
                        /** @description Euro cents */
                        stampDuty: number;
                        /** @description An error keeps it from being issued */
                        findings: {
                            /** @enum {string} */
                            severity: "error" | "warning";
                            code: string;
                            message: string;
                            field: string;
                            line: number | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsByIdCopy: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsByIdAttachments: {
        parameters: {
            query: {
                name: string;
                description?: string;
            };
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "text/plain": string;
                "text/csv": string;
                "application/zip": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDraftsByIdAttachmentsByAttachment: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: number;
                attachment: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsByIdIssue: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDraftsByIdVoid: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        state: "draft" | "issued" | "void";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @enum {string} */
                        tipoDocumento: "TD01" | "TD24" | "TD26";
                        lines: {
                            description: string;
                            /** @description In millionths */
                            quantity: number;
                            unit: string | null;
                            /** @description Of one, in 1e-8 euro, with VAT when vatIncluded; negative for a discount */
                            priceE8: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent: 2200 */
                            vatRate: number;
                            natura: string | null;
                            vatReference: string | null;
                            contract: string | null;
                        }[];
                        deliveryNotes: {
                            number: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            lines: number[];
                        }[];
                        causale: string | null;
                        paymentMethod: string | null;
                        paymentDays: number | null;
                        purchaseOrder: string | null;
                        purchaseOrderDate: string | null;
                        cig: string | null;
                        cup: string | null;
                        attachments: {
                            id: number;
                            name: string;
                            format: string;
                            description: string | null;
                            /** @description Bytes */
                            size: number;
                        }[];
                        /** @description As it was when the draft was kept */
                        total: number;
                        document: {
                            id: number;
                            numberText: string;
                        } | null;
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        createdBy: string;
                        /** @description Milliseconds since 1970, UTC */
                        updatedAt: number;
                        updatedBy: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftsByIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file or the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsByIdResend: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many times this document was sent again, so far */
                        request: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsLock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        through: string | null;
                        /** @description The newest first */
                        history: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            through: string;
                            /** @description Milliseconds since 1970, UTC */
                            lockedAt: number;
                            lockedBy: string;
                            releasedAt: number | null;
                            releasedBy: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsLock: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Last day of a month that is over
                     */
                    through: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        through: string | null;
                        /** @description The newest first */
                        history: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            through: string;
                            /** @description Milliseconds since 1970, UTC */
                            lockedAt: number;
                            lockedBy: string;
                            releasedAt: number | null;
                            releasedBy: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsLockRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        through: string | null;
                        /** @description The newest first */
                        history: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            through: string;
                            /** @description Milliseconds since 1970, UTC */
                            lockedAt: number;
                            lockedBy: string;
                            releasedAt: number | null;
                            releasedBy: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayments: {
        parameters: {
            query?: {
                customer?: number;
                kind?: "payment" | "refund" | "return" | "reversal";
                /** @description One or several, with commas: payment, refund, return, reversal */
                "kind.in"?: string;
                method?: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                /** @description One or several, with commas: cash, pos, transfer, direct_debit, card, postal, other */
                "method.in"?: string;
                state?: "pending" | "provisional" | "settled" | "returned" | "reversed";
                /** @description One or several, with commas: pending, provisional, settled, returned, reversed */
                "state.in"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "receivedOn.gte"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "receivedOn.lte"?: string;
                hasRest?: boolean;
                sort?: "receivedOn" | "-receivedOn" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @enum {string} */
                            kind: "payment" | "refund" | "return" | "reversal";
                            /** @enum {string} */
                            side: "credit" | "debit";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description Euro cents */
                            amount: number;
                            /** @description What pays nothing yet; of a refund, what no credit covers any more */
                            rest: number;
                            /** @enum {string} */
                            method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                            /** @enum {string} */
                            state: "pending" | "provisional" | "settled" | "returned" | "reversed";
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            stateOn: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            receivedOn: string;
                            bookedOn: string | null;
                            valueDate: string | null;
                            reference: string | null;
                            payer: string | null;
                            note: string | null;
                            reason: string | null;
                            fee: number | null;
                            /** @description The plugin that recorded it, `operator`, or `core` for counter-entries */
                            source: string;
                            operator: string | null;
                            receiptNumber: number | null;
                            undoes: number | null;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPayments: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    /** @description Euro cents, more than 0 */
                    amount: number;
                    /** @enum {string} */
                    method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    receivedOn: string;
                    valueDate?: string | null;
                    reference?: string | null;
                    payer?: string | null;
                    note?: string | null;
                    /** @description The oldest open invoices, these invoices, or none: then all of it is credit */
                    allocate: ("oldest" | "none") | {
                        documentId: number;
                        /** @description Euro cents, more than 0 */
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "payment" | "refund" | "return" | "reversal";
                        /** @enum {string} */
                        side: "credit" | "debit";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @description Euro cents */
                        amount: number;
                        /** @description What pays nothing yet; of a refund, what no credit covers any more */
                        rest: number;
                        /** @enum {string} */
                        method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                        /** @enum {string} */
                        state: "pending" | "provisional" | "settled" | "returned" | "reversed";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        stateOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        bookedOn: string | null;
                        valueDate: string | null;
                        reference: string | null;
                        payer: string | null;
                        note: string | null;
                        reason: string | null;
                        fee: number | null;
                        /** @description The plugin that recorded it, `operator`, or `core` for counter-entries */
                        source: string;
                        operator: string | null;
                        receiptNumber: number | null;
                        undoes: number | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        undoneBy: number | null;
                        /** @description What it pays; while it is pending, what it is meant for */
                        documents: {
                            documentId: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            dueDate: string | null;
                            /** @description Euro cents */
                            payable: number;
                            /** @description What is open of it now */
                            open: number;
                            /** @description Of this payment */
                            amount: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "payment" | "refund" | "return" | "reversal";
                        /** @enum {string} */
                        side: "credit" | "debit";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @description Euro cents */
                        amount: number;
                        /** @description What pays nothing yet; of a refund, what no credit covers any more */
                        rest: number;
                        /** @enum {string} */
                        method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                        /** @enum {string} */
                        state: "pending" | "provisional" | "settled" | "returned" | "reversed";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        stateOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        bookedOn: string | null;
                        valueDate: string | null;
                        reference: string | null;
                        payer: string | null;
                        note: string | null;
                        reason: string | null;
                        fee: number | null;
                        /** @description The plugin that recorded it, `operator`, or `core` for counter-entries */
                        source: string;
                        operator: string | null;
                        receiptNumber: number | null;
                        undoes: number | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        undoneBy: number | null;
                        /** @description What it pays; while it is pending, what it is meant for */
                        documents: {
                            documentId: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            dueDate: string | null;
                            /** @description Euro cents */
                            payable: number;
                            /** @description What is open of it now */
                            open: number;
                            /** @description Of this payment */
                            amount: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdAllocate: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The oldest open invoices, or these */
                    allocate: "oldest" | {
                        documentId: number;
                        /** @description Euro cents, more than 0 */
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "payment" | "refund" | "return" | "reversal";
                        /** @enum {string} */
                        side: "credit" | "debit";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @description Euro cents */
                        amount: number;
                        /** @description What pays nothing yet; of a refund, what no credit covers any more */
                        rest: number;
                        /** @enum {string} */
                        method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                        /** @enum {string} */
                        state: "pending" | "provisional" | "settled" | "returned" | "reversed";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        stateOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        bookedOn: string | null;
                        valueDate: string | null;
                        reference: string | null;
                        payer: string | null;
                        note: string | null;
                        reason: string | null;
                        fee: number | null;
                        /** @description The plugin that recorded it, `operator`, or `core` for counter-entries */
                        source: string;
                        operator: string | null;
                        receiptNumber: number | null;
                        undoes: number | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        undoneBy: number | null;
                        /** @description What it pays; while it is pending, what it is meant for */
                        documents: {
                            documentId: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            dueDate: string | null;
                            /** @description Euro cents */
                            payable: number;
                            /** @description What is open of it now */
                            open: number;
                            /** @description Of this payment */
                            amount: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on: string;
                    reason: string;
                    fee?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "payment" | "refund" | "return" | "reversal";
                        /** @enum {string} */
                        side: "credit" | "debit";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @description Euro cents */
                        amount: number;
                        /** @description What pays nothing yet; of a refund, what no credit covers any more */
                        rest: number;
                        /** @enum {string} */
                        method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                        /** @enum {string} */
                        state: "pending" | "provisional" | "settled" | "returned" | "reversed";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        stateOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        bookedOn: string | null;
                        valueDate: string | null;
                        reference: string | null;
                        payer: string | null;
                        note: string | null;
                        reason: string | null;
                        fee: number | null;
                        /** @description The plugin that recorded it, `operator`, or `core` for counter-entries */
                        source: string;
                        operator: string | null;
                        receiptNumber: number | null;
                        undoes: number | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        undoneBy: number | null;
                        /** @description What it pays; while it is pending, what it is meant for */
                        documents: {
                            documentId: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            dueDate: string | null;
                            /** @description Euro cents */
                            payable: number;
                            /** @description What is open of it now */
                            open: number;
                            /** @description Of this payment */
                            amount: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPaymentsByIdReverse: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "payment" | "refund" | "return" | "reversal";
                        /** @enum {string} */
                        side: "credit" | "debit";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @description Euro cents */
                        amount: number;
                        /** @description What pays nothing yet; of a refund, what no credit covers any more */
                        rest: number;
                        /** @enum {string} */
                        method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                        /** @enum {string} */
                        state: "pending" | "provisional" | "settled" | "returned" | "reversed";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        stateOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        bookedOn: string | null;
                        valueDate: string | null;
                        reference: string | null;
                        payer: string | null;
                        note: string | null;
                        reason: string | null;
                        fee: number | null;
                        /** @description The plugin that recorded it, `operator`, or `core` for counter-entries */
                        source: string;
                        operator: string | null;
                        receiptNumber: number | null;
                        undoes: number | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        undoneBy: number | null;
                        /** @description What it pays; while it is pending, what it is meant for */
                        documents: {
                            documentId: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            dueDate: string | null;
                            /** @description Euro cents */
                            payable: number;
                            /** @description What is open of it now */
                            open: number;
                            /** @description Of this payment */
                            amount: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdCreditAllocate: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The oldest open invoices, or these */
                    allocate: "oldest" | {
                        documentId: number;
                        /** @description Euro cents, more than 0 */
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Euro cents */
                        owed: number;
                        /** @description What of payments and credit notes pays nothing yet */
                        credit: number;
                        /** @description Owed less credit */
                        balance: number;
                        /** @description Due before today, without what pending payments ask for */
                        overdue: number;
                        overdueDocuments: number;
                        oldestDue: string | null;
                        /** @description Asked for by pending payments */
                        pending: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersByIdRefunds: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Euro cents, more than 0 */
                    amount: number;
                    /** @enum {string} */
                    method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    on: string;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        kind: "payment" | "refund" | "return" | "reversal";
                        /** @enum {string} */
                        side: "credit" | "debit";
                        customer: {
                            id: number;
                            code: string;
                            name: string;
                        };
                        /** @description Euro cents */
                        amount: number;
                        /** @description What pays nothing yet; of a refund, what no credit covers any more */
                        rest: number;
                        /** @enum {string} */
                        method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                        /** @enum {string} */
                        state: "pending" | "provisional" | "settled" | "returned" | "reversed";
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        stateOn: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        receivedOn: string;
                        bookedOn: string | null;
                        valueDate: string | null;
                        reference: string | null;
                        payer: string | null;
                        note: string | null;
                        reason: string | null;
                        fee: number | null;
                        /** @description The plugin that recorded it, `operator`, or `core` for counter-entries */
                        source: string;
                        operator: string | null;
                        receiptNumber: number | null;
                        undoes: number | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        undoneBy: number | null;
                        /** @description What it pays; while it is pending, what it is meant for */
                        documents: {
                            documentId: number;
                            numberText: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            dueDate: string | null;
                            /** @description Euro cents */
                            payable: number;
                            /** @description What is open of it now */
                            open: number;
                            /** @description Of this payment */
                            amount: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersByIdBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Euro cents */
                        owed: number;
                        /** @description What of payments and credit notes pays nothing yet */
                        credit: number;
                        /** @description Owed less credit */
                        balance: number;
                        /** @description Due before today, without what pending payments ask for */
                        overdue: number;
                        overdueDocuments: number;
                        oldestDue: string | null;
                        /** @description Asked for by pending payments */
                        pending: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersByIdStatement: {
        parameters: {
            query: {
                /** @description Calendar day, YYYY-MM-DD */
                from: string;
                /** @description Calendar day, YYYY-MM-DD */
                to: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        from: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        to: string;
                        /** @description Euro cents */
                        opening: number;
                        entries: {
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "before" | "payment" | "refund" | "return" | "reversal";
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            documentId: number | null;
                            numberText: string | null;
                            dueDate: string | null;
                            paymentId: number | null;
                            method: ("cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other") | null;
                            state: ("pending" | "provisional" | "settled" | "returned" | "reversed") | null;
                            text: string | null;
                            /** @description More than 0 is owed by the customer, less takes it off */
                            amount: number;
                            /** @description With this entry */
                            balance: number;
                        }[];
                        /** @description Euro cents */
                        closing: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersByIdStatementFile: {
        parameters: {
            query: {
                /** @description Calendar day, YYYY-MM-DD */
                from: string;
                /** @description Calendar day, YYYY-MM-DD */
                to: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file or the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgeing: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        today: string;
                        totals: {
                            /** @description Euro cents */
                            notDue: number;
                            /** @description Due for 1 to 30 days */
                            days30: number;
                            /** @description Due for 31 to 60 days */
                            days60: number;
                            /** @description Due for 61 to 90 days */
                            days90: number;
                            /** @description Euro cents */
                            older: number;
                            /** @description Euro cents */
                            overdue: number;
                            /** @description All of it, without what pending payments ask for */
                            open: number;
                        };
                        /** @description Whoever has the most overdue first */
                        items: {
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description Euro cents */
                            notDue: number;
                            /** @description Due for 1 to 30 days */
                            days30: number;
                            /** @description Due for 31 to 60 days */
                            days60: number;
                            /** @description Due for 61 to 90 days */
                            days90: number;
                            /** @description Euro cents */
                            older: number;
                            /** @description Euro cents */
                            overdue: number;
                            /** @description All of it, without what pending payments ask for */
                            open: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            oldestDue: string;
                            /** @description Euro cents */
                            credit: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceiptsClosing: {
        parameters: {
            query: {
                /** @description Calendar day, YYYY-MM-DD */
                day: string;
                /** @description E-mail address; without it, whoever asks */
                operator?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operator: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        day: string;
                        /** @description Euro cents */
                        expectedCash: number;
                        /** @description Euro cents */
                        expectedPos: number;
                        receipts: {
                            paymentId: number;
                            number: number;
                            /** @enum {string} */
                            kind: "payment" | "refund" | "return" | "reversal";
                            /** @enum {string} */
                            method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description Less than 0 is paid out or taken back */
                            amount: number;
                        }[];
                        closing: {
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            day: string;
                            receipts: number;
                            /** @description Euro cents */
                            expectedCash: number;
                            /** @description Euro cents */
                            expectedPos: number;
                            /** @description Euro cents */
                            countedCash: number;
                            /** @description Counted less expected: less than 0 is missing */
                            difference: number;
                            note: string | null;
                            closedBy: string;
                            /** @description Milliseconds since 1970, UTC */
                            closedAt: number;
                        } | null;
                        /** @description The last 31 closings of the operator, the newest first */
                        history: {
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            day: string;
                            receipts: number;
                            /** @description Euro cents */
                            expectedCash: number;
                            /** @description Euro cents */
                            expectedPos: number;
                            /** @description Euro cents */
                            countedCash: number;
                            /** @description Counted less expected: less than 0 is missing */
                            difference: number;
                            note: string | null;
                            closedBy: string;
                            /** @description Milliseconds since 1970, UTC */
                            closedAt: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReceiptsClosing: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    day: string;
                    /** @description E-mail address; without it, whoever asks */
                    operator?: string;
                    /** @description Euro cents in the till */
                    countedCash: number;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operator: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        day: string;
                        /** @description Euro cents */
                        expectedCash: number;
                        /** @description Euro cents */
                        expectedPos: number;
                        receipts: {
                            paymentId: number;
                            number: number;
                            /** @enum {string} */
                            kind: "payment" | "refund" | "return" | "reversal";
                            /** @enum {string} */
                            method: "cash" | "pos" | "transfer" | "direct_debit" | "card" | "postal" | "other";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description Less than 0 is paid out or taken back */
                            amount: number;
                        }[];
                        closing: {
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            day: string;
                            receipts: number;
                            /** @description Euro cents */
                            expectedCash: number;
                            /** @description Euro cents */
                            expectedPos: number;
                            /** @description Euro cents */
                            countedCash: number;
                            /** @description Counted less expected: less than 0 is missing */
                            difference: number;
                            note: string | null;
                            closedBy: string;
                            /** @description Milliseconds since 1970, UTC */
                            closedAt: number;
                        } | null;
                        /** @description The last 31 closings of the operator, the newest first */
                        history: {
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            day: string;
                            receipts: number;
                            /** @description Euro cents */
                            expectedCash: number;
                            /** @description Euro cents */
                            expectedPos: number;
                            /** @description Euro cents */
                            countedCash: number;
                            /** @description Counted less expected: less than 0 is missing */
                            difference: number;
                            note: string | null;
                            closedBy: string;
                            /** @description Milliseconds since 1970, UTC */
                            closedAt: number;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsVat: {
        parameters: {
            query: {
                /** @description Calendar day, YYYY-MM-DD */
                from: string;
                /** @description Calendar day, YYYY-MM-DD */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        from: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        to: string;
                        totals: {
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            esigibilita: ("I" | "D" | "S") | null;
                            documents: number;
                            /** @description Euro cents */
                            base: number;
                            /** @description Euro cents */
                            vat: number;
                        }[];
                        /** @description Euro cents */
                        base: number;
                        /** @description Euro cents */
                        vat: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsVatRows: {
        parameters: {
            query: {
                /** @description Calendar day, YYYY-MM-DD */
                from: string;
                /** @description Calendar day, YYYY-MM-DD */
                to: string;
                /** @description `next` of the page before */
                after?: string;
                /** @description Documents, 50 unless told */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            numberText: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note";
                            tipoDocumento: string;
                            customer: string;
                            customerName: string;
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            natura: string | null;
                            esigibilita: ("I" | "D" | "S") | null;
                            /** @description Euro cents */
                            base: number;
                            /** @description Euro cents */
                            vat: number;
                            /** @description Euro cents */
                            total: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsVatFile: {
        parameters: {
            query: {
                /** @description Calendar day, YYYY-MM-DD */
                from: string;
                /** @description Calendar day, YYYY-MM-DD */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file or the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsStampDuty: {
        parameters: {
            query: {
                year: number;
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        quarters: {
                            quarter: number;
                            documents: number;
                            /** @description Euro cents */
                            total: number;
                        }[];
                        items: {
                            id: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            numberText: string;
                            customerName: string;
                            /** @description Euro cents */
                            total: number;
                            /** @description Euro cents */
                            stampDuty: number;
                        }[];
                        next: number | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsMonthEnd: {
        parameters: {
            query: {
                /** @description Calendar day, YYYY-MM-DD */
                from: string;
                /** @description Calendar day, YYYY-MM-DD */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        from: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        to: string;
                        /** @description Credit notes taken off */
                        issued: {
                            documents: number;
                            /** @description Euro cents */
                            total: number;
                        };
                        withXml: {
                            documents: number;
                            /** @description Euro cents */
                            total: number;
                            missing: {
                                documents: number;
                                /** @description Euro cents */
                                total: number;
                                /** @description The first ten, with what is missing of each */
                                first: {
                                    id: number;
                                    numberText: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, YYYY-MM-DD
                                     */
                                    date: string;
                                    customerName: string;
                                    /** @description Euro cents */
                                    amount: number;
                                }[];
                            };
                        };
                        /** @description Null when no plugin mails documents; remembered for 90 days */
                        mailed: {
                            documents: number;
                            /** @description Euro cents */
                            total: number;
                            missing: {
                                documents: number;
                                /** @description Euro cents */
                                total: number;
                                /** @description The first ten, with what is missing of each */
                                first: {
                                    id: number;
                                    numberText: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, YYYY-MM-DD
                                     */
                                    date: string;
                                    customerName: string;
                                    /** @description Euro cents */
                                    amount: number;
                                }[];
                            };
                        } | null;
                        /** @description Invoices that are paid or credited */
                        collected: {
                            documents: number;
                            /** @description Euro cents */
                            total: number;
                            missing: {
                                documents: number;
                                /** @description Euro cents */
                                total: number;
                                /** @description The first ten, with what is missing of each */
                                first: {
                                    id: number;
                                    numberText: string;
                                    /**
                                     * Format: date
                                     * @description Calendar day, YYYY-MM-DD
                                     */
                                    date: string;
                                    customerName: string;
                                    /** @description Euro cents */
                                    amount: number;
                                }[];
                            };
                        };
                        vat: {
                            /** @description Euro cents */
                            base: number;
                            /** @description Euro cents */
                            vat: number;
                        };
                        stampDuty: {
                            documents: number;
                            /** @description Euro cents */
                            total: number;
                        };
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsConservation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the originals are conserved; empty when nobody has said so */
                        by: string;
                        exportedOn: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunsBilling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        today: string;
                        billing: {
                            id: number;
                            kind: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            /** @enum {string} */
                            state: "running" | "interrupted" | "done" | "held" | "failed";
                            reason: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            startedAt: number;
                            finishedAt: number | null;
                            progress: {
                                done: number;
                                total: number;
                                what: string;
                            } | null;
                            /** @description What the job says of it: figures, bounds that tripped */
                            summary: unknown;
                        } | null;
                        preview: {
                            id: number;
                            kind: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            /** @enum {string} */
                            state: "running" | "interrupted" | "done" | "held" | "failed";
                            reason: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            startedAt: number;
                            finishedAt: number | null;
                            progress: {
                                done: number;
                                total: number;
                                what: string;
                            } | null;
                            /** @description What the job says of it: figures, bounds that tripped */
                            summary: unknown;
                        } | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRunsBilling: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    date?: string;
                    /** @description Bill although it is the first run, or a bound has tripped */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRunsByIdConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRunsByIdStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        kind: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @enum {string} */
                        state: "running" | "interrupted" | "done" | "held" | "failed";
                        reason: string | null;
                        /** @description Milliseconds since 1970, UTC */
                        startedAt: number;
                        finishedAt: number | null;
                        progress: {
                            done: number;
                            total: number;
                            what: string;
                        } | null;
                        /** @description What the job says of it: figures, bounds that tripped */
                        summary: unknown;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRunsPreviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunsPreviewsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @enum {string} */
                        state: "running" | "interrupted" | "done" | "held" | "failed";
                        reason: string | null;
                        /** @description Milliseconds since 1970, UTC */
                        startedAt: number;
                        finishedAt: number | null;
                        progress: {
                            done: number;
                            total: number;
                            what: string;
                        } | null;
                        figures: {
                            documents: number;
                            /** @description Euro cents */
                            total: number;
                            bills: number;
                            parked: number;
                            /** @description What would hold the run */
                            bounds: {
                                /** @enum {string} */
                                code: "bounds.no_history" | "bounds.count" | "bounds.total" | "bounds.plugin_not_up";
                                message: string;
                            }[];
                            /** @description What is not as it was the last time */
                            differences: {
                                new: number;
                                changed: number;
                                gone: number;
                            };
                        } | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunsPreviewsByIdBills: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            customerId: number;
                            /** @description Code of the payer */
                            customer: string;
                            name: string;
                            contracts: string[];
                            /** @description Euro cents */
                            total: number;
                            /** @enum {string} */
                            outcome: "issue" | "wait" | "credit";
                            before: {
                                id: number;
                                numberText: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                date: string;
                                /** @description Euro cents */
                                total: number;
                            } | null;
                            lines: {
                                contract: string | null;
                                description: string;
                                from: string | null;
                                to: string | null;
                                /** @description Euro cents */
                                amount: number;
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunsPreviewsByIdDifferences: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                kind: "new" | "changed" | "gone";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "new" | "changed" | "gone";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            contracts: {
                                id: number;
                                code: string;
                            }[];
                            total: number | null;
                            before: {
                                id: number;
                                numberText: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                date: string;
                                /** @description Euro cents */
                                total: number;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunsPreviewsByIdParked: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            contractId: number;
                            /** @description Code of the contract */
                            contract: string;
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContractsByIdForecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A hold stops its billing when it is due next */
                        held: boolean;
                        problem: {
                            code: string;
                            field: string;
                            message: string;
                        } | null;
                        /** @description The next days on which it is charged something, without what plugins add; totals with VAT */
                        bills: {
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            day: string;
                            /** @description Euro cents */
                            total: number;
                            charges: {
                                description: string;
                                periodFrom: string | null;
                                periodTo: string | null;
                                days: number | null;
                                /** @description Euro cents */
                                amount: number;
                                vatIncluded: boolean;
                                /** @description Hundredths of a percent */
                                vatRate: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsPreviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    customer: string;
                    payer?: string | null;
                    site?: string | null;
                    signedOn?: string | null;
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    startOn: string;
                    items: {
                        /** @description Tells the items of a contract apart; main when not given */
                        item?: string;
                        plan?: string | null;
                        description?: string;
                        /** @description In millionths */
                        quantity?: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        anchor?: string;
                        anchorLastDay?: boolean;
                        /** @description No consumer’s internet or telephone contract (law 172/2017) */
                        cadenceConfirmed?: boolean;
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence?: string;
                        /** @enum {string} */
                        timing?: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays?: number;
                        /** @enum {string} */
                        proration?: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod?: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit?: boolean;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8?: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate?: number;
                        natura?: string | null;
                        vatReference?: string | null;
                    }[];
                    series?: string | null;
                    paymentMethod?: string | null;
                    paymentDays?: number | null;
                    purchaseOrder?: string | null;
                    purchaseOrderDate?: string | null;
                    cig?: string | null;
                    cup?: string | null;
                    separateGroup?: string | null;
                    installAddress?: {
                        street?: string | null;
                        houseNumber?: string | null;
                        postcode?: string | null;
                        city?: string | null;
                        province?: string | null;
                    } | null;
                    attributes?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contract: {
                            id: number;
                            code: string;
                            /** @enum {string} */
                            state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                            /** @enum {string} */
                            shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            payer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            site: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            signedOn: string | null;
                            activatedOn: string | null;
                            noticeOn: string | null;
                            withdrewOn: string | null;
                            lastDay: string | null;
                            billedThrough: string | null;
                            nextDue: string | null;
                            series: string | null;
                            paymentMethod: string | null;
                            paymentDays: number | null;
                            purchaseOrder: string | null;
                            purchaseOrderDate: string | null;
                            cig: string | null;
                            cup: string | null;
                            separateGroup: string | null;
                            installAddress: {
                                street: string | null;
                                houseNumber: string | null;
                                postcode: string | null;
                                city: string | null;
                                province: string | null;
                            } | null;
                            attributes: {
                                [key: string]: string;
                            };
                            items: {
                                id: number;
                                item: string;
                                plan: {
                                    id: number;
                                    code: string;
                                    name: string;
                                } | null;
                                description: string;
                                /** @description In millionths */
                                quantity: number;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                lastDay: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                anchor: string;
                                anchorLastDay: boolean;
                                /** @description Length of a period, as the plugin that knows it names it: months:3 */
                                cadence: string;
                                /** @enum {string} */
                                timing: "advance" | "arrears";
                                /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                                offsetDays: number;
                                /** @enum {string} */
                                proration: "calendar" | "thirty" | "none";
                                /** @enum {string} */
                                firstPeriod: "alone" | "with_next" | "free";
                                /** @description Unused days are given back when the contract ends */
                                endCredit: boolean;
                                /** @description One unit for one period, in 1e-8 euro */
                                priceE8: number;
                                /** @description Whether the price has VAT in it */
                                vatIncluded: boolean;
                                /** @description Hundredths of a percent: 2200 */
                                vatRate: number;
                                natura: string | null;
                                vatReference: string | null;
                            }[];
                            holds: {
                                id: number;
                                reason: string;
                                /** @enum {string} */
                                origin: "rule" | "operator" | "customer" | "plugin";
                                originRef: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                lastDay: string | null;
                                blocksBilling: boolean;
                                /** @enum {string} */
                                access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                                blocksChanges: boolean;
                                /** @enum {string} */
                                releasePolicy: "resume" | "back_bill" | "credit" | "none";
                                /** @description Days of it that are billed all the same */
                                billedDays: string[];
                                /** @description Milliseconds since 1970, UTC */
                                createdAt: number;
                                releasedAt: number | null;
                            }[];
                            parked: {
                                code: string;
                                field: string;
                                message: string;
                                plugin: string | null;
                                /** @description Milliseconds since 1970, UTC */
                                since: number;
                            } | null;
                            /** @description Goes up with each change; also in ETag */
                            version: number;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            updatedAt: number;
                        };
                        /** @description A hold stops its billing when it is due next */
                        held: boolean;
                        problem: {
                            code: string;
                            field: string;
                            message: string;
                        } | null;
                        /** @description The next days on which it is charged something, without what plugins add; totals with VAT */
                        bills: {
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            day: string;
                            /** @description Euro cents */
                            total: number;
                            charges: {
                                description: string;
                                periodFrom: string | null;
                                periodTo: string | null;
                                days: number | null;
                                /** @description Euro cents */
                                amount: number;
                                vatIncluded: boolean;
                                /** @description Hundredths of a percent */
                                vatRate: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContractsByIdPreviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activate?: {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        on: string;
                    };
                    end?: {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        lastDay: string;
                        reason?: string;
                    };
                    withdraw?: {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        on: string;
                        reason?: string;
                    };
                    add?: {
                        /** @description Tells the items of a contract apart; main when not given */
                        item?: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        from: string;
                        plan?: string | null;
                        description?: string;
                        /** @description In millionths */
                        quantity?: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        anchor?: string;
                        anchorLastDay?: boolean;
                        /** @description No consumer’s internet or telephone contract (law 172/2017) */
                        cadenceConfirmed?: boolean;
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence?: string;
                        /** @enum {string} */
                        timing?: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays?: number;
                        /** @enum {string} */
                        proration?: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod?: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit?: boolean;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8?: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate?: number;
                        natura?: string | null;
                        vatReference?: string | null;
                    };
                    change?: {
                        /** @description Tells the items of a contract apart; main when not given */
                        item: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        from?: string;
                        plan?: string | null;
                        description?: string;
                        /** @description In millionths */
                        quantity?: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        anchor?: string;
                        anchorLastDay?: boolean;
                        /** @description No consumer’s internet or telephone contract (law 172/2017) */
                        cadenceConfirmed?: boolean;
                        /** @description Length of a period, as the plugin that knows it names it: months:3 */
                        cadence?: string;
                        /** @enum {string} */
                        timing?: "advance" | "arrears";
                        /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                        offsetDays?: number;
                        /** @enum {string} */
                        proration?: "calendar" | "thirty" | "none";
                        /** @enum {string} */
                        firstPeriod?: "alone" | "with_next" | "free";
                        /** @description Unused days are given back when the contract ends */
                        endCredit?: boolean;
                        /** @description One unit for one period, in 1e-8 euro */
                        priceE8?: number;
                        /** @description Whether the price has VAT in it */
                        vatIncluded?: boolean;
                        /** @description Hundredths of a percent: 2200 */
                        vatRate?: number;
                        natura?: string | null;
                        vatReference?: string | null;
                    };
                    remove?: {
                        /** @description Tells the items of a contract apart; main when not given */
                        item: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        lastDay: string;
                    };
                    hold?: {
                        reason: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        from?: string;
                        lastDay?: string | null;
                        /** @enum {string} */
                        access?: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                        blocksBilling?: boolean;
                        blocksChanges?: boolean;
                        /** @enum {string} */
                        releasePolicy?: "resume" | "back_bill" | "credit" | "none";
                    };
                    release?: {
                        hold: number;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        on?: string;
                        /** @enum {string} */
                        policy?: "resume" | "back_bill" | "credit" | "none";
                        billedDays?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contract: {
                            id: number;
                            code: string;
                            /** @enum {string} */
                            state: "draft" | "pending_activation" | "active" | "terminating" | "terminated" | "cancelled";
                            /** @enum {string} */
                            shownAs: "Bozza" | "Da attivare" | "Attivo" | "Pending" | "Sospeso" | "Disattivato" | "Annullato";
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            payer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            site: {
                                id: number;
                                code: string;
                                name: string;
                            } | null;
                            signedOn: string | null;
                            activatedOn: string | null;
                            noticeOn: string | null;
                            withdrewOn: string | null;
                            lastDay: string | null;
                            billedThrough: string | null;
                            nextDue: string | null;
                            series: string | null;
                            paymentMethod: string | null;
                            paymentDays: number | null;
                            purchaseOrder: string | null;
                            purchaseOrderDate: string | null;
                            cig: string | null;
                            cup: string | null;
                            separateGroup: string | null;
                            installAddress: {
                                street: string | null;
                                houseNumber: string | null;
                                postcode: string | null;
                                city: string | null;
                                province: string | null;
                            } | null;
                            attributes: {
                                [key: string]: string;
                            };
                            items: {
                                id: number;
                                item: string;
                                plan: {
                                    id: number;
                                    code: string;
                                    name: string;
                                } | null;
                                description: string;
                                /** @description In millionths */
                                quantity: number;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                lastDay: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                anchor: string;
                                anchorLastDay: boolean;
                                /** @description Length of a period, as the plugin that knows it names it: months:3 */
                                cadence: string;
                                /** @enum {string} */
                                timing: "advance" | "arrears";
                                /** @description Days between start (advance) or end (arrears) of a period and its invoice */
                                offsetDays: number;
                                /** @enum {string} */
                                proration: "calendar" | "thirty" | "none";
                                /** @enum {string} */
                                firstPeriod: "alone" | "with_next" | "free";
                                /** @description Unused days are given back when the contract ends */
                                endCredit: boolean;
                                /** @description One unit for one period, in 1e-8 euro */
                                priceE8: number;
                                /** @description Whether the price has VAT in it */
                                vatIncluded: boolean;
                                /** @description Hundredths of a percent: 2200 */
                                vatRate: number;
                                natura: string | null;
                                vatReference: string | null;
                            }[];
                            holds: {
                                id: number;
                                reason: string;
                                /** @enum {string} */
                                origin: "rule" | "operator" | "customer" | "plugin";
                                originRef: string | null;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                lastDay: string | null;
                                blocksBilling: boolean;
                                /** @enum {string} */
                                access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                                blocksChanges: boolean;
                                /** @enum {string} */
                                releasePolicy: "resume" | "back_bill" | "credit" | "none";
                                /** @description Days of it that are billed all the same */
                                billedDays: string[];
                                /** @description Milliseconds since 1970, UTC */
                                createdAt: number;
                                releasedAt: number | null;
                            }[];
                            parked: {
                                code: string;
                                field: string;
                                message: string;
                                plugin: string | null;
                                /** @description Milliseconds since 1970, UTC */
                                since: number;
                            } | null;
                            /** @description Goes up with each change; also in ETag */
                            version: number;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            /** @description Milliseconds since 1970, UTC */
                            updatedAt: number;
                        };
                        /** @description A hold stops its billing when it is due next */
                        held: boolean;
                        problem: {
                            code: string;
                            field: string;
                            message: string;
                        } | null;
                        /** @description The next days on which it is charged something, without what plugins add; totals with VAT */
                        bills: {
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            day: string;
                            /** @description Euro cents */
                            total: number;
                            charges: {
                                description: string;
                                periodFrom: string | null;
                                periodTo: string | null;
                                days: number | null;
                                /** @description Euro cents */
                                amount: number;
                                vatIncluded: boolean;
                                /** @description Hundredths of a percent */
                                vatRate: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsByKind: {
        parameters: {
            query?: {
                /** @description Say what would be imported and refused, and write nothing */
                dryRun?: boolean;
            };
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                kind: "sites" | "plans" | "customers" | "contracts" | "documents";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: number;
                        imported: number;
                        unchanged: number;
                        refusedRows: number;
                        refused: {
                            /** @description As the file shows it; 1 is the header */
                            line: number;
                            field: string;
                            code: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        today: string;
                        /** @description Whether it is said who issues: nothing is billed before */
                        hasIssuer: boolean;
                        turnover: {
                            thisMonth: {
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                to: string;
                                /** @description Euro cents */
                                net: number;
                                /** @description Euro cents */
                                vat: number;
                                /** @description Euro cents */
                                total: number;
                                invoices: number;
                                creditNotes: number;
                            };
                            /** @description The last month up to the same day */
                            sameDays: {
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                to: string;
                                /** @description Euro cents */
                                net: number;
                                /** @description Euro cents */
                                vat: number;
                                /** @description Euro cents */
                                total: number;
                                invoices: number;
                                creditNotes: number;
                            };
                            lastMonth: {
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                to: string;
                                /** @description Euro cents */
                                net: number;
                                /** @description Euro cents */
                                vat: number;
                                /** @description Euro cents */
                                total: number;
                                invoices: number;
                                creditNotes: number;
                            };
                        } | null;
                        contracts: {
                            active: number;
                            /** @description To be billed until today */
                            due: number;
                            /** @description To be billed in the next seven days */
                            dueSoon: {
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                from: string;
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                to: string;
                                count: number;
                            };
                            parked: number;
                        } | null;
                        payments: {
                            /** @description Due before today, without what pending payments ask for */
                            overdue: number;
                            overdueDocuments: number;
                            /** @description Came in this month, less what came back */
                            collected: number;
                        } | null;
                        deliveries: {
                            dead: number;
                            uncertain: number;
                        } | null;
                        lateJobs: number | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocuments: {
        parameters: {
            query?: {
                customer?: number;
                kind?: "invoice" | "credit_note";
                /** @description One or several, with commas: invoice, credit_note */
                "kind.in"?: string;
                origin?: "billing" | "manual" | "import";
                /** @description One or several, with commas: billing, manual, import */
                "origin.in"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "date.gte"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "date.lte"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "dueDate.gte"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "dueDate.lte"?: string;
                series?: string;
                year?: number;
                number?: number;
                run?: number;
                sort?: "date" | "-date" | "dueDate" | "-dueDate" | "number" | "-number" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Words that are looked for */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note";
                            tipoDocumento: string;
                            /** @enum {string} */
                            origin: "billing" | "manual" | "import";
                            /** @enum {string} */
                            state: "draft" | "issued";
                            series: string;
                            year: number;
                            number: number | null;
                            numberText: string | null;
                            revision: number;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            dueDate: string | null;
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description Euro cents */
                            net: number;
                            /** @description Euro cents */
                            vat: number;
                            /** @description Euro cents */
                            total: number;
                            /** @description Euro cents */
                            payable: number;
                            /** @description What its credit notes come to */
                            credited: number;
                            /** @description What nothing pays yet; of a credit note, what is not used yet */
                            open: number;
                            run: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCharges: {
        parameters: {
            query?: {
                contract?: number;
                payer?: number;
                document?: number;
                open?: boolean;
                sort?: "id" | "-id" | "payer" | "-payer";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @enum {string} */
                            kind: "recurring" | "once";
                            contract: {
                                id: number;
                                code: string;
                            };
                            payer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            description: string;
                            source: string | null;
                            periodFrom: string | null;
                            periodTo: string | null;
                            /** @description Euro cents */
                            amount: number;
                            vatIncluded: boolean;
                            /** @description Hundredths of a percent */
                            vatRate: number;
                            document: {
                                id: number;
                                numberText: string | null;
                                line: number | null;
                            } | null;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getParked: {
        parameters: {
            query?: {
                payer?: number;
                code?: string;
                sort?: "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            contract: {
                                id: number;
                                code: string;
                            };
                            payer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            run: number;
                            /** @description What keeps it from being billed */
                            code: string;
                            field: string;
                            message: string;
                            plugin: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            since: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHolds: {
        parameters: {
            query?: {
                contract?: number;
                open?: boolean;
                access?: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                /** @description One or several, with commas: none, notice, throttle, walled_garden, cut */
                "access.in"?: string;
                sort?: "id" | "-id" | "from" | "-from";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            reason: string;
                            /** @enum {string} */
                            origin: "rule" | "operator" | "customer" | "plugin";
                            originRef: string | null;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            from: string;
                            lastDay: string | null;
                            blocksBilling: boolean;
                            /** @enum {string} */
                            access: "none" | "notice" | "throttle" | "walled_garden" | "cut";
                            blocksChanges: boolean;
                            /** @enum {string} */
                            releasePolicy: "resume" | "back_bill" | "credit" | "none";
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            releasedAt: number | null;
                            contract: {
                                id: number;
                                code: string;
                            };
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRuns: {
        parameters: {
            query?: {
                kind?: string;
                state?: "running" | "done" | "held" | "failed";
                /** @description One or several, with commas: running, done, held, failed */
                "state.in"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "date.gte"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "date.lte"?: string;
                sort?: "id" | "-id" | "date" | "-date";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            kind: string;
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            /** @enum {string} */
                            state: "running" | "interrupted" | "done" | "held" | "failed";
                            reason: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            startedAt: number;
                            finishedAt: number | null;
                            progress: {
                                done: number;
                                total: number;
                                what: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotices: {
        parameters: {
            query?: {
                open?: boolean;
                level?: "info" | "warning" | "error";
                /** @description One or several, with commas: info, warning, error */
                "level.in"?: string;
                sort?: "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            key: string;
                            /** @description `core`, or the plugin that says it */
                            source: string;
                            /** @enum {string} */
                            level: "info" | "warning" | "error";
                            message: {
                                it: string;
                                en: string;
                            };
                            /** @description How many times it was posted while open */
                            count: number;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            closedAt: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                entity?: string;
                entityId?: number;
                actor?: string;
                /** @description Milliseconds since 1970, UTC */
                "at.gte"?: number;
                /** @description Milliseconds since 1970, UTC */
                "at.lte"?: number;
                sort?: "id" | "-id" | "at" | "-at";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            /** @description Milliseconds since 1970, UTC */
                            at: number;
                            actor: {
                                /** @enum {string} */
                                kind: "operator" | "system" | "plugin";
                                name: string;
                            };
                            /** @description As `entity.verb`: `contract.held` */
                            action: string;
                            entity: string;
                            /** @description 0 for what has no number, which `detail` then names */
                            entityId: number;
                            /** @description What was said with it; null for nothing */
                            detail: unknown;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutbox: {
        parameters: {
            query?: {
                state?: "ready" | "leased" | "paused" | "dead" | "uncertain" | "done" | "dropped" | "discarded";
                /** @description One or several, with commas: ready, leased, paused, dead, uncertain, done, dropped, discarded */
                "state.in"?: string;
                subscriber?: string;
                aggregate?: string;
                sort?: "id" | "-id" | "nextAt" | "-nextAt" | "subscriber" | "-subscriber";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            event: string;
                            /** @description What the event is about: `document:12` */
                            aggregate: string;
                            subscriber: string;
                            key: string;
                            /** @enum {string} */
                            state: "ready" | "leased" | "paused" | "dead" | "uncertain" | "done" | "dropped" | "discarded";
                            attempts: number;
                            error: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            createdAt: number;
                            doneAt: number | null;
                            /** @description Milliseconds since 1970, UTC */
                            nextAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPriceChangeContracts: {
        parameters: {
            query?: {
                change?: number;
                contract?: number;
                state?: "announced" | "applied" | "withdrawn" | "left_out" | "skipped" | "cancelled";
                /** @description One or several, with commas: announced, applied, withdrawn, left_out, skipped, cancelled */
                "state.in"?: string;
                notTold?: boolean;
                sort?: "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            change: number;
                            contract: {
                                id: number;
                                code: string;
                            };
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /** @description One unit for one period, in 1e-8 euro */
                            oldPriceE8: number;
                            oldVatIncluded: boolean;
                            /** @enum {string} */
                            state: "announced" | "applied" | "withdrawn" | "left_out" | "skipped" | "cancelled";
                            toldOn: string | null;
                            toldHow: ("mail" | "letter" | "other") | null;
                            withdrewOn: string | null;
                            reason: string | null;
                            /** @description Milliseconds since 1970, UTC */
                            updatedAt: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenItems: {
        parameters: {
            query?: {
                customer?: number;
                kind?: "invoice" | "credit_note";
                /** @description One or several, with commas: invoice, credit_note */
                "kind.in"?: string;
                open?: boolean;
                /** @description Calendar day, YYYY-MM-DD */
                "dueDate.gte"?: string;
                /** @description Calendar day, YYYY-MM-DD */
                "dueDate.lte"?: string;
                sort?: "dueDate" | "-dueDate" | "id" | "-id";
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Of the document */
                            id: number;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note";
                            numberText: string;
                            customer: {
                                id: number;
                                code: string;
                                name: string;
                            };
                            /**
                             * Format: date
                             * @description Calendar day, YYYY-MM-DD
                             */
                            date: string;
                            /**
                             * Format: date
                             * @description The date where the document says none
                             */
                            dueDate: string;
                            /** @description Euro cents */
                            payable: number;
                            /** @description Not paid yet; of a credit note, not used yet */
                            open: number;
                            /** @description What pending payments ask for */
                            pending: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSearch: {
        parameters: {
            query: {
                /** @description Words that are looked for */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            /** @enum {string} */
                            kind: "customers" | "contracts" | "sites" | "documents";
                            hits: {
                                id: number;
                                /** @description Code or number */
                                code: string;
                                name: string;
                                detail: string | null;
                            }[];
                            /** @description There are more: the list of this kind finds them with the same q */
                            more: boolean;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postExports: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Address of the list, without /api/ */
                    list: string;
                    /** @description What it is asked for, as in its address; empty for all of it */
                    filter: string;
                    /** @enum {string} */
                    format: "csv" | "xlsx";
                    /** @description Where it is known */
                    rows?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Milliseconds since 1970, UTC */
                        at: number;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Milliseconds since 1970, UTC */
                        at: number;
                        actor: {
                            /** @enum {string} */
                            kind: "operator" | "system" | "plugin";
                            name: string;
                        };
                        /** @description As `entity.verb`: `contract.held` */
                        action: string;
                        entity: string;
                        /** @description 0 for what has no number, which `detail` then names */
                        entityId: number;
                        /** @description What was said with it; null for nothing */
                        detail: unknown;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutboxById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        event: string;
                        /** @description What the event is about: `document:12` */
                        aggregate: string;
                        subscriber: string;
                        key: string;
                        /** @enum {string} */
                        state: "ready" | "leased" | "paused" | "dead" | "uncertain" | "done" | "dropped" | "discarded";
                        attempts: number;
                        error: string | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        doneAt: number | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOutboxByIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        event: string;
                        /** @description What the event is about: `document:12` */
                        aggregate: string;
                        subscriber: string;
                        key: string;
                        /** @enum {string} */
                        state: "ready" | "leased" | "paused" | "dead" | "uncertain" | "done" | "dropped" | "discarded";
                        attempts: number;
                        error: string | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        doneAt: number | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOutboxByIdDiscard: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        event: string;
                        /** @description What the event is about: `document:12` */
                        aggregate: string;
                        subscriber: string;
                        key: string;
                        /** @enum {string} */
                        state: "ready" | "leased" | "paused" | "dead" | "uncertain" | "done" | "dropped" | "discarded";
                        attempts: number;
                        error: string | null;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        doneAt: number | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthDeep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok" | "warning" | "bad";
                        findings: {
                            /** @enum {string} */
                            state: "ok" | "warning" | "bad";
                            what: string;
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            label: {
                                it: string;
                                en: string;
                            };
                            /** @description Of its runs */
                            kind: string;
                            nextRun: number | null;
                            lastRun: {
                                /**
                                 * Format: date
                                 * @description Calendar day, YYYY-MM-DD
                                 */
                                date: string;
                                /** @description Milliseconds since 1970, UTC */
                                at: number;
                                /** @enum {string} */
                                state: "running" | "interrupted" | "done" | "held" | "failed";
                                reason: string | null;
                            } | null;
                            lastDate: string | null;
                            late: boolean;
                            running: boolean;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postJobsByNameRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day, YYYY-MM-DD
                     */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        kind: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @enum {string} */
                        state: "running" | "interrupted" | "done" | "held" | "failed";
                        reason: string | null;
                        /** @description Milliseconds since 1970, UTC */
                        startedAt: number;
                        finishedAt: number | null;
                        progress: {
                            done: number;
                            total: number;
                            what: string;
                        } | null;
                        /** @description What the job says of it: figures, bounds that tripped */
                        summary: unknown;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunsFind: {
        parameters: {
            query: {
                kind: string;
                /** @description Calendar day, YYYY-MM-DD */
                date: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        kind: string;
                        /**
                         * Format: date
                         * @description Calendar day, YYYY-MM-DD
                         */
                        date: string;
                        /** @enum {string} */
                        state: "running" | "interrupted" | "done" | "held" | "failed";
                        reason: string | null;
                        /** @description Milliseconds since 1970, UTC */
                        startedAt: number;
                        finishedAt: number | null;
                        progress: {
                            done: number;
                            total: number;
                            what: string;
                        } | null;
                        /** @description What the job says of it: figures, bounds that tripped */
                        summary: unknown;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file or the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNoticesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        key: string;
                        /** @description `core`, or the plugin that says it */
                        source: string;
                        /** @enum {string} */
                        level: "info" | "warning" | "error";
                        message: {
                            it: string;
                            en: string;
                        };
                        /** @description How many times it was posted while open */
                        count: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        closedAt: number | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNoticesByIdClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        key: string;
                        /** @description `core`, or the plugin that says it */
                        source: string;
                        /** @enum {string} */
                        level: "info" | "warning" | "error";
                        message: {
                            it: string;
                            en: string;
                        };
                        /** @description How many times it was posted while open */
                        count: number;
                        /** @description Milliseconds since 1970, UTC */
                        createdAt: number;
                        closedAt: number | null;
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        settings: {
                            name: string;
                            label: {
                                it: string;
                                en: string;
                            };
                            /** @description JSON schema of the value */
                            schema: unknown;
                            default: unknown;
                            value: unknown;
                            updatedAt: number | null;
                            updatedBy: string | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    "billing.at"?: string | null;
                    "billing.automatic"?: boolean | null;
                    "billing.contracts_percent_min"?: number | null;
                    "billing.contracts_percent_max"?: number | null;
                    "billing.total_percent_min"?: number | null;
                    "billing.total_percent_max"?: number | null;
                    "billing.median_times"?: number | null;
                    "documents.conservation_by"?: string | null;
                    "documents.conservation_exported_on"?: string | null;
                    "session.idle_minutes"?: number | null;
                    "price_changes.notice_days"?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Goes up with each change; also in ETag */
                        version: number;
                        settings: {
                            name: string;
                            label: {
                                it: string;
                                en: string;
                            };
                            /** @description JSON schema of the value */
                            schema: unknown;
                            default: unknown;
                            value: unknown;
                            updatedAt: number | null;
                            updatedBy: string | null;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlugins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            label: {
                                it: string;
                                en: string;
                            } | null;
                            description: {
                                it: string;
                                en: string;
                            } | null;
                            version: string | null;
                            edition: string | null;
                            source: string | null;
                            /** @enum {string} */
                            state: "enabled" | "disabled" | "failed" | "incompatible" | "missing" | "waiting" | "breaker";
                            health: ("ok" | "degraded") | null;
                            healthReason: string | null;
                            failures: number;
                            lastError: string | null;
                            breaker: string | null;
                            deadLetters: number;
                            waitingEvents: number;
                            provides: string[];
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlugins: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    folder: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        label: {
                            it: string;
                            en: string;
                        } | null;
                        description: {
                            it: string;
                            en: string;
                        } | null;
                        version: string | null;
                        edition: string | null;
                        source: string | null;
                        /** @enum {string} */
                        state: "enabled" | "disabled" | "failed" | "incompatible" | "missing" | "waiting" | "breaker";
                        health: ("ok" | "degraded") | null;
                        healthReason: string | null;
                        failures: number;
                        lastError: string | null;
                        breaker: string | null;
                        deadLetters: number;
                        waitingEvents: number;
                        provides: string[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdminPlugins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            label: {
                                it: string;
                                en: string;
                            };
                            /** @description Address of its module */
                            entry: string;
                            /** @description Addresses of its style sheets */
                            styles: string[];
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPluginsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        label: {
                            it: string;
                            en: string;
                        } | null;
                        description: {
                            it: string;
                            en: string;
                        } | null;
                        version: string | null;
                        edition: string | null;
                        source: string | null;
                        /** @enum {string} */
                        state: "enabled" | "disabled" | "failed" | "incompatible" | "missing" | "waiting" | "breaker";
                        health: ("ok" | "degraded") | null;
                        healthReason: string | null;
                        failures: number;
                        lastError: string | null;
                        breaker: string | null;
                        deadLetters: number;
                        waitingEvents: number;
                        provides: string[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPluginsByIdEnable: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        label: {
                            it: string;
                            en: string;
                        } | null;
                        description: {
                            it: string;
                            en: string;
                        } | null;
                        version: string | null;
                        edition: string | null;
                        source: string | null;
                        /** @enum {string} */
                        state: "enabled" | "disabled" | "failed" | "incompatible" | "missing" | "waiting" | "breaker";
                        health: ("ok" | "degraded") | null;
                        healthReason: string | null;
                        failures: number;
                        lastError: string | null;
                        breaker: string | null;
                        deadLetters: number;
                        waitingEvents: number;
                        provides: string[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPluginsByIdDisable: {
        parameters: {
            query?: never;
            header?: {
                /** @description However often a request with this key is sent, it has its effect once */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        label: {
                            it: string;
                            en: string;
                        } | null;
                        description: {
                            it: string;
                            en: string;
                        } | null;
                        version: string | null;
                        edition: string | null;
                        source: string | null;
                        /** @enum {string} */
                        state: "enabled" | "disabled" | "failed" | "incompatible" | "missing" | "waiting" | "breaker";
                        health: ("ok" | "degraded") | null;
                        healthReason: string | null;
                        failures: number;
                        lastError: string | null;
                        breaker: string | null;
                        deadLetters: number;
                        waitingEvents: number;
                        provides: string[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPluginsByIdSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the plugin; also in ETag */
                        version: number;
                        /** @description JSON schema of the settings */
                        schema: unknown;
                        /** @description A secret says only whether it is set */
                        values: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchPluginsByIdSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that is changed, as its ETag says */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is not given stays; null takes the default again */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the plugin; also in ETag */
                        version: number;
                        /** @description JSON schema of the settings */
                        schema: unknown;
                        /** @description A secret says only whether it is set */
                        values: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEdition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        edition: "BASIC" | "PRO";
                        plugins: {
                            id: string;
                            /** @enum {string} */
                            edition: "BASIC" | "PRO";
                            enabled: boolean;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putEdition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    edition: "BASIC" | "PRO";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        edition: "BASIC" | "PRO";
                        plugins: {
                            id: string;
                            /** @enum {string} */
                            edition: "BASIC" | "PRO";
                            enabled: boolean;
                        }[];
                    };
                };
            };
            /** @description What is wrong, as problem details */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong, as problem details */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
