/** What files can be imported, in the order in which one refers to another. */
export const FILE_KINDS = ['sites', 'plans', 'customers', 'contracts', 'documents'] as const;
export type FileKindName = (typeof FILE_KINDS)[number];
